import type { roleNames } from '../../server/access/roles.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeRights } from '../../server/access/accounts.ts'
import { recordAudit } from '../../server/access/audit.ts'
import { rowsOf } from '../../server/access/viewer.ts'
import { listMembers, windowUnits } from '../../server/query/listMembers.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, loadSmallHall } from '../support/load.ts'
import { storedAccount } from '../support/storedAccount.ts'

// What people could do beyond their own scope before each of these was refused.

const database = useDatabase('empty')
const whole = { centres: 'all' as const, units: 'all' as const, windows: 'all' as const }

beforeAll(async () => {
  for (const code of ['hall', 'other']) {
    await addCentre(database(), code)
    await loadSmallHall(database(), code)
  }
})

/** Adds an account that can sign in, and returns it as a viewer. */
async function account(name: string, roles: (typeof roleNames)[number][], rows: object = whole) {
  const id = await storedAccount(database(), { name, roles, scope: rows })
  return { ...viewerIn(roles, rowsOf(rows)), id, name }
}

describe('an administrator', () => {
  it('alone may give themselves a role; with a second one only that one may', async () => {
    const first = await account('first', ['administrator'])
    const change = (roles: string[]) => ({ id: first.id, shownName: 'x', roles, rows: whole })
    await changeRights(database(), first, change(['administrator', 'leader']))
    await changeRights(database(), first, change(['administrator']))
    const second = await account('second', ['administrator'])
    await expect(changeRights(database(), first, change(['administrator', 'leader']))).rejects.toThrow(
      'second-administrator-needed',
    )
    await changeRights(database(), second, change(['administrator', 'inspection']))
    // Giving up a right needs nobody.
    await changeRights(database(), first, change(['administrator']))
  })

  it('of one centre may not widen their own centres', async () => {
    const rows = { ...whole, centres: ['hall'] }
    const county = await account('county', ['administrator'], rows)
    const roles = ['administrator', 'leader']
    await expect(
      changeRights(database(), county, { id: county.id, shownName: 'x', roles, rows }),
    ).rejects.toThrow('second-administrator-needed')
  })
})

describe('names outside a scope', () => {
  const codes = async (dimension: string, rows: object, centres = ['hall']) =>
    (
      await listMembers(database(), {
        centres,
        dimension,
        scope: viewerIn('windowChief', rows).scope,
      })
    ).map(({ code }) => code)

  it('are not offered to somebody limited to a unit', async () => {
    expect(await codes('unit', { units: ['hall/U1'] })).toEqual(['U1'])
    expect(await codes('window', { units: ['hall/U1'] })).toEqual(['W1'])
    const all = await codes('item', {})
    const own = await codes('item', { units: ['hall/U1'] })
    expect(own.length).toBeGreaterThan(0)
    expect(own.length).toBeLessThan(all.length)
  })

  it('are not among the windows of units for somebody limited to one of them', async () => {
    const scope = (rows: object) => viewerIn('windowChief', rows).scope
    const units = async (rows: object) =>
      (await windowUnits(database(), { centre: 'hall', scope: scope(rows) })).map(unit => [
        unit.code,
        unit.windows,
      ])
    expect(await units({ units: ['hall/U1'] })).toEqual([['U1', ['W1']]])
    expect(await units({ windows: ['hall/W2'] })).toEqual([['U2', ['W2']]])
  })

  it('are not offered to somebody limited to a window', async () => {
    expect(await codes('unit', { windows: ['hall/W2'] })).toEqual(['U2'])
    expect(await codes('window', { windows: ['hall/W2'] })).toEqual(['W2'])
    const both = { windows: ['hall/W2', 'other/W1'] }
    expect(await codes('window', both, ['hall', 'other'])).toEqual(['hall/W2', 'other/W1'])
  })

  it('are none where unit and window exclude each other', async () => {
    expect(await codes('window', { units: ['hall/U1'], windows: ['hall/W2'] })).toEqual([])
    expect(await codes('item', { units: ['hall/U1'], windows: ['hall/W2'] })).toEqual([])
  })
})

describe('a view', () => {
  const save = async (viewer: ReturnType<typeof viewerIn>, roles: ('leader' | 'clerk')[]) =>
    createCaller(await testContext(database(), viewer)).views.save({
      centre: 'hall',
      name: '晨会',
      link: '/?period=lastMonth',
      roles,
    })

  it('of somebody who sees a part of the hall is placed before nobody else', async () => {
    const chief = viewerIn('windowChief', { units: ['hall/U1'] })
    await expect(save(chief, ['leader'])).rejects.toThrow('not-permitted')
    await expect(save(chief, [])).resolves.toMatchObject({ id: expect.any(Number) as number })
    await expect(save(viewerIn('clerk'), ['leader'])).resolves.toMatchObject({})
  })
})

describe('a name in the audit log', () => {
  it('holds no character that hides or turns what stands beside it', async () => {
    await recordAudit(database(), {
      at: new Date('2013-06-30T00:00:00Z'),
      actor: 'wang\r\n2013-06-30 chief deleted',
      action: 'export',
      outcome: 'done',
      subject: 'report\u202Excod.exe',
      details: { file: 'a\u0007b\u200Bc\0d', list: ['x\ty'] },
    })
    const last = await database().prisma.auditEntry.findFirst({ orderBy: { number: 'desc' } })
    expect(last).toMatchObject({
      actor: 'wang 2013-06-30 chief deleted',
      subject: 'report xcod.exe',
      details: { file: 'a b c d', list: ['x y'] },
    })
  })
})

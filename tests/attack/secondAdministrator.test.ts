import type { Viewer } from '../../server/access/permissions.ts'
import type { RoleName } from '../../server/access/roles.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { addAccount, changeRights, listAccounts } from '../../server/access/accounts.ts'
import { answerProposal } from '../../server/access/answers.ts'
import { commandLine } from '../../server/access/permissions.ts'
import { viewerOf } from '../../server/access/viewer.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, loadSmallHall, testNow } from '../support/load.ts'
import { storedAccount } from '../support/storedAccount.ts'

// An administrator sees no figure. Before rights that grow waited for a second administrator, one alone
// could make an account of any role, choose its password and look with it, and nobody missed anything.

const database = useDatabase('empty')
const whole = { centres: 'all' as const, units: 'all' as const, windows: 'all' as const }
const at = { address: '127.0.0.1' }
let first: Viewer
let second: Viewer

/** An administrator who can sign in. */
async function administrator(name: string): Promise<Viewer> {
  const id = await storedAccount(database(), { name, roles: ['administrator'], scope: whole })
  return { ...viewerIn('administrator', whole), id, name }
}

const stored = async (id: string) => database().prisma.user.findUniqueOrThrow({ where: { id } })
const mayNow = async (id: string) => viewerOf(await stored(id), at).may
const make = async (viewer: Viewer, name: string, roles: RoleName[]) =>
  addAccount(database(), viewer, { name, shownName: name, roles, rows: whole })
const change = async (viewer: Viewer, id: string, roles: RoleName[], rows: object = whole) =>
  changeRights(database(), viewer, { id, shownName: '', roles, rows: { ...whole, ...rows } })
const answer = async (viewer: Viewer, id: string, agreed = true) =>
  answerProposal(database(), viewer, { id, agreed, now: testNow })
const asked = async (id: string) =>
  createCaller(await testContext(database(), viewerOf(await stored(id), at))).measures.ask({
    measures: ['casesReceived'],
    centres: ['hall'],
    period: '2012-09',
  })

beforeAll(async () => {
  await addCentre(database(), 'hall')
  await loadSmallHall(database(), 'hall')
  first = await administrator('first')
})

describe('one administrator alone', () => {
  it('makes accounts that count at once: nobody else could agree', async () => {
    const { id, waits } = await make(first, 'early', ['leader'])
    expect(waits).toBe(false)
    expect(await mayNow(id)).toContain('figures.read')
  })
})

describe('one administrator of two', () => {
  beforeAll(async () => {
    second = await administrator('second')
  })

  it.each(['leader', 'inspection', 'administrator'] as const)(
    'makes an account as %s that can do nothing until the other one agrees',
    async role => {
      const { id, waits } = await make(first, `new-${role.toLowerCase()}`, [role])
      expect(waits).toBe(true)
      expect(await mayNow(id)).toEqual(['anyone', 'signedIn'])
      await expect(asked(id)).rejects.toThrow('not-permitted')
      await expect(answer(first, id)).rejects.toThrow('second-administrator-needed')
      await answer(second, id)
      expect((await stored(id)).roles).toEqual([role])
      await expect(answer(second, id)).rejects.toThrow('not-found')
    },
  )

  it('raises nobody else alone, and what they had stays meanwhile', async () => {
    const { id } = await addAccount(database(), commandLine, {
      name: 'zhou',
      shownName: '周',
      roles: ['leader'],
      rows: { ...whole, centres: ['hall'] },
    })
    expect(await change(first, id, ['leader', 'inspection'], { centres: ['hall'] })).toBe(true)
    expect((await stored(id)).roles).toEqual(['leader'])
    expect(await change(first, id, ['leader'])).toBe(true)
    expect((await stored(id)).scope).toEqual({ ...whole, centres: ['hall'] })
    await answer(second, id)
    expect((await stored(id)).scope).toEqual(whole)
  })

  it('takes rights away at once, which drops what waited', async () => {
    const { id } = await make(first, 'qian', ['clerk'])
    await answer(second, id)
    await change(first, id, ['clerk', 'leader'])
    expect(await change(first, id, [])).toBe(false)
    expect(await stored(id)).toMatchObject({ roles: [], proposed: null })
  })

  it('sees what waits; who gave it may drop it, and who would get it may not agree', async () => {
    const county = await make(first, 'county', ['administrator'])
    await answer(second, county.id)
    await change(first, county.id, ['administrator', 'leader'])
    const waiting = async (viewer: Viewer) =>
      (await listAccounts(database(), viewer, new Date())).find(({ id }) => id === county.id)?.proposed
    const roles = ['administrator', 'leader']
    // Another administrator of the whole is the second one: that counted at once.
    expect(await waiting(second)).toBeNull()
    expect((await stored(county.id)).roles).toEqual(roles)
    const { id } = await make(first, 'sun', ['leader'])
    const listed = async (viewer: Viewer) =>
      (await listAccounts(database(), viewer, new Date())).find(account => account.id === id)?.proposed
    expect(await listed(first)).toMatchObject({ roles: ['leader'], by: 'first', mayAgree: false })
    expect(await listed(second)).toMatchObject({ mayAgree: true })
    await expect(answer({ ...second, id }, id)).rejects.toThrow('second-administrator-needed')
    await answer(first, id, false)
    expect(await stored(id)).toMatchObject({ roles: [], proposed: null })
  })

  it('leaves in the log what waited, and who agreed', async () => {
    const calls = async (viewer: Viewer) =>
      createCaller(await testContext(database(), viewer, { cookie: 'x' })).accounts
    const { id } = await (
      await calls(first)
    ).add({ name: 'li', shownName: '李', roles: ['leader'], rows: whole })
    await (await calls(second)).answer({ id, agreed: true })
    const entries = await database().prisma.auditEntry.findMany({ orderBy: { number: 'asc' } })
    expect(entries.slice(-2)).toMatchObject([
      { actor: 'first', action: 'account-added', subject: 'li', details: { waits: true } },
      {
        actor: 'second',
        action: 'rights-answered',
        subject: 'li',
        details: { agreed: true, by: 'first', roles: ['leader'] },
      },
    ])
  })
})

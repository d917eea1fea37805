import type { Permission, Viewer } from '../../server/access/permissions.ts'
import type { RoleName } from '../../server/access/roles.ts'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpackAnswer } from '#measures'
import { nobody, permissionTable } from '../../server/access/permissions.ts'
import { roleNames, roleTable } from '../../server/access/roles.ts'
import { addSystem, systemViewer } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { appRouter, createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { calls } from '../support/calls.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
interface Procedure {
  _def: { type: string; meta?: { permission?: Permission; whileImpersonating?: boolean } }
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
/** Those whose input names a centre. */
const withCentre = Object.keys(calls).filter(
  path => JSON.stringify(calls[path]!('here') ?? '').includes('"here"') && path !== 'accounts.change',
)

/** How a call ended: the error's name, or null where it was let through. */
async function outcome(
  path: string,
  viewer: Viewer,
  centre: string,
): Promise<{ refused: string | null; found: unknown }> {
  const [noun = '', verb = ''] = path.split('.')
  const caller = createCaller(await testContext(database(), viewer)) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  try {
    return { refused: null, found: await caller[noun]![verb]!(calls[path]!(centre)) }
  } catch (error) {
    const { message } = error as Error
    return {
      refused: [
        'sign-in-needed',
        'not-permitted',
        'out-of-scope',
        'preview-read-only',
        'hidden-dimension',
      ].includes(message)
        ? message
        : null,
      found: message,
    }
  }
}

/** The roles, in the scope that they need. */
const asRole = (role: RoleName, centres: 'all' | string[] = 'all'): Viewer =>
  viewerIn(role, {
    centres,
    ...('partOfHall' in roleTable[role] && {
      units: centres === 'all' ? ['here/U1'] : centres.map(centre => `${centre}/U1`),
    }),
  })

beforeAll(async () => {
  await addCentre(database(), 'here')
  await addCentre(database(), 'there')
  await loadSmallHall(database(), 'here')
  await loadSmallHall(database(), 'there')
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    'caseNumber,item,window,receivedAt\nA,NOW,W1,2012-09-03 08:00\nB,TEN,W2,2012-09-03 08:00\n',
  )
})

describe('role × procedure × scope', () => {
  it('knows a call of every procedure, and every procedure declares its permission', () => {
    expect(procedures.map(([path]) => path).sort()).toEqual(Object.keys(calls).sort())
    for (const [path, procedure] of procedures)
      expect(Object.keys(permissionTable), path).toContain(procedure._def.meta?.permission)
  })

  let cells = 0
  let refusals = 0
  it.each(procedures)(
    '%s is for those whose role permits it, and for nobody else',
    async (path, procedure) => {
      const permission = procedure._def.meta!.permission!
      for (const role of roleNames) {
        const viewer = asRole(role)
        const may = viewer.may.includes(permission)
        expect((await outcome(path, viewer, 'here')).refused, `${role} ${path}`).toBe(
          may ? null : 'not-permitted',
        )
        cells++
        refusals += may ? 0 : 1
      }
      expect((await outcome(path, nobody, 'here')).refused, `nobody ${path}`).toBe(
        permission === 'anyone' ? null : 'sign-in-needed',
      )
      const impersonating = { ...asRole('clerk'), impersonatedBy: 'administrator' }
      const changes = procedure._def.type === 'mutation' && !procedure._def.meta?.whileImpersonating
      if (changes)
        expect((await outcome(path, impersonating, 'here')).refused, `preview ${path}`).toBe(
          'preview-read-only',
        )
      cells += 2
    },
  )

  it.each(withCentre)('%s of another centre is refused to every role that may call it', async path => {
    const permission = procedures.find(([name]) => name === path)![1]._def.meta!.permission!
    for (const role of roleNames) {
      const viewer = asRole(role, ['there'])
      if (!viewer.may.includes(permission)) continue
      expect((await outcome(path, viewer, 'here')).refused, `${role} ${path}`).toBe('out-of-scope')
      expect((await outcome(path, viewer, 'there')).refused, `${role} ${path} at home`).toBeNull()
      cells += 2
      refusals++
    }
  })

  it.each(['centres.list', 'imports.list', 'audit.list', 'accounts.list'])(
    '%s shows nothing of another centre',
    async path => {
      const viewer = viewerIn(
        roleNames.filter(role => !('partOfHall' in roleTable[role])),
        { centres: ['there'] },
      )
      const { refused, found } = await outcome(path, viewer, 'there')
      expect(refused).toBeNull()
      expect(JSON.stringify(found)).not.toContain('"here"')
      cells++
    },
  )

  it('a token may what it was given, in its own centre', async () => {
    const token = await addSystem(database(), await centresOf(database()).find('here'), {
      name: 'asker',
      may: ['ask'],
      targets: [],
      days: 1,
      createdBy: 'test',
      now,
    })
    const system = await systemViewer(database(), `Bearer ${token}`, now)
    for (const [path, procedure] of procedures) {
      const permission = procedure._def.meta!.permission!
      const may = ['anyone', 'figures.read', 'rows.read', 'catalogue.read'].includes(permission)
      expect((await outcome(path, system, 'here')).refused, path).toBe(may ? null : 'not-permitted')
      cells++
    }
    expect((await outcome('measures.ask', system, 'there')).refused).toBe('out-of-scope')
  })

  it('prints its counts', () => {
    process.stdout.write(
      `matrix: ${procedures.length} procedures × ${roleNames.length} roles, ${cells} ` +
        `cells, ${refusals} refusals by role or scope\n`,
    )
    expect(cells).toBeGreaterThan(procedures.length * roleNames.length)
    expect(refusals).toBeGreaterThan(100)
  })
})

describe('rows within a hall', () => {
  const here = (codes: string[]) => codes.map(code => `here/${code}`)
  const chief = (units: string[], windows: 'all' | string[] = 'all') =>
    viewerIn('windowChief', { units: here(units), windows: windows === 'all' ? windows : here(windows) })
  const counted = async (viewer: Viewer) => {
    const caller = createCaller(await testContext(database(), viewer))
    const answer = unpackAnswer(
      await caller.measures.ask({
        measures: ['casesReceived'],
        centres: ['here'],
        period: '2012',
        groupBy: ['window'],
      }),
    )
    const rows = await caller.measures.rows({ measure: 'casesReceived', centres: ['here'], period: '2012' })
    return { windows: answer.current.cells.map(cell => cell.members[0]), rows: rows.total }
  }

  it('are the same in figures and in records', async () => {
    expect(await counted(viewerIn('leader'))).toEqual({ windows: ['W1', 'W2'], rows: 2 })
    expect(await counted(chief(['U1']))).toEqual({ windows: ['W1'], rows: 1 })
    expect(await counted(chief(['U1', 'U2'], ['W2']))).toEqual({ windows: ['W2'], rows: 1 })
    expect(await counted(chief(['U1'], ['W2']))).toEqual({ windows: [], rows: 0 })
  })

  it('a window chief without a limit, an unknown role and an unreadable scope see nothing', async () => {
    for (const viewer of [
      viewerIn('windowChief'),
      viewerIn('king' as RoleName),
      viewerIn('leader', { centres: 5 as unknown as string[] }),
    ])
      expect((await outcome('measures.ask', viewer, 'here')).refused).toMatch(/not-permitted|out-of-scope/)
  })

  it('whoever sees part of a hall keeps no imports, accounts or audit, whatever their roles', async () => {
    const viewer = viewerIn(['clerk', 'administrator', 'inspection'], { units: ['here/U1'] })
    expect(viewer.may.filter(permission => !permissionTable[permission].limited)).toEqual([])
    expect((await outcome('imports.quarantined', viewer, 'here')).refused).toBe('not-permitted')
  })
})

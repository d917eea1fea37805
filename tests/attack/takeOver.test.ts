import type { Viewer } from '../../server/access/permissions.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { listAccounts } from '../../server/access/accounts.ts'
import { acceptInvitation } from '../../server/access/invitations.ts'
import { commandLine } from '../../server/access/permissions.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { testNow } from '../support/load.ts'
import { storedAccount } from '../support/storedAccount.ts'

// One administrator alone could make a new link for any account, sign in as its person and see what they
// see, or agree as the second administrator to rights of their own. Or close that one, and be alone.

const database = useDatabase('empty')
const whole = { centres: 'all' as const, units: 'all' as const, windows: 'all' as const }
let first: Viewer
let second: Viewer

/** Somebody who has chosen a password and is signed in. */
async function account(name: string, role: 'administrator' | 'leader'): Promise<Viewer> {
  const id = await storedAccount(database(), { name, roles: [role], scope: whole, signedIn: true })
  return { ...viewerIn(role, whole), id, name }
}

const as = async (viewer: Viewer) =>
  createCaller(await testContext(database(), viewer, { cookie: 'x' })).accounts
const idOf = (viewer: Viewer): string => viewer.id ?? ''
const stored = async (of: Viewer) =>
  database().prisma.user.findUniqueOrThrow({ where: { id: idOf(of) }, include: { sessions: true } })
const waitsAt = async (of: Viewer, viewer: Viewer) =>
  (await listAccounts(database(), viewer, testNow)).find(({ id }) => id === of.id)?.proposed
const links = async (): Promise<number> => database().prisma.invitation.count()

beforeEach(async () => {
  await database().prisma.invitation.deleteMany()
  await database().prisma.user.deleteMany()
  first = await account('first', 'administrator')
  second = await account('second', 'administrator')
})

describe('one administrator of two', () => {
  it('gets no link for an account that is in use; the other one gets it, and may refuse it', async () => {
    const leader = await account('leader', 'leader')
    const id = idOf(leader)
    expect(await (await as(first)).invite({ id })).toEqual({ token: null })
    expect(await links()).toBe(0)
    await expect((await as(first)).answer({ id, agreed: true })).rejects.toThrow(
      'second-administrator-needed',
    )
    expect(await waitsAt(leader, first)).toMatchObject({ does: 'link', by: 'first', mayAgree: false })
    expect(await waitsAt(leader, second)).toMatchObject({ does: 'link', by: 'first', mayAgree: true })
    await (await as(second)).answer({ id, agreed: false })
    expect([await links(), (await stored(leader)).proposed]).toEqual([0, null])

    await (await as(first)).invite({ id })
    const { token } = await (await as(second)).answer({ id, agreed: true })
    const acceptance = { token: token ?? '', name: '', shownName: '', password: 'Pinghe-Window-1949-Garden' }
    const { auth } = await testContext(database(), first)
    await acceptInvitation(database(), auth, { ...acceptance, now: testNow })
    expect((await stored(leader)).sessions).toEqual([])
    const entries = await database().prisma.auditEntry.findMany({ orderBy: { number: 'desc' }, take: 2 })
    expect(entries.reverse()).toMatchObject([
      { actor: 'first', action: 'link-made', subject: 'leader', details: { waits: true } },
      { actor: 'second', action: 'rights-answered', details: { agreed: true, asked: 'link', by: 'first' } },
    ])
  })

  it('gets no link for the other one, to agree to their own rights', async () => {
    await (await as(first)).invite({ id: idOf(second) })
    await expect((await as(first)).answer({ id: idOf(second), agreed: true })).rejects.toThrow(
      'second-administrator-needed',
    )
    expect(await links()).toBe(0)
  })

  it('gets no link by changing what waited', async () => {
    const leader = await account('leader', 'leader')
    await (await as(first)).invite({ id: idOf(leader) })
    await (await as(first)).change({ id: idOf(leader), shownName: '', roles: [], rows: whole })
    expect([await links(), (await stored(leader)).proposed]).toEqual([0, null])
  })

  it.each<[string, (of: Viewer) => Promise<unknown>]>([
    ['close', async of => (await as(first)).close({ id: idOf(of) })],
    ['limit', async of => (await as(first)).change({ id: idOf(of), shownName: '', roles: [], rows: whole })],
    [
      'limit to no centre',
      async of =>
        (await as(first)).change({
          id: idOf(of),
          shownName: '',
          roles: ['administrator'],
          rows: { ...whole, centres: [] },
        }),
    ],
  ])('cannot %s the other one alone, who may agree', async (_, act) => {
    await act(second)
    const before = await stored(second)
    expect(before).toMatchObject({ roles: ['administrator'], scope: whole, disabledAt: null })
    expect(before.sessions).toHaveLength(1)
    const at = { id: idOf(second), agreed: true }
    await expect((await as(first)).answer(at)).rejects.toThrow('second-administrator-needed')
    await (await as(second)).answer(at)
    const { roles, scope, disabledAt } = await stored(second)
    expect({ roles, scope, disabledAt }).not.toEqual({
      roles: ['administrator'],
      scope: whole,
      disabledAt: null,
    })
    // Now that nobody else administers, the last one stays.
    await expect((await as(first)).close({ id: idOf(first) })).rejects.toThrow('last-administrator')
  })

  it('cannot have the last one closed by what both asked for', async () => {
    await (await as(first)).close({ id: idOf(second) })
    await (await as(second)).close({ id: idOf(first) })
    await (await as(first)).answer({ id: idOf(first), agreed: true })
    await expect((await as(second)).answer({ id: idOf(second), agreed: true })).rejects.toThrow(
      'last-administrator',
    )
  })

  it('makes links for who never signed in, and for oneself; the command line for everybody', async () => {
    const made = await (await as(first)).add({ name: 'new', shownName: '新', roles: ['leader'], rows: whole })
    expect((await (await as(first)).invite({ id: made.id })).token).toBeTruthy()
    expect((await (await as(first)).invite({ id: idOf(first) })).token).toBeTruthy()
    expect((await (await as(commandLine)).invite({ id: idOf(second) })).token).toBeTruthy()
  })
})

describe('an administrator alone', () => {
  it('makes links and closes accounts at once: nobody else could agree', async () => {
    await database().prisma.user.delete({ where: { id: idOf(second) } })
    const leader = await account('leader', 'leader')
    expect((await (await as(first)).invite({ id: idOf(leader) })).token).toBeTruthy()
    await (await as(first)).close({ id: idOf(leader) })
    expect((await stored(leader)).disabledAt).not.toBeNull()
  })
})

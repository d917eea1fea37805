import type { FastifyInstance } from 'fastify'
import { createOTP } from '@better-auth/utils/otp'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../server/access/invitations.ts'
import { lockAfter } from '../../server/access/lockOut.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess, signInAs, signInWith, testAccess } from '../support/access.ts'
import { accountCalls, decodeBase32 } from '../support/accountCalls.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
let now = new Date('2013-06-30T00:00:00Z')
let app: FastifyInstance
const password = 'Pinghe-Window-2013'
const other = 'Another*Long#Way9'

beforeAll(async () => {
  await addCentre(database(), 'hall')
  await loadSmallHall(database(), 'hall')
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    access: await testAccess(database(), () => now),
    ...intakeParts(),
  })
})
afterAll(async () => app?.close())

const { call, signIn } = accountCalls(() => app)

const asked = async (cookie: string) =>
  call('measures.ask', { measures: ['casesReceived'], centres: ['hall'], period: '2012' }, cookie, 'query')
const actions = async () =>
  (await database().prisma.auditEntry.findMany({ orderBy: { number: 'asc' } })).map(
    entry => `${entry.actor} ${entry.action} ${entry.outcome}`,
  )
const whole = { centres: 'all', units: 'all', windows: 'all' }
let admin = ''

describe('the first account', () => {
  it('before it, the demo is open on this machine, and closed to all else', async () => {
    const cookie = await signInAs(app, 'leader')
    expect((await asked(cookie)).status).toBe(200)
    expect((await signIn('/sign-in/demo', { role: 'king' })).status).toBe(400)
  })

  it('several who come in as the same role at once, when nobody has before, all get in', async () => {
    const refused: number[] = []
    for (let turn = 0; turn < 40; turn++) {
      await database().prisma.user.deleteMany({ where: { id: 'demo-inspection' } })
      const replies = await Promise.all(
        Array.from({ length: 8 }, async () => signIn('/sign-in/demo', { role: 'inspection' })),
      )
      refused.push(...replies.map(reply => reply.status).filter(status => status !== 200))
    }
    expect(refused).toEqual([])
  })

  it('is made by the link alone, with a password that cannot be guessed', async () => {
    const demo = await signInAs(app, 'administrator')
    const token = await invite(database(), { userId: null, createdBy: 'server', now })
    expect((await call('access.accept', { token: 'x', password, name: 'chief' })).body).toContain(
      'invitation-refused',
    )
    expect((await call('access.accept', { token, password: 'password', name: 'chief' })).body).toContain(
      'password-weak',
    )
    expect((await call('access.accept', { token, password, name: 'No Name' })).body).toContain(
      'account-name-invalid',
    )
    expect(
      (await call('access.accept', { token, password, name: 'chief', shownName: '王主任' })).status,
    ).toBe(200)
    expect((await call('access.accept', { token, password, name: 'second' })).body).toContain(
      'invitation-refused',
    )
    const signed = await signInWith(app, 'chief', password)
    expect(signed.status).toBe(200)
    admin = signed.cookie
    // The demo is closed, and whoever was in by it is out.
    expect((await signIn('/sign-in/demo', { role: 'leader' })).status).toBe(403)
    expect((await asked(demo)).status).toBe(401)
  })

  it('keeps accounts and sees no figure', async () => {
    expect((await asked(admin)).status).toBe(403)
    expect((await call('accounts.list', null, admin, 'query')).body).toContain('王主任')
  })

  it('never leaves the password, its hash or a token where it can be read', async () => {
    const shown =
      (await call('accounts.list', null, admin, 'query')).body +
      JSON.stringify(await database().prisma.auditEntry.findMany()) +
      JSON.stringify(await database().prisma.account.findMany())
    expect(shown).not.toContain(password)
  })
})

describe('a person', () => {
  let clerk = ''
  let id = ''

  it('is added with a link, chooses a password, and comes in with their rights', async () => {
    const added = (
      await call('accounts.add', { name: 'wang', shownName: '小王', roles: ['clerk'], rows: whole }, admin)
    ).json<{ id: string; token: string }>()
    id = added.id
    expect((await signInWith(app, 'wang', password)).status).toBe(401)
    expect((await call('access.accept', { token: added.token, password })).status).toBe(200)
    const signed = await signInWith(app, 'WANG', password)
    expect(signed.status).toBe(200)
    clerk = signed.cookie
    expect((await asked(clerk)).status).toBe(200)
    expect((await call('accounts.list', null, clerk, 'query')).status).toBe(403)
  })

  it('loses at once what is taken away, and nobody gets what no role has', async () => {
    const change = async (roles: string[], rows: object = whole) =>
      call('accounts.change', { id, shownName: '小王', roles, rows }, admin)
    expect((await change(['king'])).body).toContain('role-unknown')
    expect((await change(['windowChief'])).body).toContain('scope-needed')
    expect((await change(['windowChief'], { ...whole, units: ['U1'] })).body).toContain('bad-arguments')
    expect((await change(['windowChief'], { ...whole, units: ['hall/U9'] })).body).toContain('unknown-member')
    expect((await change(['windowChief'], { ...whole, units: ['hall/U1'] })).status).toBe(200)
    expect((await call('imports.list', null, clerk, 'query')).status).toBe(403)
    expect((await asked(clerk)).status).toBe(200)
    expect((await change([])).status).toBe(200)
    expect((await asked(clerk)).status).toBe(403)
    expect((await change(['clerk'])).status).toBe(200)
  })

  it('is locked out after five wrong passwords until time or an administrator frees it', async () => {
    for (let tries = 0; tries < 5; tries++)
      expect((await signInWith(app, 'wang', 'Wrong-Password-1')).status).toBe(401)
    const locked = await signInWith(app, 'wang', password)
    expect([locked.status, locked.body.includes('sign-in-locked')]).toEqual([429, true])
    now = new Date(now.getTime() + 61_000)
    expect((await signInWith(app, 'wang', 'Wrong-Password-1')).status).toBe(401)
    expect((await signInWith(app, 'wang', password)).status).toBe(429)
    now = new Date(now.getTime() + 121_000)
    expect((await signInWith(app, 'wang', password)).status).toBe(200)
    expect([1, 4, 5, 6, 7, 99].map(lockAfter)).toEqual([0, 0, 60_000, 120_000, 240_000, 3_600_000])
    // A name that is none is locked alike: nothing tells whether it exists.
    for (let tries = 0; tries < 5; tries++)
      expect((await signInWith(app, 'nobody-here', 'Wrong-Password-1')).status).toBe(401)
    expect((await signInWith(app, 'nobody-here', 'Wrong-Password-1')).status).toBe(429)
    // A clock that is set back leaves nobody outside for longer than the longest lock.
    now = new Date(now.getTime() - 7 * 86_400_000)
    expect((await signInWith(app, 'nobody-here', 'Wrong-Password-1')).status).toBe(401)
    now = new Date(now.getTime() + 7 * 86_400_000)
  })

  it('changes the password, which ends the other sessions, and cannot choose a weak one', async () => {
    const here = (await signInWith(app, 'wang', password)).cookie
    expect(
      (
        await signIn(
          '/change-password',
          { currentPassword: password, newPassword: 'password1', revokeOtherSessions: true },
          here,
        )
      ).body,
    ).toContain('password-weak')
    expect(
      (
        await signIn(
          '/change-password',
          { currentPassword: 'Wrong-Password-1', newPassword: other, revokeOtherSessions: true },
          here,
        )
      ).status,
    ).toBe(400)
    const changed = await signIn(
      '/change-password',
      { currentPassword: password, newPassword: other, revokeOtherSessions: true },
      here,
    )
    expect(changed.status).toBe(200)
    expect((await asked(clerk)).status).toBe(401)
    expect((await asked(changed.cookie)).status).toBe(200)
    clerk = changed.cookie
  })

  it('ends their own sessions, and never those of somebody else', async () => {
    const second = (await signInWith(app, 'wang', other)).cookie
    const { sessions } = (await call('access.account', null, clerk, 'query')).json<{
      sessions: { id: string; current: boolean }[]
    }>()
    const away = sessions.find(session => !session.current)!
    const [adminSession] = (await call('access.account', null, admin, 'query')).json<{
      sessions: { id: string }[]
    }>().sessions
    expect((await call('access.endSession', { session: adminSession!.id }, clerk)).status).toBe(404)
    expect((await call('access.endSession', { session: away.id }, clerk)).status).toBe(200)
    expect((await asked(second)).status).toBe(401)
    expect((await asked(clerk)).status).toBe(200)
  })

  it('needs a code once they have a second factor; a backup code works once', async () => {
    const begun = await signIn('/two-factor/enable', { password: other }, clerk)
    const { totpURI, backupCodes } = begun.json<{ totpURI: string; backupCodes: string[] }>()
    const secret = new URL(totpURI).searchParams.get('secret')!
    // The key in the link is the secret in base 32, as authenticators want it.
    // Each code works once, so every proof takes that of another step of 30 seconds.
    const code = async (step = 0) =>
      createOTP(decodeBase32(secret)).hotp(Math.floor(Date.now() / 30_000) + step)
    const proven = await signIn('/two-factor/verify-totp', { code: await code() }, clerk)
    expect(proven.status, proven.body).toBe(200)
    const first = await signIn('/sign-in/username', { username: 'wang', password: other })
    expect(first.json<{ twoFactorRedirect: boolean }>().twoFactorRedirect).toBe(true)
    expect((await asked(first.cookie)).status).toBe(401)
    expect((await signIn('/two-factor/verify-totp', { code: '000000' }, first.cookie)).body).toContain(
      'second-factor-refused',
    )
    const next = await code(1)
    const [inside, twice] = await Promise.all([
      signIn('/two-factor/verify-totp', { code: next }, first.cookie),
      signIn('/two-factor/verify-totp', { code: next }, first.cookie),
    ])
    expect([inside.status, twice.status].sort()).toEqual([200, 401])
    const cookie = inside.status === 200 ? inside.cookie : twice.cookie
    expect((await asked(cookie)).status).toBe(200)
    const replayed = await signIn('/sign-in/username', { username: 'wang', password: other })
    expect((await signIn('/two-factor/verify-totp', { code: next }, replayed.cookie)).body).toContain(
      'second-factor-refused',
    )
    const again = await signIn('/sign-in/username', { username: 'wang', password: other })
    expect(
      (await signIn('/two-factor/verify-backup-code', { code: backupCodes[0] }, again.cookie)).status,
    ).toBe(200)
    const third = await signIn('/sign-in/username', { username: 'wang', password: other })
    expect(
      (await signIn('/two-factor/verify-backup-code', { code: backupCodes[0] }, third.cookie)).body,
    ).toContain('second-factor-refused')
    expect((await call('accounts.clearTwoFactor', { id }, admin)).status).toBe(200)
    clerk = (await signInWith(app, 'wang', other)).cookie
    expect((await asked(clerk)).status).toBe(200)
  })

  it('is impersonated read-only; what is read is audited, and the person is told', async () => {
    const told = async () =>
      (await call('access.state', null, clerk, 'query')).json<{ impersonated: { by: string } | null }>()
        .impersonated
    expect(await told()).toBeNull()
    expect((await call('accounts.preview', { id }, admin)).status).toBe(200)
    expect((await asked(admin)).status).toBe(200)
    expect((await asked(admin)).status).toBe(200)
    expect((await actions()).filter(entry => entry.startsWith('chief read-in-preview'))).toEqual([
      'chief read-in-preview done',
    ])
    expect(await told()).toMatchObject({ by: 'chief' })
    expect((await call('access.readImpersonation', null, admin)).body).toContain('preview-read-only')
    expect((await call('access.readImpersonation', null, clerk)).status).toBe(200)
    expect(await told()).toBeNull()
    expect((await call('imports.undo', { centre: 'hall', batch: 1 }, admin)).body).toContain(
      'preview-read-only',
    )
    expect((await call('accounts.list', null, admin, 'query')).status).toBe(403)
    expect((await call('access.endPreview', null, admin)).status).toBe(200)
    expect((await asked(admin)).status).toBe(403)
    expect((await actions()).filter(entry => entry.startsWith('chief preview'))).toEqual([
      'chief preview-begun done',
      'chief preview-ended done',
    ])
  })

  it('is out when the account is closed, also with the right password', async () => {
    expect((await call('accounts.close', { id }, admin)).status).toBe(200)
    expect((await asked(clerk)).status).toBe(401)
    expect((await signInWith(app, 'wang', other)).status).toBeGreaterThanOrEqual(400)
    expect((await call('accounts.invite', { id }, admin)).status).toBe(200)
    expect((await call('accounts.open', { id }, admin)).status).toBe(200)
    expect((await signInWith(app, 'wang', other)).status).toBe(200)
  })
})

describe('administrators', () => {
  it('the last one stays', async () => {
    const { accounts } = (await call('accounts.list', null, admin, 'query')).json<{
      accounts: { id: string; name: string }[]
    }>()
    const { id } = accounts.find(account => account.name === 'chief')!
    expect((await call('accounts.close', { id }, admin)).body).toContain('last-administrator')
    expect(
      (await call('accounts.change', { id, shownName: 'x', roles: ['leader'], rows: whole }, admin)).body,
    ).toContain('last-administrator')
  })

  it('of one centre keep the accounts of that centre alone', async () => {
    const { token } = (
      await call(
        'accounts.add',
        {
          name: 'county',
          shownName: '县管理员',
          roles: ['administrator'],
          rows: { ...whole, centres: ['hall'] },
        },
        admin,
      )
    ).json<{ token: string }>()
    await call('access.accept', { token, password: other })
    const county = (await signInWith(app, 'county', other)).cookie
    const seen = (await call('accounts.list', null, county, 'query')).json<{ accounts: { name: string }[] }>()
    expect(seen.accounts.map(account => account.name)).toEqual(['county'])
    expect(
      (await call('accounts.add', { name: 'spy', shownName: 'x', roles: ['leader'], rows: whole }, county))
        .body,
    ).toContain('out-of-scope')
    const { accounts } = (await call('accounts.list', null, admin, 'query')).json<{
      accounts: { id: string; name: string }[]
    }>()
    const wang = accounts.find(account => account.name === 'wang')!
    for (const verb of ['invite', 'close', 'signOut', 'preview', 'clearTwoFactor'])
      expect((await call(`accounts.${verb}`, { id: wang.id }, county)).status, verb).toBe(404)
  })

  it('everything that was done and refused is written down', async () => {
    const done = await actions()
    for (const entry of [
      'chief account-added done',
      'chief rights-changed done',
      'chief rights-changed failed',
      'chief account-closed done',
      'wang sign-in refused',
      'wang sign-in done',
      'wang password-changed done',
      'wang refused refused',
      'chief second-factor-cleared done',
      '- password-chosen done',
    ])
      expect(done, entry).toContain(entry)
  })
})

import type { FastifyInstance } from 'fastify'
import type { Access } from '../../server/access/index.ts'
import type { Viewer } from '../../server/access/permissions.ts'
import type { RoleName } from '../../server/access/roles.ts'
import type { Config } from '../../server/config.ts'
import type { Context } from '../../server/context.ts'
import type { Database } from '../../server/storage/database.ts'
import pino from 'pino'
import { openAccess } from '../../server/access/index.ts'
import { viewerOf } from '../../server/access/viewer.ts'
import { readConfig } from '../../server/config.ts'
import { Answers } from '../../server/query/answers.ts'
import { noBackupKeys } from '../../server/storage/backup/encryption.ts'
import { intakeParts } from './intakeParts.ts'

/** The configuration of tests: this machine, any free port, generous limits. */
export function testConfig(folder: string, more: Partial<Config> = {}): Config {
  return {
    ...readConfig({ BW_DATA: folder, PORT: '0' }),
    perMinute: { requests: 1_000_000, signIns: 1_000_000 },
    ...more,
  }
}

/** Signing in and permissions over a test's database. */
export async function testAccess(
  database: Database,
  clock = () => new Date('2013-06-30T00:00:00Z'),
): Promise<Access> {
  return openAccess(database, {
    host: '127.0.0.1',
    publicUrls: [],
    demo: true,
    tls: false,
    singleSignOn: null,
    clock,
    secret: 'a secret of the tests, long enough for anybody',
  })
}

/** The viewer of a role, by default over all rows. */
export function viewerIn(
  role: RoleName | readonly RoleName[],
  rows: Partial<{ centres: 'all' | string[]; units: 'all' | string[]; windows: 'all' | string[] }> = {},
): Viewer {
  const roles = typeof role === 'string' ? [role] : role
  return viewerOf(
    {
      id: `test-${roles.join('-')}`,
      name: roles.join(' '),
      username: roles.join('-'),
      roles,
      scope: { centres: 'all', units: 'all', windows: 'all', ...rows },
      demo: false,
      disabledAt: null,
    },
    { address: '127.0.0.1' },
  )
}

/** No mail and no chat rooms, so that nothing is sent. */
const noDelivery = { mail: null, rooms: [], address: null }

/** A context for calling procedures without HTTP. */
export async function testContext(
  database: Database,
  viewer: Viewer,
  more: Partial<Context> = {},
): Promise<Context> {
  const { uploads, jobs, limits } = intakeParts()
  return {
    ...(await testAccess(database)),
    database,
    viewer,
    cookie: null,
    dataFolder: null,
    backupKeys: noBackupKeys,
    delivery: noDelivery,
    clock: () => new Date('2013-06-30T00:00:00Z'),
    logger: pino({ level: 'silent' }),
    answers: new Answers(),
    uploads,
    jobs,
    limits,
    ...more,
  }
}

/** The arguments of `buildHttp` for signing in and operations. */
export async function httpAccess(database: Database) {
  return {
    access: await testAccess(database),
    dataFolder: null,
    backupKeys: noBackupKeys,
    delivery: noDelivery,
    perMinute: { requests: 1_000_000, signIns: 1_000_000 },
  }
}

/** The cookies of a reply, as a request sends them back. */
export const cookieOf = (setCookie: string | string[] | undefined): string =>
  [setCookie ?? []]
    .flat()
    .map(line => line.split(';')[0])
    .join('; ')

/** Signs in as a demo role and returns the cookie. */
export async function signInAs(app: FastifyInstance, role: RoleName): Promise<string> {
  const reply = await app.inject({
    method: 'POST',
    url: '/auth/sign-in/demo',
    headers: { 'host': '127.0.0.1', 'content-type': 'application/json' },
    payload: { role },
  })
  if (reply.statusCode !== 200) throw new Error(`sign-in as ${role}: ${reply.statusCode} ${reply.body}`)
  return cookieOf(reply.headers['set-cookie'])
}

/** Signs in with a name and a password. Returns the status, body and cookie, also where it is refused. */
export async function signInWith(
  app: FastifyInstance,
  username: string,
  password: string,
): Promise<{ status: number; cookie: string; body: string }> {
  const reply = await app.inject({
    method: 'POST',
    url: '/auth/sign-in/username',
    headers: { 'host': '127.0.0.1', 'content-type': 'application/json' },
    payload: { username, password },
  })
  return { status: reply.statusCode, cookie: cookieOf(reply.headers['set-cookie']), body: reply.body }
}

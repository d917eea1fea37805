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

/** How the product is set up in tests: on this machine, at a free port, with a fixed clock. */
export function testConfig(folder: string, more: Partial<Config> = {}): Config {
  return {
    ...readConfig({ BW_DATA: folder, PORT: '0' }),
    perMinute: { requests: 1_000_000, signIns: 1_000_000 },
    ...more,
  }
}

/** Who comes in, over a test's database. */
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

/** The viewer that a role is, over every row unless said. */
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

/** Nothing leaves the product. */
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

/** What buildHttp needs beside the database and the files. */
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

/** Signs in as one of the demo's roles and returns the cookie. */
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

/** Signs in with a name and a password; the cookie, or null where it is refused. */
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

import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Buffer } from 'node:buffer'
import type { Database } from '../../server/storage/database.ts'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildHttp } from '../../server/http.ts'
import { httpAccess, signInAs } from './access.ts'
import { useDatabase } from './database.ts'
import { intakeParts } from './intakeParts.ts'
import { addCentre, load, loadSmallHall } from './load.ts'

/** The present instant for the attacked server. */
export const attackTime = new Date('2013-06-30T00:00:00Z')

/** A name that would do harm in HTML and in SQL; the hall has an item with it. */
export const harmfulName = '<img src=x onerror=alert(1)>\'; DROP TABLE "Case"; --'

interface AttackRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS'
  url: string
  headers?: Record<string, string>
  payload?: string | Buffer
}

/** A server over a database of the test file's own. */
interface AttackedServer {
  database: () => Database
  app: () => FastifyInstance
  /** The cookie of a signed-in clerk. */
  clerk: () => string
  /** Everything that the server has logged so far. */
  log: () => string
  /** Sends a request, by default a POST of JSON to 127.0.0.1. */
  send: (request: AttackRequest) => ReturnType<typeof inject>
}

const inject = async (app: FastifyInstance, options: InjectOptions) => app.inject(options)

async function loadHalls(database: Database): Promise<void> {
  await addCentre(database, 'here')
  await addCentre(database, 'there')
  await loadSmallHall(database, 'here')
  await load(
    database,
    { centre: 'here', target: 'items' },
    'item,name,unit,window,type,instantCapable,validFrom\nEVIL,' +
      `"${harmfulName.replaceAll('"', '""')}",U1,W1,instant,0,2012-01-01\n`,
  )
  await load(
    database,
    { centre: 'here', target: 'cases' },
    'caseNumber,item,window,receivedAt\nA,NOW,W1,2012-09-03 08:00\nB,EVIL,W1,2012-09-03 08:00\n',
  )
}

/** Starts a server with the centres `here` (with records) and `there` (empty) for the tests of a file. */
export function useAttackedServer(): AttackedServer {
  const database = useDatabase('empty')
  let app: FastifyInstance
  let clerk = ''
  let log = ''
  const logger = pino(
    {},
    new Writable({
      write(chunk, _, done) {
        log += String(chunk)
        done()
      },
    }),
  )
  beforeAll(async () => {
    await loadHalls(database())
    app = await buildHttp({
      database: database(),
      clock: () => attackTime,
      logger,
      clientFolder: null,
      ...(await httpAccess(database())),
      ...intakeParts(),
    })
    clerk = await signInAs(app, 'clerk')
  })
  afterAll(async () => app?.close())
  return {
    database,
    app: () => app,
    clerk: () => clerk,
    log: () => log,
    send: async ({ method = 'POST', url, headers = {}, payload }) =>
      inject(app, {
        method,
        url,
        headers: {
          host: '127.0.0.1',
          ...(payload !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload !== undefined && { payload }),
      }),
  }
}

const internals = /SELECT |INSERT INTO|FROM "|at .{1,80}\.[tm]?js:\d|node_modules|PrismaClient|\bstack\b/

/** Expects no server error, and no SQL, stack or module name in the reply. */
export function expectHarmless(reply: { statusCode: number; body: string }, what: string): void {
  expect(reply.statusCode, `${what}: ${reply.body.slice(0, 300)}`).toBeLessThan(500)
  expect(reply.body, what).not.toMatch(internals)
}

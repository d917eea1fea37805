import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../../server/access/permissions.ts'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { buildHttp } from '../../server/http.ts'
import { createCaller } from '../../server/router.ts'
import { httpAccess, testContext, viewerIn } from './access.ts'
import { useDatabase } from './database.ts'
import { intakeParts } from './intakeParts.ts'
import { addCentre, load, loadSmallHall } from './load.ts'
import { storedAccount } from './storedAccount.ts'

/** The instant at which every test begins. */
export const shareTime = new Date('2013-01-10T02:00:00Z')

/** The instant a number of days after the beginning of a test. */
export const daysLater = (days: number): Date => new Date(shareTime.getTime() + days * 86_400_000)

/** A question that a page asks: cases received in 2012. */
export const shareQuestion = (more: object = {}) => ({
  measures: ['casesReceived'],
  centres: ['here'],
  period: '2012',
  ...more,
})

/** The same, split by window. */
export const byWindow = shareQuestion({ groupBy: ['window'] })

const accounts = ['leader', 'clerk', 'administrator', 'inspection'] as const

/**
 * A server for read-only links, over a database of the test file's own with the centres `here` (three
 * cases) and `there` (empty) and an account for each of four roles. Before each test the clock is set
 * back and all links are deleted.
 */
export function useSharedPages() {
  const database = useDatabase('empty')
  let clock = shareTime
  let app: FastifyInstance
  let visitors = 0
  const logged: string[] = []
  const logger = pino(
    { level: 'debug' },
    new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk))
        done()
      },
    }),
  )
  beforeAll(async () => {
    await addCentre(database(), 'here')
    await addCentre(database(), 'there')
    await loadSmallHall(database(), 'here')
    await load(
      database(),
      { centre: 'here', target: 'cases' },
      'caseNumber,item,window,receivedAt,acceptedAt\n' +
        'A,NOW,W1,2012-09-03 08:00,2012-09-03 08:00\nB,TEN,W2,2012-09-03 08:00,2012-09-03 08:00\n' +
        'C,TEN,W2,2012-10-08 08:00,2012-10-08 08:00\n',
    )
    const scope = { centres: 'all', units: 'all', windows: 'all' }
    for (const name of accounts) await storedAccount(database(), { name, roles: [name], scope })
    app = await buildHttp({
      database: database(),
      clock: () => clock,
      logger,
      clientFolder: null,
      ...(await httpAccess(database())),
      perMinute: { requests: 1_000_000, signIns: 60 },
      ...intakeParts(),
    })
  })
  beforeEach(async () => {
    clock = shareTime
    await database().prisma.sharedPage.deleteMany()
  })
  afterAll(async () => app?.close())

  const callerOf = async (viewer: Viewer) =>
    createCaller(await testContext(database(), viewer, { clock: () => clock }))
  return {
    database,
    /** The lines that the server has logged. */
    logged,
    callerOf,
    setClock: (instant: Date) => {
      clock = instant
    },
    /** Shares the page of windows for a week, as a leader unless told otherwise. */
    share: async (
      viewer: Viewer = viewerIn('leader'),
      more: { questions?: object[]; days?: '1' | '7' | '30' } = {},
    ) => {
      const caller = await callerOf(viewer)
      return caller.shares.create({
        centre: 'here',
        page: 'windows',
        days: '7',
        questions: [byWindow],
        ...more,
      })
    },
    /** Opens a link; from a new address each time, because attempts are limited by address. */
    open: async (path: string, from = `10.0.0.${++visitors}`) =>
      app.inject({ method: 'GET', url: path, headers: { host: '127.0.0.1' }, remoteAddress: from }),
  }
}

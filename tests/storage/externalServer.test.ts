import type { AddressInfo } from 'node:net'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openAccess } from '../../server/access/index.ts'
import { addSystem } from '../../server/access/systems.ts'
import { brightWindow, CallFailed } from '../../server/api/client.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { joinEmbeddedServer } from '../../server/storage/embedded.ts'
import { httpAccess } from '../support/access.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, loadSmallHall, testNow } from '../support/load.ts'

// The server is kept up by this file, as a machine of its own would keep it; the product knows its
// address alone.
let folder = ''
const undo: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-external-'))
})
afterAll(async () => {
  for (const step of undo.reverse()) await step()
  await rm(folder, { recursive: true, force: true })
})

const rowsOfAPush = 2000
const push = (round: number) =>
  Array.from({ length: rowsOfAPush }, (_, index) => ({
    caseNumber: `R${round}-${index}`,
    item: ['NOW', 'TEN', 'THIRTY'][index % 3]!,
    receivedAt: '2012-09-03 08:00',
  }))

async function serve() {
  const server = await joinEmbeddedServer(folder)
  undo.push(async () => server.release())
  const database = await openDatabase({ databaseUrl: server.url, dataFolder: folder })
  undo.push(async () => database.close())
  await prepareDatabase(database)
  await addCentre(database, 'hall')
  await loadSmallHall(database, 'hall')
  const { access: _, ...parts } = await httpAccess(database)
  const access = await openAccess(database, {
    host: '127.0.0.1',
    publicUrls: [],
    demo: true,
    tls: false,
    singleSignOn: null,
    clock: () => testNow,
  })
  const app = await buildHttp({
    database,
    access,
    clock: () => testNow,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...parts,
    ...intakeParts(),
  })
  undo.push(async () => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  const token = await addSystem(database, await centresOf(database).find('hall'), {
    name: 'outside',
    may: ['ask', 'push'],
    targets: ['cases'],
    days: 1,
    createdBy: 'test',
    now: testNow,
  })
  return {
    database,
    calls: brightWindow({ address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, token }),
  }
}

const postmaster = async (): Promise<number> =>
  Number((await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

it('a PostgreSQL that is killed and restarted in use: no wrong figure, full recovery', async () => {
  const { database, calls } = await serve()
  const asked = async () =>
    (await calls.ask({ measures: ['casesReceived'], centres: ['hall'], period: '2012' })).current.values
      .casesReceived?.value ?? 0
  let answers = 0
  let refusals = 0
  for (let round = 0; round < 3; round++) {
    const looking = new AbortController()
    const seen = new Set<number>()
    const viewers = Array.from({ length: 4 }, async () => {
      while (!looking.signal.aborted) {
        await asked().then(
          found => {
            answers++
            seen.add(found)
          },
          (error: unknown) => {
            refusals++
            expect(error, String(error)).toBeInstanceOf(CallFailed)
            expect((error as CallFailed).error.name, String(error)).toBe('database-unreachable')
          },
        )
      }
    })
    const load = calls.push({ centre: 'hall', target: 'cases', key: `round-${round}` }, push(round)).then(
      () => null,
      (error: unknown) => error,
    )
    // Each round a little later in the load.
    await pause(40 + round * 150)
    const killed = await postmaster()
    process.kill(killed, 'SIGKILL')
    const failure = await load
    if (failure !== null)
      expect((failure as CallFailed).error?.name, String(failure)).toBe('database-unreachable')
    for (
      const deadline = Date.now() + 60_000;
      await asked().then(
        () => false,
        () => true,
      );
    ) {
      expect(Date.now()).toBeLessThan(deadline)
      await pause(100)
    }
    // Whether the load was in time or not is known to its key alone: the same push makes it true, once.
    expect(
      await calls.push({ centre: 'hall', target: 'cases', key: `round-${round}` }, push(round)),
    ).toMatchObject({ loaded: rowsOfAPush, quarantined: 0 })
    expect(await asked()).toBe((round + 1) * rowsOfAPush)
    looking.abort()
    await Promise.all(viewers)
    for (const figure of seen)
      expect([round * rowsOfAPush, (round + 1) * rowsOfAPush], 'never part of a load').toContain(figure)
    expect(await postmaster()).not.toBe(killed)
  }
  expect(answers).toBeGreaterThan(0)
  expect(refusals).toBeGreaterThan(0)
  expect((await verifyCentre(database, await centresOf(database).find('hall'))).differences).toEqual([])
}, 120_000)

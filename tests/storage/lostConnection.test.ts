import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { loadBatch } from '../../server/intake/loadBatch.ts'
import { plainMapping } from '../../server/intake/mapping.ts'
import { streamed } from '../../server/intake/read/bytes.ts'
import { openCsv } from '../../server/intake/read/csv.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { isConnectionFailure } from '../../server/storage/failures.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')

it('a connection that is lost in the middle of a load ends that load by name, leaves nothing of it, and the next one works', async () => {
  await addCentre(database(), 'lost')
  await loadSmallHall(database(), 'lost')
  async function* slowly(): AsyncGenerator<Buffer> {
    yield Buffer.from('caseNumber,item,receivedAt\n')
    for (let index = 0; index < 5000; index++)
      yield Buffer.from(`L${index},TEN,2012-09-03\n`)
    // The load waits for its file, and its connection for the load; then the server ends it.
    for (let ended = 0; ended === 0; await pause(50)) {
      const { rows } = await database().pool.query<{ n: number }>(`SELECT count(pg_terminate_backend(pid))::int AS n FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()`)
      ended = rows[0]!.n
    }
    yield Buffer.from('LAST,TEN,2012-09-03\n')
  }
  const source = await openCsv(streamed(Readable.from(slowly())), { encoding: 'utf-8', delimiter: ',' })
  const request = { source, mapping: plainMapping('cases', source.headers, targets.cases.fields), centre: await centresOf(database()).find('lost'), fileName: 'x', fileHash: 'x', byUser: 'test', now: testNow }
  const failure: unknown = await loadBatch(database(), request).catch((error: unknown) => error)
  expect(isConnectionFailure(failure), String(failure)).toBe(true)
  expect(await database().prisma.case.count()).toBe(0)
  expect(await load(database(), { centre: 'lost', target: 'cases' }, 'caseNumber,item,receivedAt\nA,TEN,2012-09-03\n')).toMatchObject({ loaded: 1 })
})

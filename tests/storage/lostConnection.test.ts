import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { loadBatch } from '../../server/intake/batch/loadBatch.ts'
import { streamed } from '../../server/intake/read/bytes.ts'
import { openCsv } from '../../server/intake/read/csv.ts'
import { plainMapping } from '../../server/intake/rows/mapping.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { isConnectionFailure, isDiskFull } from '../../server/storage/failures.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')

/** A load alone, and one with a load worker from its first row. */
const ways = [
  ['alone', {}],
  ['helped', { workerFromRows: 0 }],
] as const
async function casesOf(code: string): Promise<number> {
  const { id } = await centresOf(database()).find(code)
  return database().prisma.case.count({ where: { centreId: id } })
}

it.each(ways)(
  'a connection lost in the middle of a load (%s) ends that load by name and leaves nothing of it',
  async (way, help) => {
    const lost = `lost-${way}`
    await addCentre(database(), lost)
    await loadSmallHall(database(), lost)
    async function* slowly(): AsyncGenerator<Buffer> {
      yield Buffer.from('caseNumber,item,receivedAt\n')
      for (let index = 0; index < 5000; index++) yield Buffer.from(`L${index},TEN,2012-09-03\n`)
      // The load waits for its file, and its connection for the load; then the server ends it.
      for (let ended = 0; ended === 0; await pause(50)) {
        const { rows } = await database().pool.query<{ n: number }>(
          `SELECT count(pg_terminate_backend(pid))::int AS n FROM pg_stat_activity
            WHERE state = 'idle in transaction' AND datname = current_database()`,
        )
        ended = rows[0]!.n
      }
      yield Buffer.from('LAST,TEN,2012-09-03\n')
    }
    const source = await openCsv(streamed(Readable.from(slowly())), { encoding: 'utf-8', delimiter: ',' })
    const request = {
      source,
      mapping: plainMapping('cases', source.headers, targets.cases.fields),
      centre: await centresOf(database()).find(lost),
      fileName: 'x',
      fileHash: 'x',
      byUser: 'test',
      now: testNow,
      ...help,
    }
    const failure: unknown = await loadBatch(database(), request).catch((error: unknown) => error)
    expect(isConnectionFailure(failure), String(failure)).toBe(true)
    expect(await casesOf(lost)).toBe(0)
    expect(
      await load(
        database(),
        { centre: lost, target: 'cases' },
        'caseNumber,item,receivedAt\nA,TEN,2012-09-03\n',
      ),
    ).toMatchObject({ loaded: 1 })
  },
)

it.each(ways)(
  'a disk that fills in the middle of a load (%s) ends that load by name and leaves nothing of it',
  async (way, help) => {
    const full = `full-${way}`
    await addCentre(database(), full)
    await loadSmallHall(database(), full)
    const rows = Array.from({ length: 3000 }, (_, index) => `F${index},TEN,2012-09-03`).join('\n')
    // The server answers as it does when its disk is full, at the two thousandth case.
    await database().pool.query(
      `CREATE OR REPLACE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF
          NEW."caseNumber" = 'F2000' THEN RAISE 'could not extend file: No space left on device'
        USING ERRCODE = 'disk_full'; END IF; RETURN NEW; END $$`,
    )
    await database().pool.query(
      'CREATE TRIGGER filling BEFORE INSERT ON "Case" FOR EACH ROW EXECUTE FUNCTION fill()',
    )
    const failure: unknown = await load(
      database(),
      { centre: full, target: 'cases', ...help },
      `caseNumber,item,receivedAt\n${rows}\n`,
    ).catch((error: unknown) => error)
    expect(isDiskFull(failure), String(failure)).toBe(true)
    expect(await casesOf(full)).toBe(0)
    await database().pool.query('DROP TRIGGER filling ON "Case"')
    expect(
      await load(
        database(),
        { centre: full, target: 'cases', ...help },
        `caseNumber,item,receivedAt\n${rows}\n`,
      ),
    ).toMatchObject({ loaded: 3000 })
  },
)

import type { Database } from '../../server/storage/database.ts'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { casesTable } from '../../prisma/demo/cases.ts'
import { csvLines } from '../../prisma/demo/csv.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { firstLines } from '../../server/cli/verbs/generate.ts'
import { loadBatch } from '../../server/intake/loadBatch.ts'
import { plainMapping } from '../../server/intake/mapping.ts'
import { openCsvFile } from '../../server/intake/readCsv.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { dayFromText } from '../../server/measures/index.ts'

const span = { from: dayFromText('2021-01-01') ?? 0, to: dayFromText('2025-12-31') ?? 0 }
const seconds = (since: number): number => (performance.now() - since) / 1000

/** Writes generated cases to a file, so that making them is not counted as loading them. */
export async function writeCases(database: Database, file: string, count: number): Promise<void> {
  const { hall } = await centresOf(database).find('pinghe')
  const perDay = Math.ceil(count / (hall.calendar?.countFrom(span.from, span.to) ?? 1) * 1.12) + 1
  const table = casesTable(hall, { ...span, cut: { day: span.to + 1, minute: 0 }, volumeOn: () => perDay })
  await pipeline(Readable.from(firstLines(csvLines(table), count)), createWriteStream(file))
}

/** Seconds that the real intake takes for a file of cases. */
export async function timeIntake(database: Database, file: string): Promise<number> {
  const started = performance.now()
  const centre = await centresOf(database).find('pinghe')
  const source = await openCsvFile(file, { encoding: 'utf-8', delimiter: ',' })
  const mapping = plainMapping('cases', source.headers, targets.cases.fields)
  const result = await loadBatch(database, { source, mapping, centre, fileName: 'bench.csv', fileHash: 'bench', byUser: 'bench', now: new Date() })
  if (result.loaded !== result.rows)
    throw new Error(`the intake loaded ${result.loaded} of ${result.rows}: ${JSON.stringify(result.problems[0])}`)
  return seconds(started)
}

/** Seconds that a bare COPY of the same final columns takes into a table with the same keys and indexes, ended by its commit. */
export async function timeBareCopy(database: Database, file: string): Promise<number> {
  const client = await database.pool.connect()
  try {
    await pipeline(client.query(copyTo('COPY (SELECT * FROM "Case" WHERE "batchId" = (SELECT max("id") FROM "ImportBatch")) TO STDOUT')), createWriteStream(file))
    await client.query('CREATE TABLE bare (LIKE "Case" INCLUDING ALL)')
    const started = performance.now()
    await pipeline(createReadStream(file), client.query(copyFrom('COPY bare FROM STDIN')))
    const taken = seconds(started)
    await client.query('DROP TABLE bare')
    return taken
  }
  finally {
    client.release()
  }
}

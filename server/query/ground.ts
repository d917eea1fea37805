import type pg from 'pg'
import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import { NamedError } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { checkCentres } from './scopeFilters.ts'

/** Everything a question is asked with besides its own words. */
export interface Asking {
  database: Database
  scope: Scope
  now: Date
  /** Reads facts where tiers would do: to check one against the other. */
  factsOnly?: boolean
}

/** What is known of the centres before any figure is read. */
export interface Ground {
  centres: Centre[]
  centreIds: number[]
  asOf: Date
  /** The local day of `asOf`. */
  today: number
  dataUntil: string | null
  demo: boolean
}

/** One consistent view of the database for all reads of some questions. */
export async function inSnapshot<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect().catch((cause: unknown) => {
    throw new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause)
  })
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 60000')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  }
  catch (error) {
    // A connection that failed is not given back to the pool.
    client.release(true)
    throw error
  }
}

/** What several questions of one snapshot find out only once. */
export class Common {
  private readonly known = new Map<string, Promise<unknown>>()
  readonly client: pg.ClientBase

  constructor(client: pg.ClientBase) {
    this.client = client
  }

  /** The result of `find`, from the first time that the key came up. */
  async once<T>(key: unknown, find: () => Promise<T>): Promise<T> {
    const text = JSON.stringify(key)
    const found = (this.known.get(text) ?? find()) as Promise<T>
    this.known.set(text, found)
    return found
  }
}

const lastDataSql = `SELECT greatest(
  (SELECT max("receivedDay") FROM "Case" WHERE "centreId" = $1),
  (SELECT max("completedDay") FROM "Case" WHERE "centreId" = $1),
  (SELECT max("concludedDay") FROM "Trade" WHERE "centreId" = $1),
  (SELECT max("givenDay") FROM "Feedback" WHERE "centreId" = $1)) AS last,
  EXISTS (SELECT 1 FROM "ImportBatch" WHERE "centreId" = $1 AND "demo" AND "undoneAt" IS NULL) AS demo`

interface LastData { last: string | null, demo: boolean }

/** How far data reaches, by database, centre and data version: it can only change with the version. */
const lastData = new WeakMap<Database, Map<string, LastData>>()

async function lastDataOf(database: Database, client: pg.ClientBase, centre: Centre): Promise<LastData> {
  const known = lastData.get(database) ?? new Map<string, LastData>()
  lastData.set(database, known)
  const key = `${centre.id}:${centre.dataVersion}`
  const found = known.get(key) ?? (await client.query<LastData>(lastDataSql, [centre.id])).rows[0] ?? { last: null, demo: false }
  if (known.size > 10_000)
    known.clear()
  known.set(key, found)
  return found
}

/** The data versions of some centres as `client` sees them, in the order of their codes. Errors: unknown-centre. */
export async function versionsOf(client: Pick<pg.ClientBase, 'query'> | Database['pool'], codes: readonly string[]): Promise<number[]> {
  const found = await client.query<{ code: string, version: number }>({ name: 'data-versions', text: 'SELECT "code", "dataVersion" AS version FROM "Centre" WHERE "code" = ANY($1::text[])', values: [codes] })
  const versions = new Map(found.rows.map(row => [row.code, row.version]))
  return codes.map((code) => {
    const version = versions.get(code)
    if (version === undefined)
      throw new NamedError('unknown-centre', { centre: code })
    return version
  })
}

/** Finds the centres, the day it is there, and how far their data reaches, all as the snapshot sees it. Errors: out-of-scope, unknown-centre. */
export async function groundOf(asking: Asking, common: Common, question: { centres: string[], asOf?: string | undefined }): Promise<Ground> {
  checkCentres(asking.scope, question.centres)
  const reader = centresOf(asking.database)
  const versions = await common.once(['versions', question.centres], async () => versionsOf(common.client, question.centres))
  const centres = await Promise.all(question.centres.map(async (code, index) => reader.at(code, versions[index] ?? 0)))
  const asOf = question.asOf ? new Date(question.asOf) : asking.now
  const ends: LastData[] = []
  for (const centre of centres)
    ends.push(await lastDataOf(asking.database, common.client, centre))
  return {
    centres,
    centreIds: centres.map(centre => centre.id),
    asOf,
    today: centres[0]?.hall.zone.localAt(asOf.getTime()).day ?? 0,
    dataUntil: ends.map(end => end.last).filter(last => last !== null).sort().at(-1) ?? null,
    demo: ends.some(end => end.demo),
  }
}

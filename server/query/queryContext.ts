import type pg from 'pg'
import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import { NamedError } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { readDataVersions } from '../storage/dataVersion.ts'
import { checkCentres } from './scopeFilters.ts'
import { VersionCache } from './versionCache.ts'

/** The viewer's scope, the instant and the database of a question. */
export interface QueryContext {
  database: Database
  scope: Scope
  now: Date
  /** Reads facts even where a rollup would do, for checking rollups. */
  factsOnly?: boolean
}

/** The centres of a question, as seen in its snapshot. */
export interface CentreContext {
  centres: Centre[]
  centreIds: number[]
  asOf: Date
  /** The local day of `asOf`. */
  today: number
  demo: boolean
}

/** Runs reads in one snapshot of the database. */
export async function inSnapshot<T>(
  database: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect().catch((cause: unknown) => {
    throw new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause)
  })
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 60000')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // A failed connection is not returned to the pool.
    client.release(true)
    throw error
  }
}

/** Values that several questions of a snapshot share; each is read once. */
export class SnapshotCache {
  private readonly entries = new Map<string, Promise<unknown>>()
  readonly client: pg.ClientBase

  constructor(client: pg.ClientBase) {
    this.client = client
  }

  /** The result of `read` for a key; only the first call for a key reads. */
  async once<T>(key: unknown, read: () => Promise<T>): Promise<T> {
    const text = JSON.stringify(key)
    const value = (this.entries.get(text) ?? read()) as Promise<T>
    this.entries.set(text, value)
    return value
  }
}

const demoSql = `SELECT DISTINCT "centreId" AS id FROM "ImportBatch"
  WHERE "centreId" = ANY($1::int[]) AND "demo" AND "undoneAt" IS NULL`

/** Whether centres contain demo data. */
const demoCentres = new VersionCache<boolean>(10_000)

/** Whether one of some centres contains demo data; unknown ones are read in one query. */
async function isDemo(
  database: Database,
  client: pg.ClientBase,
  centres: readonly Centre[],
): Promise<boolean> {
  const demoOf = (centre: Centre): boolean | undefined => demoCentres.get({ database, centres: [centre] })
  const news = centres.filter(centre => demoOf(centre) === undefined)
  const demos = new Set(centres.filter(demoOf))
  if (news.length > 0) {
    const result = await client.query<{ id: number }>(demoSql, [news.map(({ id }) => id)])
    const found = new Set(result.rows.map(({ id }) => id))
    for (const centre of news) {
      demoCentres.set({ database, centres: [centre] }, found.has(centre.id))
      if (found.has(centre.id)) demos.add(centre)
    }
  }
  return demos.size > 0
}

/**
 * The data versions of some centres in `client`'s snapshot, in the order of their codes. Errors:
 * unknown-centre.
 */
export async function versionsOf(
  client: Pick<pg.ClientBase, 'query'> | Database['pool'],
  codes: readonly string[],
): Promise<number[]> {
  const result = await client.query<{ id: number; code: string }>({
    name: 'centre-numbers',
    text: 'SELECT "id", "code" FROM "Centre" WHERE "code" = ANY($1::text[])',
    values: [codes],
  })
  const centreIds = new Map(result.rows.map(row => [row.code, row.id]))
  // Selected by id, so that a cluster reads only the nodes of these centres.
  const versions = await readDataVersions(client, [...centreIds.values()])
  return codes.map(code => {
    const centreId = centreIds.get(code)
    if (centreId === undefined) throw new NamedError('unknown-centre', { centre: code })
    return versions.get(centreId) ?? 0
  })
}

/**
 * The centres, the local day, and whether there are demo data, as seen in the snapshot. Errors: out-of-scope,
 * unknown-centre.
 */
export async function readCentreContext(
  context: QueryContext,
  cache: SnapshotCache,
  question: { centres: string[]; asOf?: string | undefined },
): Promise<CentreContext> {
  checkCentres(context.scope, question.centres)
  const reader = centresOf(context.database)
  const versions = await cache.once(['versions', question.centres], async () =>
    versionsOf(cache.client, question.centres),
  )
  const centres = await reader.at(
    question.centres.map((code, index) => ({ code, dataVersion: versions[index] ?? 0 })),
  )
  const asOf = question.asOf ? new Date(question.asOf) : context.now
  return {
    centres,
    centreIds: centres.map(centre => centre.id),
    asOf,
    today: centres[0]?.hall.zone.localAt(asOf.getTime()).day ?? 0,
    demo: await isDemo(context.database, cache.client, centres),
  }
}

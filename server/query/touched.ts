import type { Measure } from '#measures'
import type { Fact } from '../facts/index.ts'
import type { Database } from '../storage/database.ts'
import type { FlowPart, Part } from './words.ts'
import { partsOf } from '#measures'
import { factNamed } from '../facts/index.ts'
import { Binder, quoted } from './sql.ts'

/** Which batches are asked about, and the local dates that matter. */
export interface Touched { centreId: number, measure: Measure, batches: readonly number[], days: readonly { from: string, to: string }[] }

interface Watched { fact: Fact, clock: string | null, upTo: boolean }

function flowWatched(part: FlowPart, upTo: boolean): Watched {
  const fact = factNamed(part.fact)
  return { fact, clock: fact.clocks[part.during]?.column ?? null, upTo }
}

/** Which days of which fact a part looks at: those of its period, for a balance all until its end, for what is in force every row. */
function watchedBy(part: Part): Watched[] {
  switch (part.kind) {
    case 'flow': return [flowWatched(part, false)]
    case 'balance': return [...part.entered, ...part.left].map(flow => flowWatched(flow, true))
    case 'stock': return [{ fact: factNamed(part.fact), clock: null, upTo: false }]
    case 'calendar': return []
  }
}

/** The condition under which a row's day matters; `day` is SQL for it. */
function daysSql(day: string, { upTo }: Watched, { days, binder }: { days: Touched['days'], binder: Binder }): string {
  return `(${days.map(({ from, to }) => upTo ? `${day} <= ${binder.bind(to)}::date` : `${day} BETWEEN ${binder.bind(from)}::date AND ${binder.bind(to)}::date`).join(' OR ')})`
}

function selects(watched: Watched, { centreId, batches, days }: Touched, binder: Binder): string {
  const { fact, clock } = watched
  const own = `"centreId" = ${binder.bind(centreId)} AND "batchId" = ANY(${binder.bind([...batches])}::int[])`
  const now = clock === null ? '' : ` AND ${daysSql(quoted(clock), watched, { days, binder })}`
  const before = clock === null ? '' : ` AND ${daysSql(`("before"->>'${clock}')::date`, watched, { days, binder })}`
  return `SELECT "batchId" AS id FROM ${quoted(fact.table)} WHERE ${own}${now}
    UNION SELECT "batchId" FROM "FactChange" WHERE ${own} AND "fact" = ${binder.bind(fact.name)}::"FactName"${before}`
}

/**
 * Of some batches those that added or changed a record that a measure may have counted on some dates, as it is now or as it was before. Filters
 * are not looked at: a batch may be named that changed another window's records of the same days, never one left out.
 */
export async function batchesTouching({ pool }: Database, touched: Touched): Promise<number[]> {
  const watched = partsOf(touched.measure).flatMap(watchedBy)
  if (touched.batches.length === 0 || watched.length === 0)
    return []
  const binder = new Binder()
  const text = watched.map(one => selects(one, touched, binder)).join('\nUNION ')
  const found = await pool.query<{ id: number }>(`${text} ORDER BY id`, binder.values)
  return found.rows.map(row => row.id)
}

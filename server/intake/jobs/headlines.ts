import type { MeasureId } from '#measures'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { TargetName } from '../rows/targetNames.ts'
import type { HeadlineReport } from './headlineReport.ts'
import type { LoadResult } from './request.ts'
import { figureOf, measureNamed, NamedError } from '#measures'
import { wholeScope } from '../../measures/scope.ts'
import { ask } from '../../query/ask.ts'
import { targets } from '../targets/index.ts'

/** The figures of a report, and the day that decides a record's month, by target. */
const headlines: Partial<Record<TargetName, { measures: MeasureId[]; day: string; units: boolean }>> = {
  cases: {
    measures: ['casesReceived', 'casesCompleted', 'onTimeRate', 'openCases'],
    day: 'coalesce("completedDay", "receivedDay")',
    units: true,
  },
  trades: { measures: ['tradesConcluded', 'tradeAmount', 'savings'], day: '"concludedDay"', units: false },
  feedback: { measures: ['reviews', 'complaints', 'hotlineCalls'], day: '"givenDay"', units: true },
}

type Figures = Partial<Record<MeasureId, number | null>>

/** The centre, target and instant of a report. */
interface Loaded {
  database: Database
  centre: Centre
  target: TargetName
  now: Date
}

async function figuresOf({ database, centre, target, now }: Loaded, period: string): Promise<Figures> {
  const measures = headlines[target]?.measures ?? []
  const { current } = await ask(
    { measures, centres: [centre.code], period },
    { database, scope: wholeScope, now },
  )
  return Object.fromEntries(measures.map(id => [id, figureOf(measureNamed(id), current.overall).value]))
}

/** The headline figures of the 24 months before a load; empty for targets without any. */
export async function headlinesByMonth({
  database,
  centre,
  target,
  now,
}: Loaded): Promise<Map<string, Figures>> {
  const measures = headlines[target]?.measures
  if (!measures) return new Map()
  const { current } = await ask(
    { measures, centres: [centre.code], period: 'last24Months', granularity: 'month' },
    { database, scope: wholeScope, now },
  )
  return new Map(
    current.buckets.map(({ from }, bucket) => {
      const parts = current.cells.find(cell => cell.bucket === bucket)?.parts
      return [
        from.slice(0, 7),
        Object.fromEntries(measures.map(id => [id, parts ? figureOf(measureNamed(id), parts).value : null])),
      ]
    }),
  )
}

/** The months of a batch's records, in order. */
async function monthsOf(
  { database, centre, target }: Loaded,
  batch: number,
): Promise<HeadlineReport['months']> {
  const day = headlines[target]?.day
  if (day === undefined) return []
  const days = await database.pool.query<{ day: string; rows: string }>(
    `SELECT ${day}::text AS day, count(*) AS rows FROM "${targets[target].table}"
     WHERE "centreId" = $1 AND "batchId" = $2 AND ${day} IS NOT NULL GROUP BY 1`,
    [centre.id, batch],
  )
  const byMonth = new Map<string, number>()
  for (const { day: text, rows } of days.rows) {
    const month = text.slice(0, 7)
    byMonth.set(month, (byMonth.get(month) ?? 0) + Number(rows))
  }
  return Array.from(byMonth, ([period, records]) => ({ period, records })).sort((a, b) =>
    a.period.localeCompare(b.period),
  )
}

/** The month with most records; null where there is none. */
const mainMonth = (months: HeadlineReport['months']): string | null =>
  months.toSorted((a, b) => b.records - a.records)[0]?.period ?? null

async function earlierBatch({ database, centre, target }: Loaded, batch: number): Promise<number | null> {
  const earlier = await database.prisma.importBatch.findFirst({
    where: {
      centreId: centre.id,
      target,
      id: { lt: batch },
      undoneAt: null,
      committedAt: { not: null },
      repairs: null,
      demo: false,
      fileName: { not: 'recompute' },
      rows: { gt: 0 },
    },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return earlier?.id ?? null
}

/** The names of units with records in one batch but none in a later one. */
async function missingUnits(
  { database, centre, target }: Loaded,
  { earlier, batch }: { earlier: number; batch: number },
): Promise<string[]> {
  if (headlines[target]?.units !== true) return []
  const { table } = targets[target]
  const missing = await database.pool.query<{ name: string }>(
    `SELECT u."name" FROM "Unit" u WHERE u."centreId" = $1 AND u."id" IN (
       SELECT "unitId" FROM "${table}" WHERE "centreId" = $1 AND "batchId" = $2
       EXCEPT SELECT "unitId" FROM "${table}" WHERE "centreId" = $1 AND "batchId" = $3)
     ORDER BY u."code"`,
    [centre.id, earlier, batch],
  )
  return missing.rows.map(({ name }) => name)
}

/** Null where no record of the batch has a day. */
async function compared(
  loaded: Loaded,
  result: LoadResult,
  before: ReadonlyMap<string, Figures>,
): Promise<HeadlineReport | null> {
  const { batchId: batch } = result
  const months = await monthsOf(loaded, batch)
  const period = mainMonth(months)
  if (period === null) return null
  const earlier = await earlierBatch(loaded, batch)
  const earlierPeriod = earlier === null ? null : mainMonth(await monthsOf(loaded, earlier))
  const after = await figuresOf(loaded, period)
  const usual =
    earlierPeriod === null || earlierPeriod === period ? {} : await figuresOf(loaded, earlierPeriod)
  const measures = headlines[loaded.target]?.measures ?? []
  return {
    period,
    months,
    earlier: earlier === null || earlierPeriod === null ? null : { batch: earlier, period: earlierPeriod },
    figures: measures.map(measure => ({
      measure,
      before: before.get(period)?.[measure] ?? null,
      after: after[measure] ?? null,
      usual: usual[measure] ?? null,
    })),
    missingUnits: earlier === null ? [] : await missingUnits(loaded, { earlier, batch }),
  }
}

/**
 * Computes the changes of headline figures by a batch and compares them with the previous batch of its kind,
 * and stores the report with the batch. Null where there is nothing to report or a figure cannot be computed;
 * the batch stays loaded.
 */
export async function reportOf(
  loaded: Loaded,
  result: LoadResult,
  before: ReadonlyMap<string, Figures>,
): Promise<HeadlineReport | null> {
  if (!headlines[loaded.target]) return null
  try {
    const report = await compared(loaded, result, before)
    if (report)
      await loaded.database.pool.query(
        'UPDATE "ImportBatch" SET "report" = $3 WHERE "centreId" = $1 AND "id" = $2',
        [loaded.centre.id, result.batchId, JSON.stringify(report)],
      )
    return report
  } catch (cause) {
    if (cause instanceof NamedError) return null
    throw cause
  }
}

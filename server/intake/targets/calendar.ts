import type pg from 'pg'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import { z } from 'zod'
import { dayFromText, dayOf, NamedError, textOfDay, weekdayOf } from '#measures'
import { appendAudit } from '../../access/audit.ts'
import { nationalCalendar } from '../../centres/calendars.ts'
import { integer, isoDay } from '../../measures/inputs.ts'
import { raiseDataVersion } from '../../storage/dataVersion.ts'
import { inTransaction, lockCentre } from '../../storage/transaction.ts'

/** A year as in the State Council's notice: the days off, and the working weekends. */
const publishedYear = z.object({
  year: integer(1990, 2200),
  papers: z.array(z.string().max(500)).max(20).default([]),
  days: z.array(z.object({ name: z.string().max(100), date: isoDay, isOffDay: z.boolean() })).max(400),
})

type PublishedYear = z.output<typeof publishedYear>

/** Who loads a year, and its source. */
interface CalendarRequest {
  year: PublishedYear
  centre: Centre
  fileName: string
  fileHash: string
  byUser: string
  now: Date
  dryRun?: boolean
}

/** The result of loading a notice. */
interface CalendarResult {
  /** 0 for a check, and where nothing changed. */
  batchId: number
  year: number
  /** False for a year that was not published before. */
  known: boolean
  rows: number
  loaded: number
  unchanged: number
  corrected: number
}

/** The former days of a year; null where it was not published. */
interface YearImage {
  year: { notice: string | null; source: string } | null
  days: { day: string; working: boolean; name: string | null }[]
}

/** Validates a notice, and that its days are in its year or adjacent to it. Errors: calendar-invalid. */
export function parseYear(content: string): PublishedYear {
  let input: unknown
  try {
    input = JSON.parse(content)
  } catch (cause) {
    throw new NamedError('calendar-invalid', { reason: 'not JSON' }, cause)
  }
  const parsed = publishedYear.safeParse(input)
  if (!parsed.success)
    throw new NamedError(
      'calendar-invalid',
      { reason: `${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}` },
      parsed.error,
    )
  const { year, days } = parsed.data
  const stray = days.find(day => day.date < `${year - 1}-12-01` || day.date > `${year + 1}-01-31`)
  const twice = days.find((day, index) => days.findIndex(other => other.date === day.date) !== index)
  if (stray ?? twice)
    throw new NamedError('calendar-invalid', {
      reason: `${(stray ?? twice)?.date} ${stray ? `is not in ${year}` : 'stands twice'}`,
    })
  return parsed.data
}

const isWeekend = (date: string): boolean => weekdayOf(dayFromText(date) ?? 0) > 5

async function imageOf(client: pg.ClientBase, { year, days }: PublishedYear): Promise<YearImage> {
  const beside = days.map(day => day.date)
  const years = await client.query<{ notice: string | null; source: string }>(
    'SELECT "notice", "source" FROM "WorkCalendarYear" WHERE "calendar" = $1 AND "year" = $2',
    [nationalCalendar, year],
  )
  const result = await client.query<{ day: string; working: boolean; name: string | null }>(
    `SELECT "day", "working", "name" FROM "WorkCalendarDay" WHERE "calendar" = $1
      AND ("day" BETWEEN $2 AND $3 OR "day" = ANY($4::date[]))`,
    [nationalCalendar, textOfDay(dayOf(year, 1, 1)), textOfDay(dayOf(year, 12, 31)), beside],
  )
  return { year: years.rows[0] ?? null, days: result.rows }
}

async function writeYear(
  client: pg.ClientBase,
  key: { year: number; dates: readonly string[] },
  image: YearImage,
): Promise<void> {
  const { year, dates } = key
  await client.query(
    `DELETE FROM "WorkCalendarDay" WHERE "calendar" = $1
      AND ("day" BETWEEN $2 AND $3 OR "day" = ANY($4::date[]))`,
    [nationalCalendar, `${year}-01-01`, `${year}-12-31`, dates],
  )
  await client.query('DELETE FROM "WorkCalendarYear" WHERE "calendar" = $1 AND "year" = $2', [
    nationalCalendar,
    year,
  ])
  if (image.year)
    await client.query(
      'INSERT INTO "WorkCalendarYear" ("calendar", "year", "notice", "source") VALUES ($1, $2, $3, $4)',
      [nationalCalendar, year, image.year.notice, image.year.source],
    )
  for (const day of image.days)
    await client.query(
      'INSERT INTO "WorkCalendarDay" ("calendar", "day", "working", "name") VALUES ($1, $2, $3, $4)',
      [nationalCalendar, day.day, day.working, day.name],
    )
}

/** Raises the data version of every centre that uses this calendar. */
async function noteCalendarChange(client: pg.ClientBase): Promise<void> {
  for (const id of await centresOfCalendar(client)) await raiseDataVersion(client, id)
}

async function centresOfCalendar(client: pg.ClientBase): Promise<number[]> {
  const centres = await client.query<{ id: number }>(
    'SELECT "id" FROM "Centre" WHERE "calendar" = $1 ORDER BY "id"',
    [nationalCalendar],
  )
  return centres.rows.map(row => row.id)
}

async function lockCalendar(client: pg.ClientBase): Promise<void> {
  for (const id of await centresOfCalendar(client)) await lockCentre(client, id)
}

function compared({ year, days }: PublishedYear, before: YearImage): Omit<CalendarResult, 'batchId'> {
  const departures = new Map(before.days.map(day => [day.day, day.working]))
  const changed = days.filter(
    day => (departures.get(day.date) ?? !isWeekend(day.date)) === day.isOffDay,
  ).length
  const hasYear = before.year !== null
  return {
    year,
    known: hasYear,
    rows: days.length,
    loaded: hasYear ? 0 : days.length,
    unchanged: hasYear ? days.length - changed : 0,
    corrected: hasYear ? changed : 0,
  }
}

async function noteBatch(
  client: pg.ClientBase,
  request: CalendarRequest,
  counts: Omit<CalendarResult, 'batchId'>,
): Promise<number> {
  const made = await client.query<{ id: number }>(
    `INSERT INTO "ImportBatch" ("centreId", "target", "fileName", "fileHash", "mapping", "startedAt",
        "committedAt", "byUser", "rows", "loaded", "unchanged", "corrected", "headers")
     VALUES ($1, 'calendar', $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, '{}') RETURNING "id"`,
    [
      request.centre.id,
      request.fileName,
      request.fileHash,
      JSON.stringify({ year: request.year.year }),
      request.now,
      request.byUser,
      counts.rows,
      counts.loaded,
      counts.unchanged,
      counts.corrected,
    ],
  )
  return made.rows[0]?.id ?? 0
}

/**
 * Loads a published year into the calendar that all centres of the country share. Derived columns of cases
 * are not updated: see `recomputeCases`.
 */
export async function importCalendar(database: Database, request: CalendarRequest): Promise<CalendarResult> {
  const { year } = request
  return inTransaction(database, async client => {
    await lockCalendar(client)
    const before = await imageOf(client, year)
    const counts = compared(year, before)
    if (request.dryRun || (counts.known && counts.corrected === 0)) return { batchId: 0, ...counts }
    const batchId = await noteBatch(client, request, counts)
    const versions = await client.query(
      'SELECT 1 FROM "FactChange" WHERE "centreId" = $1 AND "fact" = \'calendar\' AND "key" = $2',
      [request.centre.id, String(year.year)],
    )
    await client.query(
      `INSERT INTO "FactChange" ("centreId", "fact", "key", "version", "batchId", "before")
        VALUES ($1, 'calendar', $2, $3, $4, $5)`,
      [
        request.centre.id,
        String(year.year),
        (versions.rowCount ?? 0) + 1,
        batchId,
        JSON.stringify({ ...before, dates: year.days.map(day => day.date) }),
      ],
    )
    const days = year.days
      .filter(day => day.isOffDay !== isWeekend(day.date))
      .map(day => ({ day: day.date, working: !day.isOffDay, name: day.name }))
    await writeYear(
      client,
      { year: year.year, dates: year.days.map(day => day.date) },
      { year: { notice: year.papers[0] ?? null, source: request.fileName }, days },
    )
    await noteCalendarChange(client)
    await appendAudit(client, {
      at: request.now,
      actor: request.byUser,
      action: 'import',
      outcome: 'done',
      centre: request.centre.code,
      subject: String(batchId),
      details: { target: 'calendar', file: request.fileName, ...counts },
    })
    return { batchId, ...counts }
  })
}

/**
 * Restores a year as it was before a batch, in the caller's transaction. Errors: undo-not-exact where a later
 * batch changed the same year.
 */
export async function undoCalendar(
  client: pg.ClientBase,
  batch: { id: number; centreId: number },
): Promise<void> {
  await lockCalendar(client)
  const changes = await client.query<{ key: string; before: YearImage & { dates: string[] } }>(
    `SELECT "key", "before" FROM "FactChange" WHERE "centreId" = $1 AND "fact" = 'calendar'
      AND "batchId" = $2`,
    [batch.centreId, batch.id],
  )
  for (const { key, before } of changes.rows) {
    const later = await client.query<{ batchId: number }>(
      `SELECT "batchId" FROM "FactChange" WHERE "fact" = 'calendar' AND "key" = $1
        AND "batchId" > $2 ORDER BY "batchId" LIMIT 1`,
      [key, batch.id],
    )
    if (later.rows[0])
      throw new NamedError('undo-not-exact', { batch: batch.id, count: 1, key, later: later.rows[0].batchId })
    await writeYear(client, { year: Number(key), dates: before.dates }, before)
  }
  await client.query(
    'DELETE FROM "FactChange" WHERE "centreId" = $1 AND "fact" = \'calendar\' AND "batchId" = $2',
    [batch.centreId, batch.id],
  )
  await noteCalendarChange(client)
}

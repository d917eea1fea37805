import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { GradedName } from './graded.ts'
import type { QualityPart } from './qualityParts.ts'
import type { Refusal } from './refusals.ts'
import { gradedFacts } from './graded.ts'
import { refusedRows } from './refusals.ts'

/** The number of good records and of all; for `complete`, of filled values and of all required ones. */
interface PartGrade {
  good: number
  of: number
}

/** The quality of the records of one unit and month. The empty code means records without a unit. */
export interface Grade {
  unit: string
  unitName: string
  /** 2026-09, by the day of the records. */
  month: string
  /** The number of loaded records. */
  rows: number
  parts: Record<QualityPart, PartGrade>
}

/** The days after the end of a month by which its records should be loaded. */
export const daysToReport = 10

/**
 * SQL for whether a record came in time: its batch was committed before `last`. Corrections are later by
 * nature and do not count as late; neither do demo batches.
 */
const inTime = (last: string): string => `(b."demo" OR r."version" > 1 OR b."committedAt" < ${last})`

interface Counted {
  unit: string | null
  unitName: string | null
  day: string
  rows: string
  filled: string
  inTime: string
  consistent: string
}

async function counted({ pool }: Database, centre: Centre, name: GradedName): Promise<Counted[]> {
  const { table, day, unit, required, contradiction } = gradedFacts[name]
  const result = await pool.query<Counted>(
    `SELECT ${unit.code} AS unit, ${unit.name} AS "unitName", m.day::text AS day, count(*) AS rows,
       ${required.map(({ filled }) => `count(*) FILTER (WHERE ${filled})`).join(' + ')} AS filled,
       count(*) FILTER (WHERE ${inTime('m.last')}) AS "inTime",
       count(*) FILTER (WHERE NOT coalesce(${contradiction}, false)) AS consistent
     FROM "${table}" r JOIN "ImportBatch" b ON b."centreId" = r."centreId" AND b."id" = r."batchId"
     ${unit.join}
     JOIN unnest($2::date[], $3::timestamptz[]) AS m(day, last) ON m.day = ${day}
     WHERE r."centreId" = $1 GROUP BY 1, 2, m.day`,
    [centre.id, ...(await deadlines({ pool }, centre, name))],
  )
  return result.rows
}

/** Every day with a record, and the deadline of its month. */
async function deadlines(
  { pool }: Pick<Database, 'pool'>,
  centre: Centre,
  name: GradedName,
): Promise<[string[], Date[]]> {
  const { table, day } = gradedFacts[name]
  const days = await pool.query<{ day: string }>(
    `SELECT DISTINCT (${day})::text AS day FROM "${table}" r WHERE r."centreId" = $1 AND ${day} IS NOT NULL`,
    [centre.id],
  )
  const texts = days.rows.map(row => row.day)
  return [texts, texts.map(text => deadlineOf(text.slice(0, 7), centre))]
}

/** The deadline for the records of a month. */
export function deadlineOf(month: string, { hall }: Centre): Date {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const firstAfter = Math.round(Date.UTC(year, number, 1) / 86_400_000)
  return new Date(hall.zone.startOf(firstAfter + daysToReport))
}

const emptyGrade = (unit: string, unitName: string, month: string): Grade => ({
  unit,
  unitName,
  month,
  rows: 0,
  parts: {
    complete: { good: 0, of: 0 },
    timely: { good: 0, of: 0 },
    valid: { good: 0, of: 0 },
    consistent: { good: 0, of: 0 },
  },
})

function add(part: PartGrade, good: number, of: number): void {
  part.good += good
  part.of += of
}

function takeCounted({ parts, ...grade }: Grade, row: Counted, expected: number): number {
  const rows = Number(row.rows)
  add(parts.complete, Number(row.filled), rows * expected)
  add(parts.timely, Number(row.inTime), rows)
  add(parts.valid, rows, rows)
  add(parts.consistent, Number(row.consistent), rows)
  return grade.rows + rows
}

/** A refused row counts against the part of its reason. */
function takeRefusal({ parts }: Grade, { part, count }: Refusal): void {
  add(parts[part], 0, count)
}

/** The grades of the records of one fact for every unit and month of a centre, in that order. */
export async function gradesOf(
  database: Database,
  centre: Centre,
  name: GradedName = 'cases',
): Promise<Grade[]> {
  const expected = gradedFacts[name].required.length
  const grades = new Map<string, Grade>()
  const gradeFor = (unit: string, unitName: string, month: string): Grade => {
    const key = `${unit} ${month}`
    const grade = grades.get(key) ?? emptyGrade(unit, unitName, month)
    grades.set(key, grade)
    return grade
  }
  for (const row of await counted(database, centre, name)) {
    const grade = gradeFor(row.unit ?? '', row.unitName ?? '', row.day.slice(0, 7))
    grade.rows = takeCounted(grade, row, expected)
  }
  for (const refusal of await refusedRows(database, centre, name))
    takeRefusal(gradeFor(refusal.unit, refusal.unitName, refusal.month), refusal)
  return [...grades.values()].sort((a, b) => a.unit.localeCompare(b.unit) || a.month.localeCompare(b.month))
}

/** The good share of a part; null where there is nothing to grade. */
export const shareOf = ({ good, of }: PartGrade): number | null => (of === 0 ? null : good / of)

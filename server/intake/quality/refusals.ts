import type { PoolClient } from 'pg'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { Reason } from '../rows/problems.ts'
import type { GradedName } from './graded.ts'
import type { QualityPart } from './qualityParts.ts'
import { textOfDay } from '#measures'
import { parseMapping } from '../rows/mapping.ts'
import { fieldFormat } from '../rows/parseField.ts'
import { localDayOf, plainReader } from '../rows/timeText.ts'
import { Catalogue } from '../targets/catalogueRecords.ts'
import { gradedFacts } from './graded.ts'

/** The refused rows of one unit, month and part. */
export interface Refusal {
  unit: string
  unitName: string
  month: string
  part: QualityPart
  count: number
  /** The rows, by batch and number in the file. */
  rows: { batch: number; row: number }[]
}

/** The quality part of a reason of refusal. Where two rows of a file disagree, neither value is invalid. */
function partOf(reason: Reason): QualityPart {
  if (reason === 'required') return 'complete'
  return reason === 'duplicateKey' || reason === 'reversedDates' || reason === 'afterToday'
    ? 'consistent'
    : 'valid'
}

interface Refused {
  batch: number
  row: number
  reason: Reason
  raw: string[]
  headers: string[]
  mapping: unknown
  committedAt: Date
}

/** The unit and the month of a refused row, as far as it gives them. */
class Placing {
  private readonly mapping: Mapping
  private readonly headers: readonly string[]
  private readonly centre: Centre

  constructor({ mapping, headers }: Refused, centre: Centre) {
    this.mapping = parseMapping(mapping, 'stored')
    this.headers = headers
    this.centre = centre
  }

  textOf(field: string, raw: readonly string[]): string {
    const column = this.mapping.columns[field]
    return column === undefined
      ? (this.mapping.constants[field] ?? '')
      : [column]
          .flat()
          .map(name => raw[this.headers.indexOf(name)]?.trim() ?? '')
          .join('/')
  }

  /** The month of the first field that can be parsed as a time; that of the load where none can. */
  monthOf({ raw, committedAt }: Refused, days: readonly string[]): string {
    const { zone } = this.centre.hall
    for (const field of days) {
      const text = this.textOf(field, raw)
      const form = fieldFormat(this.mapping, { zone, now: committedAt.getTime() }, field)
      const time = form.readTime(text) ?? plainReader(text)
      if (time) return textOfDay(localDayOf(time, zone)).slice(0, 7)
    }
    return zone.textAt(committedAt.getTime()).slice(0, 7)
  }
}

async function unitsOf(
  { prisma }: Database,
  centre: Centre,
): Promise<Map<number, { code: string; name: string }>> {
  const units = await prisma.unit.findMany({ where: { centreId: centre.id } })
  return new Map(units.map(({ id, code, name }) => [id, { code, name }]))
}

async function refusedIn(client: PoolClient, centre: Centre, name: GradedName): Promise<Refused[]> {
  const result = await client.query<Refused>(
    `SELECT q."batchId" AS batch, q."row", q."reason", q."raw", b."headers", b."mapping", b."committedAt"
     FROM "QuarantinedRow" q JOIN "ImportBatch" b ON b."centreId" = q."centreId" AND b."id" = q."batchId"
     WHERE q."centreId" = $1 AND q."repairedIn" IS NULL AND b."target" = $2 AND b."undoneAt" IS NULL
       AND b."committedAt" IS NOT NULL`,
    [centre.id, name],
  )
  return result.rows
}

/** The refused rows of a fact that are not repaired, by unit, month and part. */
export async function refusedRows(database: Database, centre: Centre, name: GradedName): Promise<Refusal[]> {
  const { refused: says, unit } = gradedFacts[name]
  const client = await database.pool.connect()
  try {
    const catalogue = await Catalogue.read(client, { centreId: centre.id, batchId: 0 })
    const units = await unitsOf(database, centre)
    /** A unit of the catalogue, or the text in the row for facts without units. */
    const unitOf = (text: string): { code: string; name: string } =>
      unit.join === ''
        ? { code: text, name: text }
        : (units.get(catalogue.idOf('unit', text) ?? -1) ?? { code: '', name: '' })
    const placings = new Map<number, Placing>()
    const refusals = new Map<string, Refusal>()
    for (const refused of await refusedIn(client, centre, name)) {
      const placing = placings.get(refused.batch) ?? new Placing(refused, centre)
      placings.set(refused.batch, placing)
      const { code, name: unitName } = unitOf(placing.textOf(says.unit, refused.raw))
      const place = {
        unit: code,
        unitName,
        month: placing.monthOf(refused, says.days),
        part: partOf(refused.reason),
      }
      const key = Object.values(place).join('\n')
      const refusal = refusals.get(key) ?? { ...place, count: 0, rows: [] }
      refusal.count++
      refusal.rows.push({ batch: refused.batch, row: refused.row })
      refusals.set(key, refusal)
    }
    return [...refusals.values()]
  } finally {
    client.release()
  }
}

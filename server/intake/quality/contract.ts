import type { Names } from '#measures'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Field } from '../rows/field.ts'
import type { TargetName } from '../rows/targetNames.ts'
import { NamedError, textOfDay } from '#measures'
import { headingsOf } from '../propose/headings/index.ts'
import { needsOf } from '../propose/needs.ts'
import { targets } from '../targets/index.ts'

/** What a source is agreed to deliver, and what it has delivered so far. */
export interface Contract {
  target: TargetName
  names: Names
  key: string
  fields: ContractField[]
  /** Groups of fields of which a file needs one each, besides those that are required. */
  needs: readonly (readonly string[])[]
  /** Days between loads, the median of those that have been; null before there are two. */
  everyDays: number | null
  /** Rows of a load, likewise. */
  rowsPerLoad: number | null
  loads: number
  /** The local day of the last load, and who loaded it. */
  lastLoad: { day: string; by: string; rows: number } | null
  /** Whom to call when a delivery is missing or wrong; null where nobody was named. */
  contact: string | null
}

interface ContractField extends Pick<Field, 'name' | 'names' | 'reads' | 'least' | 'most'> {
  required: boolean
  /** True for what must not be blank in any record and names it. */
  isKey: boolean
  codes: ({ code: string } & Names)[] | null
  headings: readonly string[]
}

/** Loads before the last ones say little of how a source delivers today. */
const lookedBack = 24

const contactKey = (centre: Centre, target: TargetName): string => `sourceContact/${centre.id}/${target}`
const longestContact = 200

/** Names whom to call about a source; an empty text takes that back. Errors: bad-arguments. */
export async function setContact(
  { prisma }: Database,
  centre: Centre,
  { target, contact }: { target: TargetName; contact: string },
): Promise<void> {
  const [key, value] = [contactKey(centre, target), contact.trim()]
  if (value.length > longestContact) throw new NamedError('bad-arguments', { argument: '--contact', value })
  if (value === '') await prisma.setting.deleteMany({ where: { key } })
  else await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

interface Load {
  day: number
  by: string
  rows: number
}

/** The last loads of a target that were not undone, the newest first; repairs are no loads. */
async function loadsOf({ prisma }: Database, centre: Centre, target: TargetName): Promise<Load[]> {
  const batches = await prisma.importBatch.findMany({
    where: {
      centreId: centre.id,
      target,
      demo: false,
      repairs: null,
      undoneAt: null,
      committedAt: { not: null },
    },
    orderBy: { committedAt: 'desc' },
    take: lookedBack,
  })
  return batches.flatMap(({ committedAt, byUser, rows }) =>
    committedAt === null
      ? []
      : [{ day: centre.hall.zone.localAt(committedAt.getTime()).day, by: byUser, rows }],
  )
}

/** The value in the middle, the upper of two; null where there is none. */
const middle = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? null

function contractField(field: Field, target: (typeof targets)[TargetName]): ContractField {
  const { name, names, reads, least, most, values } = field
  return {
    name,
    names,
    reads,
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    required: field.required === true,
    isKey: (field.column ?? name) === target.key,
    codes: values ? Object.entries(values).map(([code, words]) => ({ code, ...words })) : null,
    headings: headingsOf[target.name]?.[name] ?? [],
  }
}

/** The contract of one source of a centre: what it must hold, and how it has been delivered so far. */
export async function contractOf(database: Database, centre: Centre, name: TargetName): Promise<Contract> {
  const target = targets[name]
  const loads = await loadsOf(database, centre, name)
  const days = [...new Set(loads.map(({ day }) => day))]
  const gaps = days.slice(1).map((day, index) => (days[index] ?? day) - day)
  const setting = await database.prisma.setting.findUnique({ where: { key: contactKey(centre, name) } })
  const [last] = loads
  return {
    target: name,
    names: target.names,
    key: target.key,
    fields: target.fields
      .filter(field => field.onRequest !== true)
      .map(field => contractField(field, target)),
    needs: needsOf(name),
    everyDays: middle(gaps),
    rowsPerLoad: middle(loads.map(({ rows }) => rows)),
    loads: loads.length,
    lastLoad: last ? { day: textOfDay(last.day), by: last.by, rows: last.rows } : null,
    contact: setting?.value ?? null,
  }
}

import type { Names } from '#measures'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Field } from '../rows/field.ts'
import type { TargetName } from '../rows/targetNames.ts'
import { NamedError, textOfDay } from '#measures'
import { headingsOf } from '../propose/headings/index.ts'
import { needsOf } from '../propose/needs.ts'
import { targets } from '../targets/index.ts'

/** What a source should deliver, and what it has delivered. */
export interface Contract {
  target: TargetName
  names: Names
  key: string
  fields: ContractField[]
  /** Groups of fields of which a file needs one each, in addition to required fields. */
  needs: readonly (readonly string[])[]
  /** The median of days between loads; null where there are not two days with loads. */
  everyDays: number | null
  /** The median of rows per load; null without loads. */
  rowsPerLoad: number | null
  loads: number
  /** The local day of the last load, and who loaded it. */
  lastLoad: { day: string; by: string; rows: number } | null
  /** The contact for missing or wrong deliveries; null where none is named. */
  contact: string | null
}

interface ContractField extends Pick<Field, 'name' | 'names' | 'reads' | 'least' | 'most'> {
  required: boolean
  /** True for the field that identifies a record. */
  isKey: boolean
  codes: ({ code: string } & Names)[] | null
  headings: readonly string[]
}

/** The number of recent loads that describe how a source delivers today. */
const lookedBack = 24

const contactKey = (centre: Centre, target: TargetName): string => `sourceContact/${centre.id}/${target}`
const longestContact = 200

/** Sets the contact of a source; an empty text removes it. Errors: bad-arguments. */
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

/** The last loads of a target that were not undone, newest first, without repairs. */
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

/** The median, or the upper of the two middle values; null without values. */
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

/** The contract of one source of a centre: what its files must contain, and how it has delivered. */
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

import type { Field } from '../intake/rows/field.ts'
import type { Names, Sensitivity } from '../model/index.ts'
import { columnOf } from '../intake/rows/field.ts'
import { targets } from '../intake/targets/index.ts'
import { factNamed, factNames, ownEntry } from '../model/index.ts'

/** The facts that are entered by hand because no system exports them. */
export const entryTargets = [
  'feedback',
  'serviceEvents',
  'postChecks',
  'attendance',
  'exams',
  'meetings',
  'dailyReports',
] as const
export type EntryTarget = (typeof entryTargets)[number]

/** A field of a form, derived from the field of the import that it fills. */
export interface FormField {
  name: string
  names: Names
  /** The heading in files, where a form offers names and a file contains codes. */
  inFiles?: Names
  kind: 'text' | 'day' | 'instant' | 'number' | 'flag' | 'list' | 'reference' | 'photo'
  required: boolean
  /** The codes of a list with their names. */
  values?: Record<string, Names>
  refersTo?: Field['refersTo']
  least?: number
  most?: number
  sensitive?: Sensitivity
  /** The kinds of record with this field; all where absent. */
  onlyFor?: readonly string[]
}

const asked = ['complaint', 'hotline'] as const
const answered = ['review', ...asked] as const

/** Kinds of service that the same person may use repeatedly. */
const repeated = [
  'agriculture',
  'propertyCertificates',
  'trafficOneStop',
  'migrants',
  'marriage',
  'banking',
  'homeVisit',
  'consultation',
] as const

/** Fields that only some kinds of a record have: a banner has no stars and no day of reply. */
const fieldsOfKinds: Partial<Record<EntryTarget, Record<string, readonly string[]>>> = {
  feedback: {
    level: ['review'],
    ownReview: ['review'],
    caseNumber: answered,
    repliedDay: answered,
    closedDay: answered,
    upheld: asked,
    ticketKind: ['hotline'],
    calledBack: ['review'],
    satisfied: ['review'],
    photo: ['banner', 'letter'],
  },
  serviceEvents: { township: ['townshipVisit', 'townshipTraining'], returning: repeated },
}

const kinds: Partial<Record<Field['reads'], FormField['kind']>> = {
  text: 'text',
  day: 'day',
  instant: 'instant',
  integer: 'number',
  decimal: 'number',
  flag: 'flag',
  list: 'list',
  reference: 'reference',
}

/** The headings of fields that a form fills from a list of names, while files contain codes. */
const chosenByName: Partial<Record<NonNullable<Field['refersTo']>, Names>> = {
  unit: { zh: '单位', en: 'Unit' },
  window: { zh: '窗口', en: 'Window' },
}

/** True for fields that a form leaves out: the record's number, and places that follow from another field. */
function isLeftOut(field: Field, target: EntryTarget): boolean {
  const { fields, key } = targets[target]
  const has = (name: string): boolean => fields.some(formField => formField.name === name)
  return (
    columnOf(field) === key ||
    (field.onRequest === true && !field.upload) ||
    ['likes', 'dislikes'].includes(field.name) ||
    (field.name === 'unit' && has('window')) ||
    (field.name === 'window' && fields.some(formField => formField.name === 'staff' && formField.required))
  )
}

function sensitivityOf(field: Field, target: EntryTarget): Sensitivity | undefined {
  if (field.refersTo === 'staff') return 'staff'
  const name = factNames.find(name => name === targets[target].fact)
  const columns = name ? factNamed(name).columns : {}
  return ownEntry(columns, columnOf(field))?.sensitive
}

/** The fields of a form in the order of the import, required fields first. */
export function formOf(target: EntryTarget): FormField[] {
  const fields = targets[target].fields.flatMap((field): FormField[] => {
    const kind = field.upload ?? kinds[field.reads]
    if (!kind || isLeftOut(field, target)) return []
    const { name, names, values, refersTo, least, most } = field
    const sensitive = sensitivityOf(field, target)
    const required = field.required === true
    const onlyFor = fieldsOfKinds[target]?.[name]
    const chosen = refersTo && chosenByName[refersTo]
    return [
      {
        name,
        names: chosen ?? names,
        ...(chosen && { inFiles: names }),
        kind,
        required,
        ...(values && { values }),
        ...(refersTo && { refersTo }),
        ...(least !== undefined && { least }),
        ...(most !== undefined && { most }),
        ...(sensitive && { sensitive }),
        ...(onlyFor && { onlyFor }),
      },
    ]
  })
  return fields.sort((a, b) => Number(b.required) - Number(a.required))
}

/** The field with the record's number, for targets that have one. */
export function numberField(target: EntryTarget): string | null {
  const { fields, key } = targets[target]
  return fields.find(field => columnOf(field) === key)?.name ?? null
}

import type { Names } from '../measures/measure.ts'
import type { AuditRow, AuditValue } from './audit.ts'
import { measures } from '#measures'
import { errorWords } from '../common/errorWords.ts'
import {
  areaNames,
  codeNames,
  countNames,
  detailNames,
  fileNames,
  fileRoutes,
  paperLines,
  refusalNames,
  saidByAction,
  stateNames,
  subjectKinds,
  wayNames,
} from './auditWordTables.ts'
import { permissionTable } from './permissions.ts'
import { roleTable } from './roles.ts'

/** An entry of the audit log as text. */
interface AuditWords {
  /** The subject; empty where the entry has none. */
  subject: Names
  /** The details with their names; empty where there are none. */
  details: Names
}

type Row = Pick<AuditRow, 'action' | 'subject' | 'details'>

const same = (text: string): Names => ({ zh: text, en: text })
const nothing = same('')
const entryOf = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/**
 * Returns the names of codes that this room does not know, such as the kinds of records; undefined for other
 * text.
 */
type NamesOf = (code: string) => Names | undefined

/** The names of a code of a measure, kind of record, role, permission and so on; undefined for other text. */
function namesOfCode(text: string, namesOf: NamesOf): Names | undefined {
  return (
    entryOf<{ names: Names }>(measures, text)?.names ??
    namesOf(text) ??
    entryOf<{ names: Names }>(roleTable, text)?.names ??
    entryOf<{ names: Names }>(permissionTable, text)?.names ??
    entryOf(codeNames, text)
  )
}

/**
 * The names of a procedure, such as `audit.list` (by its part of the product), or of a file, such as
 * `figures.docx` (by its content).
 */
function dottedNames(text: string): Names | undefined {
  const [first = '', ending = ''] = text.split('.')
  const file = entryOf(fileNames, first)
  return file ? { zh: `${file.zh}（${ending}）`, en: `${file.en} (${ending})` } : entryOf(areaNames, first)
}

const isDotted = (text: string): boolean => /^[a-z]+\.\w+$/i.test(text)

/** Joins names with a separator. */
const joined = (all: readonly Names[], between: Names = same(' ')): Names => ({
  zh: all.map(({ zh }) => zh).join(between.zh),
  en: all.map(({ en }) => en).join(between.en),
})

/** A batch with the kind of its records: 办件（批次 30）. */
function batchNames({ subject, details }: Row, namesOf: NamesOf): Names {
  const target = typeof details.target === 'string' ? namesOf(details.target) : undefined
  const batch = { zh: `批次 ${subject}`, en: `batch ${subject}` }
  return target ? { zh: `${target.zh}（${batch.zh}）`, en: `${target.en} (${batch.en})` } : batch
}

const isBatch = ({ action, subject }: Row): boolean =>
  /^\d+$/.test(subject) && ['import', 'undo', 'recompute'].includes(action)

function subjectNames(row: Row, namesOf: NamesOf): Names {
  const { action, subject } = row
  if (isBatch(row)) return batchNames(row, namesOf)
  if (isDotted(subject)) return dottedNames(subject) ?? same(subject)
  const route = subject.startsWith('/') && fileRoutes.find(({ start }) => subject.startsWith(start))
  if (route) return route.names
  const [first = '', ...others] = subject.split(' ')
  const kind = others.length === 0 ? undefined : entryOf(subjectKinds, first)
  if (!kind) return namesOfCode(subject, namesOf) ?? same(subject)
  const named = others.map(word => namesOfCode(word, namesOf) ?? same(word))
  const isSaid = entryOf(saidByAction, first)?.some(start => action.startsWith(start)) ?? false
  if (!isSaid) return joined([kind, ...named])
  // A number alone would read as a count.
  const isNumber = others.every(word => /^\d+$/.test(word))
  const numbers = others.join('、')
  return isNumber ? { zh: `${numbers} 号`, en: `No. ${others.join(', ')}` } : joined(named)
}

/** The text of an error with its placeholders left open, because the other details name the values. */
function errorNames(name: string): Names {
  const words = entryOf<Names>(errorWords, name)
  const open = (text: string): string => text.replaceAll(/\{\w+\}/g, '…')
  return words ? { zh: open(words.zh), en: open(words.en) } : same(name)
}

function circumstanceNames(key: string, text: string, namesOf: NamesOf): Names {
  if (key === 'way') return entryOf(wayNames, text) ?? same(text)
  if (key === 'state') return entryOf(stateNames, text) ?? same(text)
  if (key === 'why') return errorNames(text)
  if (key === 'refused') return entryOf<Names>(refusalNames, text) ?? same(text)
  return namesOfCode(text, namesOf) ?? same(text)
}

const yesNo = (value: boolean): Names => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })

/** Parses JSON; null for other text, such as a truncated entry. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The row scope of an account, from its stored JSON. */
function scopeNames(text: string): Names {
  const value = parsed(text)
  const rows = value && typeof value === 'object' && 'rows' in value ? value.rows : value
  if (rows === null || typeof rows !== 'object') return same(text)
  const codes = Object.values(rows).flatMap(code => (Array.isArray(code) ? code.map(String) : []))
  return codes.length > 0 ? { zh: codes.join('、'), en: codes.join(', ') } : { zh: '全部', en: 'everything' }
}

/** The lines of paper settings that are not empty. */
function layoutNames(text: string): Names {
  const value = parsed(text)
  if (value === null || typeof value !== 'object') return same('…')
  const set = Object.entries(value).flatMap(([key, line]) => {
    const name = entryOf(paperLines, key)
    return name && typeof line === 'string' && line !== ''
      ? [{ zh: `${name.zh}“${line}”`, en: `${name.en} “${line}”` }]
      : []
  })
  return joined(set, { zh: '，', en: ', ' })
}

function dutiesNames(text: string): Names {
  const value = parsed(text)
  return Array.isArray(value) ? { zh: `${value.length} 项`, en: String(value.length) } : same('…')
}

/** Functions that print details stored as JSON, by key. */
const jsonNames: Record<string, (text: string) => Names> = {
  rows: scopeNames,
  rowsBefore: scopeNames,
  settings: layoutNames,
  duties: dutiesNames,
}

const isJson = (key: string, value: AuditValue): value is string =>
  typeof value === 'string' && Object.hasOwn(jsonNames, key) && /^[[{]/.test(value)

/**
 * Details whose numbers identify something and do not count; they are printed without thousands separators.
 */
const identifiers = new Set(['task', 'remark', 'revision', 'repairs', 'status', 'template'])
const printed = (key: string, value: number): string =>
  identifiers.has(key) ? String(value) : value.toLocaleString('en-US')

function valueNames(key: string, value: AuditValue, namesOf: NamesOf): Names {
  if (value === null) return nothing
  if (typeof value === 'boolean') return yesNo(value)
  if (typeof value === 'number') return same(printed(key, value))
  if (isJson(key, value)) return jsonNames[key]?.(value) ?? nothing
  const all = (typeof value === 'string' ? [value] : value).map(text => circumstanceNames(key, text, namesOf))
  return joined(all, { zh: '、', en: ', ' })
}

/** Whether a value is left out: an import lists many counts that are zero. */
const isSilent = (value: AuditValue): boolean =>
  value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)

/**
 * Whether a detail repeats another one: the kind of a batch’s records, and a number of rows that equals the
 * number loaded.
 */
function isSaidElsewhere(row: Row, key: string): boolean {
  if (isBatch(row) && key === 'target') return true
  return key === 'rows' && row.details.rows === row.details.loaded
}

/** The details that are said in a language. */
const listOf = (texts: readonly string[], between: string): string => texts.filter(Boolean).join(between)

/** Prints one detail: a count in words, or a name with its value. */
function detailNamesOf(key: string, value: AuditValue, namesOf: NamesOf): Names {
  const count = typeof value === 'number' ? entryOf(countNames, key) : undefined
  const words = valueNames(key, value, namesOf)
  if (count) return { zh: count.zh.replace('{count}', words.zh), en: count.en.replace('{count}', words.en) }
  const isScope = key === 'rows' && typeof value === 'string'
  const name =
    entryOf(detailNames, isScope ? 'scope' : key) ??
    entryOf(codeNames, key) ??
    namesOfCode(key, namesOf) ??
    same(key)
  const said = { zh: `${name.zh}：${words.zh}`, en: `${name.en}: ${words.en}` }
  // The reading of a question is kept in both languages, each for the log in that language.
  if (key === 'understood') return { ...said, en: '' }
  return key === 'understoodEn' ? { ...said, zh: '' } : said
}

/** The first and the last day of a period, which are one detail; null where there are not both. */
function periodNames({ details: { from, to } }: Row): Names | null {
  const isPeriod = [from, to].every(day => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day))
  return isPeriod ? { zh: `${String(from)} 至 ${String(to)}`, en: `${String(from)} to ${String(to)}` } : null
}

function detailsNames(row: Row, namesOf: NamesOf): Names {
  const period = periodNames(row)
  const said = Object.entries(row.details)
    .filter(([key, value]) => !isSilent(value) && !isSaidElsewhere(row, key))
    .filter(([key]) => !period || (key !== 'from' && key !== 'to'))
    .map(([key, value]) => detailNamesOf(key, value, namesOf))
  const all = [...(period ? [period] : []), ...said]
  return {
    zh: listOf(
      all.map(({ zh }) => zh),
      '；',
    ),
    en: listOf(
      all.map(({ en }) => en),
      '; ',
    ),
  }
}

/**
 * Prints an entry of the audit log. Codes without a name, such as those of windows, are printed unchanged.
 */
export const auditWords = (row: Row, namesOf: NamesOf): AuditWords => ({
  subject: subjectNames(row, namesOf),
  details: detailsNames(row, namesOf),
})

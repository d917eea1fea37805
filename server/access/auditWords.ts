import type { Names } from '../measures/measure.ts'
import type { AuditRow, AuditValue } from './audit.ts'
import { measures } from '#measures'
import { errorWords } from '../common/errorWords.ts'
import { areaNames, codeNames, detailNames, fileNames, subjectKinds, wayNames } from './auditWordTables.ts'
import { permissionTable } from './permissions.ts'
import { roleTable } from './roles.ts'

/** An entry of the audit log as a person reads it. */
interface AuditWords {
  /** What it was done to. Empty where the entry names nothing. */
  subject: Names
  /** The circumstances, each with its name. Empty where there are none. */
  details: Names
}

type Row = Pick<AuditRow, 'action' | 'subject' | 'details'>

const same = (text: string): Names => ({ zh: text, en: text })
const nothing = same('')
const entryOf = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** Names of codes that are not known here: the kinds of records that can be loaded. */
type NamesOf = (code: string) => Names | undefined

/** The names of a measure, a kind of record, a role, a permission …, where a text is the code of one. */
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
 * A procedure, such as `audit.list`, is called by the part of the product that it belongs to; a file, such
 * as `figures.docx`, by what it holds.
 */
function dottedNames(text: string): Names | undefined {
  const [first = '', ending = ''] = text.split('.')
  const file = entryOf(fileNames, first)
  return file ? { zh: `${file.zh}（${ending}）`, en: `${file.en} (${ending})` } : entryOf(areaNames, first)
}

const isDotted = (text: string): boolean => /^[a-z]+\.\w+$/i.test(text)

function subjectNames({ action, subject }: Row, namesOf: NamesOf): Names {
  if (/^\d+$/.test(subject) && (action === 'import' || action === 'undo' || action === 'recompute'))
    return { zh: `批次 ${subject}`, en: `batch ${subject}` }
  if (isDotted(subject)) return dottedNames(subject) ?? same(subject)
  const [first = '', ...others] = subject.split(' ')
  const kind = others.length === 0 ? undefined : entryOf(subjectKinds, first)
  if (!kind) return namesOfCode(subject, namesOf) ?? same(subject)
  const named = others.map(word => namesOfCode(word, namesOf) ?? same(word))
  return {
    zh: [kind, ...named].map(({ zh }) => zh).join(' '),
    en: [kind, ...named].map(({ en }) => en).join(' '),
  }
}

/** The sentence of an error. What it was about stands in the other details, so the gaps are left open. */
function errorNames(name: string): Names {
  const words = entryOf<Names>(errorWords, name)
  const open = (text: string): string => text.replaceAll(/\{\w+\}/g, '…')
  return words ? { zh: open(words.zh), en: open(words.en) } : same(name)
}

function circumstanceNames(key: string, text: string, namesOf: NamesOf): Names {
  if (key === 'way') return entryOf(wayNames, text) ?? same(text)
  if (key === 'why') return errorNames(text)
  return namesOfCode(text, namesOf) ?? same(text)
}

const yesNo = (value: boolean): Names => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })

function valueNames(key: string, value: AuditValue, namesOf: NamesOf): Names {
  if (value === null) return nothing
  if (typeof value === 'boolean') return yesNo(value)
  if (typeof value === 'number') return same(String(value))
  const all = (typeof value === 'string' ? [value] : value).map(text => circumstanceNames(key, text, namesOf))
  return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') }
}

/** Counts of zero say nothing: an import lists what it did. */
const isSilent = (value: AuditValue): boolean =>
  value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)

function detailsNames({ details }: Row, namesOf: NamesOf): Names {
  const said = Object.entries(details)
    .filter(([, value]) => !isSilent(value))
    .map(([key, value]) => ({
      name: entryOf(detailNames, key) ?? same(key),
      value: valueNames(key, value, namesOf),
    }))
  return {
    zh: said.map(({ name, value }) => `${name.zh}：${value.zh}`).join('；'),
    en: said.map(({ name, value }) => `${name.en}: ${value.en}`).join('; '),
  }
}

/**
 * Puts an entry of the audit log into words. What has no name, such as a window's code or a text that
 * somebody wrote, stands as it is.
 */
export const auditWords = (row: Row, namesOf: NamesOf): AuditWords => ({
  subject: subjectNames(row, namesOf),
  details: detailsNames(row, namesOf),
})

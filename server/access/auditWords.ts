import type { Names } from '../measures/measure.ts'
import type { AuditRow, AuditValue } from './audit.ts'
import { measures } from '#measures'
import { errorWords } from '../common/errorWords.ts'
import { areaNames, codeNames, detailNames, fileNames, subjectKinds, wayNames } from './auditWordTables.ts'
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

/** Returns the names of codes that are not known in this room: the kinds of records. */
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

/** The text of an error with its placeholders left open, because the other details name the values. */
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

/** True for values that are not printed: an import lists many counts that are zero. */
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

/** An entry of the audit log as text. What has no name, such as the code of a window, is printed as it is. */
export const auditWords = (row: Row, namesOf: NamesOf): AuditWords => ({
  subject: subjectNames(row, namesOf),
  details: detailsNames(row, namesOf),
})

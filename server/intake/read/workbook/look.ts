import type { Finding } from '../../propose/finding.ts'
import type { Form, GivenForm, WorkbookFormat } from '../form.ts'
import type { Limits } from '../limits.ts'
import type { SourceRecord } from '../source.ts'
import type { Book } from './book.ts'
import { NamedError } from '#measures'
import { guess, sure } from '../../propose/finding.ts'
import { alikeSheets, defaultSheet, openBook, shapeOf } from './open.ts'

/**
 * The result of inspecting a workbook: its visible sheets, those to read, the position of the headings, and
 * the first rows.
 */
interface BookLook {
  sheets: string[]
  shape: Pick<Form, 'sheet' | 'sheets' | 'headerRow' | 'headerRows'>
  first: SourceRecord[]
  findings: Finding[]
}

/** The most sheets that are compared. */
const mostCompared = 40

/** Names of sheets that continue each other, such as 8月, 2026-08 or 第一季度. */
const isPeriod = (name: string): boolean =>
  /[\d一二三四五六七八九十]\s*[月季年]|季度|(?:19|20)\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(
    name,
  )

const isSummary = (name: string): boolean =>
  /汇总|统计|总表|总览|目录|说明|封面|首页|图表|summary|overview|index|cover/i.test(name)

/** The sheet with the records, where a summary or a cover comes first. */
function detailSheet({
  first,
  alike,
  all,
}: {
  first: string | undefined
  alike: readonly string[]
  all: readonly string[]
}): string | undefined {
  if (first === undefined || !isSummary(first)) return first
  return alike.find(name => !isSummary(name)) ?? all.find(name => !isSummary(name)) ?? first
}

/** The sheets to read, and findings about the choice. */
async function choose(
  book: Book,
  given: GivenForm,
): Promise<{ all: boolean; sheet: string | undefined; findings: Finding[] }> {
  const visible = book.sheets.filter(sheet => !sheet.hidden)
  const hidden = book.sheets.filter(sheet => sheet.hidden).map(sheet => sheet.name)
  const first = given.sheet ?? defaultSheet(book)
  const findings: Finding[] = []
  if (hidden.length > 0)
    findings.push(sure('hiddenSheets', { count: hidden.length, names: hidden.join('、') }))
  if (visible.length < 2 || visible.length > mostCompared)
    return { all: given.sheets === 'all', sheet: first, findings }
  const { names, others } = await alikeSheets(book)
  const all =
    given.sheets === 'all' || (given.sheet === undefined && names.length > 1 && names.every(isPeriod))
  if (all) {
    findings.push(guess('allSheets', { count: names.length, names: names.join('、') }))
    if (others.length > 0)
      findings.push(guess('otherSheets', { count: others.length, names: others.join('、') }))
    return { all, sheet: names[0] ?? first, findings }
  }
  const alike = names.length > 1
  const sheet = given.sheet ?? detailSheet({ first, alike: alike ? names : [], all: [...names, ...others] })
  const chosen = sheet ?? ''
  if (sheet !== first) findings.push(guess('detailSheet', { names: first ?? '', chosen }))
  else if (!alike) findings.push((given.sheet ? sure : guess)('sheet', { chosen, count: visible.length }))
  if (alike) findings.push(guess('alikeSheets', { count: names.length, names: names.join('、'), chosen }))
  return { all, sheet, findings }
}

/** Inspects a workbook. Errors: file-unreadable, file-too-large, file-protected. */
export async function lookIntoBook(
  file: string,
  given: GivenForm & { format: WorkbookFormat; encoding: Form['encoding'] },
  limits: Limits,
): Promise<BookLook> {
  const book = await openBook(file, given, limits)
  try {
    const { all, sheet, findings } = await choose(book, given)
    if (sheet === undefined)
      throw new NamedError('file-unreadable', { file: given.format, reason: 'no sheet' })
    const seen = await shapeOf(book, sheet)
    const headerRow = given.headerRow ?? seen.headerRow ?? undefined
    const headerRows = given.headerRows ?? seen.headerRows
    return {
      sheets: book.sheets
        .filter(candidate => !candidate.hidden || candidate.name === sheet)
        .map(({ name }) => name),
      shape: {
        ...(all ? { sheets: 'all' as const } : { sheet }),
        ...(headerRow !== undefined && { headerRow }),
        ...(headerRows > 1 && { headerRows }),
      },
      first: seen.first,
      findings,
    }
  } finally {
    await book.close()
  }
}

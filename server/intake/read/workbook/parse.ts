import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx'
import type { Encoding, WorkbookFormat } from '../form.ts'
import type { Merge } from '../merges.ts'
import type { Epoch } from '../numberFormat.ts'
import { readFile } from 'node:fs/promises'
import { read } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { shownNumber } from '../numberFormat.ts'

/** A file that a library reads whole. */
export interface ParseRequest {
  file: string
  format: Exclude<WorkbookFormat, 'xlsx'>
  /** For web pages and XML. */
  encoding: Encoding
  mostBytes: number
  /** The most cells of all sheets. */
  mostCells: number
}

/** The texts of a workbook's sheets, or the reason of refusal. */
export interface ParsedBook {
  sheets: { name: string; hidden: boolean; rows: string[][]; merges: Merge[] }[]
  refused?: { why: 'too-large' | 'password' | 'broken'; text: string }
}

function textOf(cell: CellObject, epoch: Epoch): string {
  // As for XLSX, results of formulas are ignored, because they depend on who opened the file last.
  if (cell.f !== undefined) return `=${cell.f}`
  switch (cell.t) {
    case 'n':
      return shownNumber(Number(cell.v), typeof cell.z === 'string' ? cell.z : 'General', epoch)
    case 'b':
      return cell.v === true ? 'true' : 'false'
    case 'e':
      return cell.w ?? '#N/A'
    case 'd':
    case 's':
    case 'z':
      return String(cell.v ?? '')
  }
}

/** The texts of a row without trailing blank cells. */
function textsOf(cells: readonly (CellObject | undefined)[], epoch: Epoch): string[] {
  const texts: string[] = []
  cells.forEach((cell, place) => {
    const text = cell === undefined ? '' : textOf(cell, epoch)
    if (text === '') return
    while (texts.length < place) texts.push('')
    texts.push(text)
  })
  return texts
}

const mergesOf = (sheet: WorkSheet): Merge[] =>
  (sheet['!merges'] ?? []).map(({ s, e }: Range) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }))

function sheetsOf(book: WorkBook, mostCells: number): ParsedBook {
  const epoch: Epoch = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900
  let left = mostCells
  const sheets: ParsedBook['sheets'] = []
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    const rows: string[][] = []
    // The library leaves holes for missing rows.
    for (const cells of Array.from((sheet?.['!data'] ?? []) as (CellObject[] | undefined)[])) {
      const texts = textsOf(Array.from(cells ?? []), epoch)
      left -= texts.length
      if (left < 0) return { sheets: [], refused: { why: 'too-large', text: name } }
      rows.push(texts)
    }
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    sheets.push({ name, hidden, rows, merges: sheet ? mergesOf(sheet) : [] })
  }
  return { sheets }
}

const tooManyCells = 'too many cells'

/**
 * The library creates every cell of a spanned range in a web page, so pages with very large spans are
 * refused.
 */
function refuseSpans(text: string, mostCells: number): void {
  let cells = 0
  for (const [, span = ''] of text.matchAll(/\b(?:col|row)span\s*=[\s"']*(\d+)/gi)) cells += Number(span)
  if (cells > mostCells) throw new Error(tooManyCells)
}

/** Web pages declare their encoding, or it was detected. */
async function bookFrom({ file, format, encoding, mostCells }: ParseRequest): Promise<WorkBook> {
  const bytes = await readFile(file)
  const options = {
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: true,
    cellDates: false,
  }
  if (format !== 'html' && format !== 'xml2003') return read(bytes, { ...options, type: 'buffer' })
  const text = iconv.decode(bytes, encoding)
  refuseSpans(text, mostCells)
  return read(text, { ...options, type: 'string', raw: format === 'html' })
}

/** Reads a workbook of an old or foreign format whole. */
export async function parseBook(request: ParseRequest): Promise<ParsedBook> {
  try {
    return sheetsOf(await bookFrom(request), request.mostCells)
  } catch (error) {
    const text = (error as Error).message
    if (text === tooManyCells) return { sheets: [], refused: { why: 'too-large', text } }
    return { sheets: [], refused: { why: /password|encrypt/i.test(text) ? 'password' : 'broken', text } }
  }
}

import type { Finding } from '../propose/finding.ts'
import type { Form, Format, GivenForm, WorkbookFormat } from './form.ts'
import type { Limits } from './limits.ts'
import type { SourceRecord } from './source.ts'
import iconv from 'iconv-lite'
import { NamedError } from '#measures'
import { guess, sure } from '../propose/finding.ts'
import { firstBytes, isGzip, peek } from './bytes.ts'
import { delimiterOf, firstRows } from './delimiter.ts'
import { encodingOf } from './encoding.ts'
import { isWorkbook } from './form.ts'
import { headerRowOf, headingLines } from './headings.ts'
import { kindByBytes, kindByText, looksBinary, readable } from './kind.ts'
import { releasesIn } from './ocds/release.ts'
import { lookIntoBook } from './workbook/look.ts'

/** The result of inspecting the beginning of a file. */
export interface Detected {
  form: Form
  findings: Finding[]
  /** The texts above the headings, such as a title or 单位：万元. */
  above: string[]
  /** The sheets of a workbook that are not hidden. */
  sheets: string[]
}

const looked = 1 << 18

function jsonFormat(text: string): Format {
  const [line = ''] = text.trimStart().split('\n', 1)
  try {
    return releasesIn(JSON.parse(line)).length > 0 ? 'ocds' : 'jsonl'
  } catch {
    // Also for a document of several lines, or a first line longer than the sample.
    return /"(?:ocid|releases|records|compiledRelease|versionedRelease)"\s*:/.test(text) ? 'ocds' : 'jsonl'
  }
}

const shown: Record<string, string> = { '\t': 'Tab', ',': ',', ';': ';', '|': '|' }

/** The texts of the rows above a row. */
function textsAbove(rows: readonly SourceRecord[], headerRow: number | undefined): string[] {
  return rows
    .filter(({ row }) => row < (headerRow ?? 0))
    .flatMap(({ cells }) => cells.map(cell => cell.trim()).filter(cell => cell !== ''))
}

/** Findings about the position of the headings. */
function headingFindings({ headerRow, headerRows }: Pick<Form, 'headerRow' | 'headerRows'>): Finding[] {
  return [
    ...(headerRow === undefined ? [] : [guess('headerRow', { row: headerRow })]),
    ...(headerRows === undefined || headerRows === 1 ? [] : [guess('headingLines', { count: headerRows })]),
  ]
}

type TextForm = Omit<Form, 'gzip'>

function delimitedForm(
  text: string,
  given: GivenForm,
  encoding: Form['encoding'],
): Omit<Detected, 'sheets' | 'form'> & { form: TextForm } {
  const { delimiter, certain } = given.delimiter
    ? { delimiter: given.delimiter, certain: true }
    : delimiterOf(text)
  const rows = firstRows(text, delimiter)
  const headerRow = given.headerRow ?? headerRowOf(rows) ?? undefined
  const headerRows = given.headerRows ?? headingLines(rows, headerRow ?? rows[0]?.row ?? 1)
  const form: TextForm = {
    format: 'csv',
    encoding,
    delimiter,
    ...(headerRow !== undefined && { headerRow }),
    ...(headerRows > 1 && { headerRows }),
  }
  return {
    form,
    findings: [
      (certain ? sure : guess)('delimiter', { chosen: shown[delimiter] ?? delimiter }),
      ...headingFindings(form),
    ],
    above: textsAbove(rows, headerRow),
  }
}

function formatOfText(text: string, given: GivenForm): Format {
  if (given.format !== undefined) return given.format
  if (looksBinary(text)) return readable('binary')
  const kind = kindByText(text)
  if (kind !== null) return readable(kind)
  return /^\s*[{[]/.test(text) ? jsonFormat(text) : 'csv'
}

async function detectText(file: string, given: GivenForm, limits: Limits): Promise<Detected> {
  const gzip = isGzip(await firstBytes(file, 2))
  const bytes = await peek(file, looked, limits)
  const { encoding, finding } = given.encoding
    ? { encoding: given.encoding, finding: sure('encoding', { chosen: given.encoding }) }
    : encodingOf(bytes)
  const text = iconv.decode(bytes, encoding)
  const format = formatOfText(text, given)
  const findings = [sure('format', { chosen: format }), finding]
  if (isWorkbook(format)) return detectWorkbook(file, { ...given, format, encoding }, { limits, findings })
  if (format !== 'csv')
    return { form: { format, gzip, encoding, delimiter: ',' }, findings, above: [], sheets: [] }
  const { form, ...rest } = delimitedForm(text, given, encoding)
  return { form: { ...form, gzip }, findings: [...findings, ...rest.findings], above: rest.above, sheets: [] }
}

async function detectWorkbook(
  file: string,
  given: GivenForm & { format: WorkbookFormat },
  { limits, findings }: { limits: Limits; findings: Finding[] },
): Promise<Detected> {
  const { encoding = 'utf-8' } = given
  const seen = await lookIntoBook(file, { ...given, encoding }, limits)
  return {
    form: { format: given.format, gzip: false, encoding, delimiter: ',', ...seen.shape },
    findings: [...findings, ...seen.findings, ...headingFindings(seen.shape)],
    above: textsAbove(seen.first, seen.shape.headerRow),
    sheets: seen.sheets,
  }
}

async function lookAtStart(file: string, given: GivenForm, limits: Limits): Promise<Detected> {
  const kind = await kindByBytes(file, limits)
  if (kind === null) return detectText(file, given, limits)
  const format = readable(kind)
  if (!isWorkbook(format)) return detectText(file, given, limits)
  return detectWorkbook(
    file,
    { ...given, format },
    { limits, findings: [sure('format', { chosen: format })] },
  )
}

/**
 * Detects how a file is to be read; what a person has chosen is kept. Errors: file-unreadable,
 * file-too-large, file-kind, file-protected.
 */
export async function detectForm(file: string, given: GivenForm, limits: Limits): Promise<Detected> {
  try {
    return await lookAtStart(file, given, limits)
  } catch (cause) {
    throw cause instanceof NamedError
      ? cause
      : new NamedError('file-unreadable', { file: 'file', reason: (cause as Error).message }, cause)
  }
}

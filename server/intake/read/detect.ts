import type { Finding } from '../propose/finding.ts'
import type { Encoding, Form, Format, GivenForm } from './form.ts'
import type { Limits } from './limits.ts'
import { Buffer, isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { NamedError } from '#measures'
import { guess, sure } from '../propose/finding.ts'
import { firstBytes, isGzip, peek } from './bytes.ts'
import { delimiters } from './form.ts'
import { releasesIn } from './ocds/release.ts'
import { lookIntoWorkbook } from './xlsx/open.ts'

const looked = 1 << 18
const marks: [Encoding, number[]][] = [['utf-8', [0xEF, 0xBB, 0xBF]], ['utf-16le', [0xFF, 0xFE]], ['utf-16be', [0xFE, 0xFF]]]

/** UTF-16 without a mark: nearly every second byte of ordinary text is zero. */
function wideEncoding(bytes: Buffer): Encoding | null {
  const zeros = [0, 0]
  bytes.subarray(0, 4096).forEach((byte, index) => { zeros[index % 2] = (zeros[index % 2] ?? 0) + (byte === 0 ? 1 : 0) })
  const [even = 0, odd = 0] = zeros
  const many = Math.min(bytes.length, 4096) / 10
  return odd > many && even < many / 10 ? 'utf-16le' : even > many && odd < many / 10 ? 'utf-16be' : null
}

/** A sample may end within a character; up to three bytes of it are left out. */
function isUtf8Start(bytes: Buffer): boolean {
  return [0, 1, 2, 3].some(cut => isUtf8(bytes.subarray(0, bytes.length - cut)))
}

function encodingOf(bytes: Buffer): { encoding: Encoding, finding: Finding } {
  const mark = marks.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  const known = mark?.[0] ?? wideEncoding(bytes)
  if (known)
    return { encoding: known, finding: sure('encoding', { chosen: known }) }
  if (bytes.every(byte => byte < 0x80))
    return { encoding: 'utf-8', finding: guess('encodingAscii', {}) }
  return isUtf8Start(bytes) ? { encoding: 'utf-8', finding: sure('encoding', { chosen: 'utf-8' }) } : { encoding: 'gb18030', finding: guess('encodingGuess', { chosen: 'gb18030' }) }
}

function widths(text: string, delimiter: string): number[] {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: 50 }).map(record => record.length)
  }
  catch {
    return []
  }
}

/** The delimiter under which most lines have the same number of cells, and more than one. */
function delimiterOf(text: string): { delimiter: string, certain: boolean } {
  const complete = text.slice(0, Math.max(text.lastIndexOf('\n'), 0)) || text
  const scored = delimiters.map((delimiter) => {
    const found = widths(complete, delimiter)
    const width = Math.max(0, ...found)
    const alike = found.filter(one => one === width).length / Math.max(1, found.length)
    return { delimiter, width, score: width > 1 ? alike * Math.log2(width) : 0 }
  }).sort((a, b) => b.score - a.score)
  const [best] = scored
  return best && best.score > 0 ? { delimiter: best.delimiter, certain: best.score > 2 * (scored[1]?.score ?? 0) } : { delimiter: ',', certain: false }
}

function jsonFormat(text: string): Format {
  const [line = ''] = text.trimStart().split('\n', 1)
  try {
    return releasesIn(JSON.parse(line)).length > 0 ? 'ocds' : 'jsonl'
  }
  catch {
    // A document over several lines, or a first line longer than the sample.
    return /"(?:ocid|releases|records|compiledRelease|versionedRelease)"\s*:/.test(text) ? 'ocds' : 'jsonl'
  }
}

const shown: Record<string, string> = { '\t': 'Tab', ',': ',', ';': ';', '|': '|' }

/** The first row that is about as wide as the widest: exports like to put a title above their headings. */
export function headerRowOf(rows: readonly { row: number, cells: readonly string[] }[]): number | null {
  const filled = rows.map(({ row, cells }) => ({ row, count: cells.filter(cell => cell.trim() !== '').length }))
  const widest = Math.max(0, ...filled.map(one => one.count))
  const first = filled.find(one => one.count >= Math.max(2, widest * 0.6))
  return widest < 3 || !first || first === filled.find(one => one.count > 0) ? null : first.row
}

function headerRowIn(text: string, delimiter: string): number | null {
  try {
    return headerRowOf(parse(text.split('\n', 200).slice(0, -1).join('\n'), { delimiter, relax_quotes: true, relax_column_count: true, to: 20 }).map((cells, index) => ({ row: index + 1, cells })))
  }
  catch {
    return null
  }
}

function textForm(bytes: Buffer, given: GivenForm): { form: Omit<Form, 'gzip'>, findings: Finding[] } {
  const found = given.encoding ? { encoding: given.encoding, finding: sure('encoding', { chosen: given.encoding }) } : encodingOf(bytes)
  const text = iconv.decode(bytes, found.encoding)
  const format = given.format ?? (/^\s*[{[]/.test(text) ? jsonFormat(text) : 'csv')
  const findings = [sure('format', { chosen: format }), found.finding]
  if (format !== 'csv')
    return { form: { format, encoding: found.encoding, delimiter: ',' }, findings }
  const { delimiter, certain } = given.delimiter ? { delimiter: given.delimiter, certain: true } : delimiterOf(text)
  findings.push((certain ? sure : guess)('delimiter', { chosen: shown[delimiter] ?? delimiter }))
  const headerRow = given.headerRow ?? headerRowIn(text, delimiter) ?? undefined
  if (headerRow !== undefined)
    findings.push(guess('headerRow', { row: headerRow }))
  return { form: { format, encoding: found.encoding, delimiter, ...headerRow !== undefined && { headerRow } }, findings }
}

async function workbookForm(file: string, given: GivenForm, limits: Limits): Promise<{ form: Form, findings: Finding[] }> {
  const { sheets, first } = await lookIntoWorkbook(file, given.sheet, limits)
  const sheet = given.sheet ?? sheets[0]
  const headerRow = given.headerRow ?? headerRowOf(first) ?? undefined
  const findings = [sure('format', { chosen: 'xlsx' }), (sheets.length > 1 && !given.sheet ? guess : sure)('sheet', { chosen: sheet ?? '', count: sheets.length })]
  if (headerRow !== undefined)
    findings.push(guess('headerRow', { row: headerRow }))
  return { form: { format: 'xlsx', gzip: false, encoding: 'utf-8', delimiter: ',', ...sheet !== undefined && { sheet }, ...headerRow !== undefined && { headerRow } }, findings }
}

/** Looks at the beginning of a file and says how it is to be read; what a person has said already stands. Errors: file-unreadable, file-too-large. */
export async function detectForm(file: string, given: GivenForm, limits: Limits): Promise<{ form: Form, findings: Finding[] }> {
  try {
    return await lookAtStart(file, given, limits)
  }
  catch (cause) {
    throw cause instanceof NamedError ? cause : new NamedError('file-unreadable', { file: 'file', reason: (cause as Error).message }, cause)
  }
}

async function lookAtStart(file: string, given: GivenForm, limits: Limits): Promise<{ form: Form, findings: Finding[] }> {
  const start = await firstBytes(file, 4)
  if (start.length === 4 && start.equals(Buffer.from('PK\u0003\u0004')))
    return workbookForm(file, given, limits)
  const { form, findings } = textForm(await peek(file, looked, limits), given)
  return { form: { ...form, gzip: isGzip(start) }, findings }
}

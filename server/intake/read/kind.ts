import type { Format } from './form.ts'
import type { Limits } from './limits.ts'
import { Buffer } from 'node:buffer'
import { NamedError } from '#measures'
import { firstBytes } from './bytes.ts'
import { openArchive } from './xlsx/archive.ts'

/** File kinds that are recognised but not read. */
type OtherKind = 'pdf' | 'word' | 'archive' | 'picture' | 'mhtml' | 'xes' | 'xml' | 'binary'

const starts: [string, Format | OtherKind][] = [
  ['D0CF11E0A1B11AE1', 'xls'],
  // BIFF 2 to 5 without a container.
  ['0900', 'xls'],
  ['0902', 'xls'],
  ['0904', 'xls'],
  ['0908', 'xls'],
  ['25504446', 'pdf'],
  ['52617221', 'archive'],
  ['377ABCAF', 'archive'],
  ['89504E47', 'picture'],
  ['FFD8FF', 'picture'],
  ['47494638', 'picture'],
]

/** The kind of a zip archive by its content. Errors: file-unreadable, file-too-large. */
async function kindOfZip(file: string, limits: Limits): Promise<Format | OtherKind> {
  const archive = await openArchive(file, limits)
  try {
    if (archive.has('xl/workbook.xml')) return 'xlsx'
    if (archive.has('xl/workbook.bin')) return 'xlsb'
    if (archive.has('word/document.xml')) return 'word'
    const type = archive.has('mimetype') ? await archive.text('mimetype') : ''
    return type.includes('opendocument.spreadsheet')
      ? 'ods'
      : type.includes('opendocument')
        ? 'word'
        : 'archive'
  } finally {
    archive.close()
  }
}

/**
 * The kind of a file by its first bytes; null for text and unknown content. Errors: file-unreadable,
 * file-too-large.
 */
export async function kindByBytes(file: string, limits: Limits): Promise<Format | OtherKind | null> {
  const start = await firstBytes(file, 8)
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return kindOfZip(file, limits)
  const hex = start.toString('hex').toUpperCase()
  return starts.find(([mark]) => hex.startsWith(mark))?.[1] ?? null
}

/** The kind of a text that begins like a web page, XML or a mail; null for others. */
export function kindByText(text: string): Format | OtherKind | null {
  const start = text.slice(0, 65_536).trimStart()
  if (/^MIME-Version:/i.test(start)) return 'mhtml'
  if (!start.startsWith('<')) return null
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start) && /<(?:ss:)?Workbook\b/.test(start))
    return 'xml2003'
  if (/<(?:html|!doctype html|table|meta|head|body|style)\b/i.test(start)) return 'html'
  return /<log\s[^>]*xes/i.test(start) ? 'xes' : 'xml'
}

/** Names of the kinds in both languages, for errors. */
const otherKinds: Record<OtherKind, string> = {
  pdf: 'PDF',
  word: 'Word / WPS 文字 (document)',
  archive: 'ZIP / RAR / 7z 压缩包 (archive)',
  picture: '图片 (picture)',
  mhtml: 'MHTML 单个网页 (single-file web page)',
  xes: 'XES 事件日志 (event log)',
  xml: 'XML',
  binary: '二进制文件 (binary file)',
}

const isOther = (kind: Format | OtherKind): kind is OtherKind => Object.hasOwn(otherKinds, kind)

/** Refuses a kind that cannot be read, with advice how to save it. Errors: file-kind. */
export function readable(kind: Format | OtherKind): Format {
  if (isOther(kind)) throw new NamedError('file-kind', { kind: otherKinds[kind] })
  return kind
}

/** Whether a text has characters that do not occur in text, so that the file is something else. */
export function looksBinary(text: string): boolean {
  const start = text.slice(0, 4096)
  // eslint-disable-next-line no-control-regex -- finding them is the point
  return (start.match(/[\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0) > Math.max(2, start.length / 50)
}

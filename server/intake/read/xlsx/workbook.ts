import type { Limits } from '../limits.ts'
import type { Epoch } from '../numberFormat.ts'
import type { SheetName } from '../workbook/book.ts'
import type { Archive } from './archive.ts'
import sax from 'sax'
import { NamedError } from '#measures'
import { bytesOfText, checkedCell, Held } from '../limits.ts'

/** The workbook's sheets in order, and the first day of its day numbers. */
interface Workbook {
  sheets: (SheetName & { part: string })[]
  epoch: Epoch
}

function partsById(xml: string): Map<string, string> {
  const parts = new Map<string, string>()
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) => {
    if (name === 'Relationship')
      parts.set(String(attributes.Id), String(attributes.Target).replace(/^\/?(?:xl\/)?/, 'xl/'))
  }
  parser.write(xml).close()
  return parts
}

/** Reads the list of sheets. Errors: file-unreadable. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has('xl/workbook.xml'))
    throw new NamedError('file-unreadable', { file: 'XLSX', reason: 'a zip archive, but no workbook' })
  const parts = partsById(await archive.text('xl/_rels/workbook.xml.rels'))
  const workbook: Workbook = { sheets: [], epoch: 1900 }
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) => {
    const local = name.replace(/^\w+:/, '')
    const part = parts.get(String(attributes['r:id'] ?? attributes.id))
    if (local === 'sheet' && part !== undefined)
      workbook.sheets.push({
        name: String(attributes.name),
        hidden: ['hidden', 'veryHidden'].includes(String(attributes.state)),
        part,
      })
    if (local === 'workbookPr' && ['1', 'true'].includes(String(attributes.date1904))) workbook.epoch = 1904
  }
  parser.write(await archive.text('xl/workbook.xml')).close()
  return workbook
}

/** The workbook's shared texts, kept in memory, without phonetic runs. Errors: file-too-large. */
export async function readSharedStrings(archive: Archive, limits: Limits): Promise<string[]> {
  const strings: string[] = []
  const held = new Held('of texts', limits)
  if (!archive.has('xl/sharedStrings.xml')) return strings
  let text = ''
  let reading = 0
  let within = false
  const parser = sax.parser(true)
  parser.onopentag = ({ name }) => {
    if (name === 'si') text = ''
    reading += name === 'rPh' ? 1 : 0
    within = name === 't' && reading === 0
  }
  parser.ontext = parser.oncdata = piece => {
    if (within) text = checkedCell(text + piece, limits)
  }
  parser.onclosetag = name => {
    if (name === 'si') {
      held.add(bytesOfText(text))
      strings.push(text)
    }
    reading -= name === 'rPh' ? 1 : 0
    within = false
  }
  for await (const piece of (await archive.stream('xl/sharedStrings.xml')).setEncoding(
    'utf8',
  ) as AsyncIterable<string>)
    parser.write(piece)
  parser.close()
  return strings
}

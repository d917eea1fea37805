import type { Archive } from './archive.ts'
import sax from 'sax'
import { NamedError } from '#measures'

/** What a workbook says of itself: its sheets in order, and where its days begin. */
export interface Workbook {
  sheets: { name: string, part: string }[]
  epoch: 1900 | 1904
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
      workbook.sheets.push({ name: String(attributes.name), part })
    if (local === 'workbookPr' && ['1', 'true'].includes(String(attributes.date1904)))
      workbook.epoch = 1904
  }
  parser.write(await archive.text('xl/workbook.xml')).close()
  return workbook
}

/** The workbook's shared texts. Readings (phonetic runs) beside a text are not part of it. */
export async function readSharedStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = []
  if (!archive.has('xl/sharedStrings.xml'))
    return strings
  let text = ''
  let reading = 0
  let within = false
  const parser = sax.parser(true)
  parser.onopentag = ({ name }) => {
    if (name === 'si')
      text = ''
    reading += name === 'rPh' ? 1 : 0
    within = name === 't' && reading === 0
  }
  parser.ontext = parser.oncdata = (piece) => {
    if (within)
      text += piece
  }
  parser.onclosetag = (name) => {
    if (name === 'si')
      strings.push(text)
    reading -= name === 'rPh' ? 1 : 0
    within = false
  }
  for await (const piece of (await archive.stream('xl/sharedStrings.xml')).setEncoding('utf8') as AsyncIterable<string>)
    parser.write(piece)
  parser.close()
  return strings
}

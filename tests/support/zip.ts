import { Buffer } from 'node:buffer'
import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive: texts, each with a number of repetitions. */
export interface Part {
  name: string
  content: (string | [text: string, times: number])[]
}

const endOfPart = deflateRawSync(Buffer.alloc(0))

/**
 * An archive whose repeated texts are compressed once and copied, so that gigabytes of content are cheap to
 * create.
 */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const packed: Buffer[] = []
    let sum = 0
    let size = 0
    for (const entry of content) {
      const [text, times] = typeof entry === 'string' ? ([entry, 1] as const) : entry
      const bytes = Buffer.from(text)
      const block = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
      for (let index = 0; index < times; index++) {
        packed.push(block)
        sum = crc32(bytes, sum)
        size += bytes.length
      }
    }
    packed.push(endOfPart)
    const body = Buffer.concat(packed)
    // Version, flags, method, time and date, sum, sizes, length of the name, of the rest.
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(sum, 10)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), body])
    const behind = Buffer.alloc(14)
    behind.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, behind, Buffer.from(name))
    files.push(file)
    offset += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A minimal workbook with the XML of its rows, and shared strings if given. */
export function workbookOf(rows: Part['content'], sharedStrings: Part['content'] = []): Buffer {
  return zipOf([
    {
      name: 'xl/workbook.xml',
      content: [
        `<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><sheets>` +
          '<sheet name="S1" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" ` +
          'Target="worksheets/sheet1.xml"/></Relationships>',
      ],
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: [`<worksheet xmlns="${spreadsheet}"><sheetData>`, ...rows, '</sheetData></worksheet>'],
    },
    ...(sharedStrings.length > 0
      ? [{ name: 'xl/sharedStrings.xml', content: ['<sst>', ...sharedStrings, '</sst>'] }]
      : []),
  ])
}

/** The XML of a row of texts. */
export const rowXml = (row: number, texts: readonly string[]): string =>
  `<row r="${row}">${texts.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

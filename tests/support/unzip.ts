import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

/** Every part of an Office file by its name. */
export async function unzip(file: Buffer): Promise<Map<string, Buffer>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(file, {
    lazyEntries: true,
  })
  const parts = new Map<string, Buffer>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        const pieces: Buffer[] = []
        stream
          .on('data', (piece: Buffer) => pieces.push(piece))
          .on('end', () => {
            parts.set(entry.fileName, Buffer.concat(pieces))
            zip.readEntry()
          })
      }),
    )
    zip.on('end', () => resolve(parts))
    zip.readEntry()
  })
}

/** The text of a part of a Word document. */
export const textIn = (xml: Buffer | undefined): string =>
  Array.from((xml?.toString('utf8') ?? '').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), match => match[1]).join('')

/** The cells of a worksheet as rows of texts and numbers. */
export function sheetCells(parts: Map<string, Buffer>, sheet: number): (string | number | null)[][] {
  const shared = Array.from(
    (parts.get('xl/sharedStrings.xml')?.toString('utf8') ?? '').matchAll(/<si>(.*?)<\/si>/gs),
    match => Array.from(match[1]!.matchAll(/<t[^>]*>([^<]*)<\/t>/g), text => text[1]).join(''),
  )
  const xml = parts.get(`xl/worksheets/sheet${sheet}.xml`)?.toString('utf8') ?? ''
  return Array.from(xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs), row => {
    const cells: (string | number | null)[] = []
    for (const [, column = '', attributes = '', inner = ''] of row[1]!.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const place = Array.from(column).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1]
      while (cells.length < place) cells.push(null)
      cells[place] =
        value === undefined
          ? (/<t[^>]*>([^<]*)<\/t>/.exec(inner)?.[1] ?? null)
          : attributes.includes('t="s"')
            ? (shared[Number(value)] ?? '')
            : Number(value)
    }
    return cells
  })
}

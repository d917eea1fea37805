import type { Buffer } from 'node:buffer'
import type PizZip from 'pizzip'
import type { FigureRef, SeriesRef } from '#measures'
import type { PngPicture } from '../picture/png.ts'
import type { NamedField } from './check.ts'
import type { WordField } from './field.ts'
import type { Filling } from './filling.ts'
import type { FieldLook } from './merge.ts'
import type { Branch } from './test.ts'
import type { Stock } from './wordBlocks.ts'
import { NamedError, printingOfReadings, referenceKey, splitUnit } from '#measures'
import { seriesPng } from '../picture/png.ts'
import { annexLines } from '../write/annex.ts'
import { readingAt, seriesAt } from '../write/written.ts'
import { frameText } from './frameText.ts'
import { gap, withoutGaps } from './gaps.ts'
import { otherwise, saidBefore } from './lexed.ts'
import { compiledTemplate } from './merge.ts'
import { figureRefOf, seriesRefOf } from './references.ts'
import { holds } from './test.ts'
import { blocksXml, chartXml, figuresXml, seriesXml } from './wordBlocks.ts'
import { paragraphXml } from './wordXml.ts'

/**
 * Removes the comparison from a change, where the template's text already has it: 同比{{同比:受理量}} becomes
 * 同比下降2.9%.
 */
const withoutComparison = (text: string): string =>
  text.replace(/^(?:同比|环比|较前一等长时期|与上年同期|与上期|与前一等长时期)/, '')

/**
 * The text of a number field. An unknown value becomes a dash; an unknown unit or change is removed with its
 * clause.
 */
function figureText({ part, wanted }: Extract<WordField, { kind: 'figure' }>, text: string): string {
  if (text === '') return wanted.shows !== 'value' || part === 'unit' ? gap : '—'
  if (part === 'text') return text
  const { number, unit } = splitUnit(text)
  return part === 'number' ? number : unit
}

function valueOf(
  field: WordField,
  look: FieldLook,
  { filling, stock, branch }: { filling: Filling; stock: Stock; branch: Branch },
): string | boolean {
  const { written, dates } = filling
  const { document, readings } = written
  const reading = (ref: FigureRef) => readingAt(readings, ref)
  switch (field.kind) {
    case 'frame':
      return frameText(field.name, filling)
    case 'figure':
      return figureText(field, reading(figureRefOf(field.wanted, dates)).text)
    case 'if':
      return holds(field.test, reading(figureRefOf(field.test.wanted, dates)), branch)
    case 'table':
      return field.wanted.rows === 'measures'
        ? figuresXml(field.wanted, look, { filling, stock })
        : seriesXml(seriesRefOf(field.wanted, dates, false), look, { filling, stock })
    case 'chart':
      return chartXml(seriesRefOf(field.wanted, dates, true), look, { filling, stock })
    case 'blocks':
      return field.name === 'text'
        ? blocksXml(document.blocks, look, { filling, stock })
        : annexLines(document, readings)
            .map(line => paragraphXml(line, look))
            .join('')
    case 'else':
    case 'end':
      return ''
  }
}

/** All charts that a template or the text of its briefing may show, by the key of the series. */
async function picturesFor(
  { written }: Filling,
  refs: readonly SeriesRef[],
): Promise<Map<string, PngPicture>> {
  const { document, readings } = written
  const pictures = new Map<string, PngPicture>()
  for (const ref of refs) {
    const reading = seriesAt(readings, ref)
    if (reading.rows.length > 0)
      pictures.set(
        referenceKey(ref),
        await seriesPng(ref, reading, { ...printingOfReadings(readings, document.language), title: '' }),
      )
  }
  return pictures
}

const charted = ({ written: { document }, dates }: Filling, fields: readonly WordField[]): SeriesRef[] => [
  ...document.blocks.flatMap(block => (block.kind === 'chart' ? [block.series] : [])),
  ...fields.flatMap(field => (field.kind === 'chart' ? [seriesRefOf(field.wanted, dates, true)] : [])),
]

const pictureTypes = { png: 'image/png', jpg: 'image/jpeg' } as const

/** Adds pictures to the file and to its relations. */
function placePictures(zip: PizZip, main: string, used: Stock['used']): void {
  if (used.length === 0) return
  const relations = main.replace(/([^/]+)$/, '_rels/$1.rels')
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
  const empty =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const named = used
    .map(({ relation, file }) => `<Relationship Id="${relation}" Type="${type}" Target="media/${file}"/>`)
    .join('')
  const before = (zip.file(relations)?.asText() ?? empty).replace(
    /<Relationships([^<>]*)\/>/,
    '<Relationships$1></Relationships>',
  )
  zip.file(relations, before.replace('</Relationships>', `${named}</Relationships>`))
  for (const { file, data } of used) zip.file(main.replace(/[^/]+$/, `media/${file}`), data)
  const types = zip.file('[Content_Types].xml')?.asText() ?? ''
  const missing = Object.entries(pictureTypes).filter(
    ([extension]) =>
      used.some(({ file }) => file.endsWith(`.${extension}`)) &&
      !new RegExp(`<Default [^<>]*Extension="${extension}"`, 'i').test(types),
  )
  const added = missing.map(
    ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
  )
  zip.file(
    '[Content_Types].xml',
    types.replace(/<Types[^<>]*>/, tag => `${tag}${added.join('')}`),
  )
}

/** The width between the page margins, in points. */
function textPoints(xml: string): number {
  const twips = (name: string, attribute: string, usual: number): number =>
    Number(new RegExp(`<w:${name} [^<>]*w:${attribute}="(\\d+)"`).exec(xml)?.[1] ?? usual)
  const width = twips('pgSz', 'w', 11_906) - twips('pgMar', 'left', 1588) - twips('pgMar', 'right', 1474)
  return Math.max(120, Math.min(600, width / 20))
}

/** The ids of the styles for bordered tables and headings; empty where the template lacks them. */
function ownStyles(xml: string): { table: string; heading1: string; heading2: string } {
  // Each match ends before the next style, so that any file is read in one pass.
  const styles = Array.from(xml.matchAll(/<w:style ([^<>]*)>((?:(?!<\/?w:style[ >]).)*)<\/w:style>/gs))
  const idOf = (name: RegExp): string =>
    /\bw:styleId="([^"]+)"/.exec(styles.find(([, , style = '']) => name.test(style))?.[1] ?? '')?.[1] ?? ''
  return {
    table: idOf(/<w:name w:val="(?:Table Grid|网格型|表格网格)"\/>/i),
    heading1: idOf(/<w:name w:val="(?:heading 1|标题 1)"\/>/i),
    heading2: idOf(/<w:name w:val="(?:heading 2|标题 2)"\/>/i),
  }
}

/** Returns the innermost error: the library wraps errors in lists of errors. */
function firstOf(error: unknown): unknown {
  const { properties } = error as { properties?: { errors?: unknown[]; rootError?: unknown } }
  const inner = properties?.rootError ?? properties?.errors?.[0]
  return inner === undefined ? error : firstOf(inner)
}

/** Removes unknown values and their clauses from the text, headers and footers. */
function closeGaps(zip: PizZip): void {
  for (const { name } of zip.file(/^word\/[^/]+\.xml$/)) {
    const xml = zip.file(name)?.asText() ?? ''
    if (xml.includes(gap)) zip.file(name, withoutGaps(xml))
  }
}

/**
 * Fills the fields of a template; everything else is unchanged. Errors: internal, where a reference was not
 * read.
 */
export async function filledTemplate(
  template: { file: Buffer; main: string; fields: readonly NamedField[] },
  filling: Filling,
): Promise<Buffer> {
  const { file, main } = template
  const fields = template.fields.map(({ field }) => field)
  const byText = new Map(template.fields.map(({ text, field }) => [text, field]))
  const pictures = await picturesFor(filling, charted(filling, fields))
  const stock: Stock = { pictures, used: [], width: 0, styles: ownStyles('') }
  const document = compiledTemplate(file, (text, look) => {
    const branch = text.startsWith(otherwise) ? 'else' : 'then'
    const name = text.replace(branch === 'else' ? otherwise : saidBefore, '')
    const field = byText.get(name.trim())
    if (!field) throw new NamedError('internal', { reference: `template-field ${text.slice(0, 40)}` })
    const value = valueOf(field, look, { filling, stock, branch })
    return text.endsWith(saidBefore) ? withoutComparison(String(value)) : value
  })
  const zip = document.getZip()
  stock.width = textPoints(zip.file(main)?.asText() ?? '')
  stock.styles = ownStyles(zip.file('word/styles.xml')?.asText() ?? '')
  try {
    document.render()
  } catch (error) {
    throw firstOf(error)
  }
  closeGaps(document.getZip())
  placePictures(document.getZip(), main, stock.used)
  return document.toBuffer({ compression: 'DEFLATE' })
}

import type { FieldLook } from './merge.ts'
import { markupText } from '../../common/xmlText.ts'

/** A character format made bold. */
function inBold(letters: string): string {
  if (letters === '') return '<w:rPr><w:b/></w:rPr>'
  return letters.includes('<w:b/>')
    ? letters
    : letters.replace(/<w:rPr>(?:<w:rStyle[^>]*\/>)?(?:<w:rFonts[^>]*\/>)?/, start => `${start}<w:b/>`)
}

/** A paragraph in the format of a field; `properties` replace the field's own indent and spacing. */
export function paragraphXml(
  text: string,
  { style, direct, letters }: FieldLook,
  more: { properties?: string; isBold?: boolean } = {},
): string {
  const { properties = direct, isBold = false } = more
  const look = isBold ? inBold(letters) : letters
  const run = `<w:r>${look}<w:t xml:space="preserve">${markupText(text)}</w:t></w:r>`
  return `<w:p><w:pPr>${style}${properties}</w:pPr>${run}</w:p>`
}

const natural = '<w:spacing w:line="240" w:lineRule="auto"/>'
const noIndent = '<w:ind w:left="0" w:firstLineChars="0" w:firstLine="0"/>'
const line = (edge: string): string => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const borders = `<w:tblBorders>${sides.map(line).join('')}</w:tblBorders>`

/** A table: the first row repeats on each page; the first column is text, the others are numbers. */
export function tableXml(
  rows: readonly (readonly string[])[],
  look: FieldLook & { tableStyle: string },
): string {
  const columns = Math.max(1, ...rows.map(row => row.length))
  const width = Math.floor(9000 / columns)
  const cellXml = (text: string, place: number, isHead: boolean): string => {
    const side = isHead ? 'center' : place === 0 ? 'left' : 'right'
    const inside = paragraphXml(text, look, {
      properties: `${noIndent}<w:jc w:val="${side}"/>`,
      isBold: isHead,
    })
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`
  }
  const body = rows.map((row, at) => {
    const cells = Array.from({ length: columns }, (_, place) => cellXml(row[place] ?? '', place, at === 0))
    const head = at === 0 ? '<w:tblHeader/>' : ''
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`
  })
  const style = look.tableStyle === '' ? '' : `<w:tblStyle w:val="${markupText(look.tableStyle)}"/>`
  const grid = Array.from({ length: columns }, () => `<w:gridCol w:w="${width}"/>`).join('')
  return (
    `<w:tbl><w:tblPr>${style}<w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/>` +
    `${look.tableStyle === '' ? borders : ''}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
  )
}

const perPoint = 12_700

/** A picture in a paragraph of its own, with alternative text. */
export function pictureXml(
  {
    relation,
    id,
    words,
    width,
    height,
  }: { relation: string; id: number; words: string; width: number; height: number },
  { style }: FieldLook,
): string {
  const size = `cx="${Math.round(width * perPoint)}" cy="${Math.round(height * perPoint)}"`
  const [drawing, main, picture] = [
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    'http://schemas.openxmlformats.org/drawingml/2006/main',
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
  ]
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const named = `id="${id}" name="chart ${id}" descr="${markupText(words)}"`
  return (
    `<w:p><w:pPr>${style}${natural}${noIndent}<w:jc w:val="center"/></w:pPr><w:r><w:drawing>` +
    `<wp:inline xmlns:wp="${drawing}" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent ${size}/><wp:docPr ${named}/>` +
    `<a:graphic xmlns:a="${main}"><a:graphicData uri="${picture}"><pic:pic xmlns:pic="${picture}">` +
    `<pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="${relations}" r:embed="${relation}"/>` +
    `<a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    `</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  )
}

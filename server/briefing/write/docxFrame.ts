import type { IBorderOptions, IParagraphOptions } from 'docx'
import type { Paper } from '../paper/paper.ts'
import type { FilePicture } from './written.ts'
import {
  AlignmentType,
  BorderStyle,
  Footer,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { boxAt } from './docxBox.ts'
import {
  colophonInset,
  colophonPitch,
  linePitch,
  mm,
  red,
  sizes,
  styled,
  tabRight,
  textRuns,
  textWidth,
  widthOf,
} from './style.ts'

/** A4 with the margins of an official document. */
export const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(23) },
}

/**
 * The font size of the name: full for up to twelve characters, smaller for longer names, so that they stay on
 * one line.
 */
const nameSize = (name: string): number =>
  Math.min(sizes.name, Math.floor((textWidth / 20 / name.length) * 2))

/**
 * The largest size of a picture in place of the name, in pixels of 1/96 inch: the width of the text, and 35
 * mm.
 */
const [pictureWidth, pictureHeight] = [589, 132]

/** A picture in place of the name, with the name as alternative text. */
function pictureHead(name: string, { type, data, width, height }: FilePicture): Paragraph {
  const scale = Math.min(pictureWidth / width, pictureHeight / height)
  const image = new ImageRun({
    type,
    data,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { id: '1000', name, title: name, description: name },
  })
  return styled('picture', [image], { spacing: { before: 0, line: 240, lineRule: LineRuleType.AUTO } })
}

/** The width of a line with unit and date, in full-width characters. */
const lineRoom = 31

/** The unit and the date: on one line where both fit, else on two lines. */
function dateLines(unit: string, date: string, rule: Partial<IParagraphOptions>): Paragraph[] {
  const fits = widthOf(unit) + widthOf(date) < lineRoom
  return fits
    ? [styled('dateline', `${unit}\t${date}`, { ...rule, ...tabRight() })]
    : [styled('dateline', unit), styled('dateline', `\t${date}`, { ...rule, ...tabRight() })]
}

/** The head: name, issue and, above the red line, unit and date. All lines have fixed heights. */
export function headOf({ head, title, subtitle }: Paper, picture?: FilePicture): Paragraph[] {
  const { name, issue, draft, unit, date, contact } = head
  // Without a name there is no red masthead, as in a plain report.
  const rule = name
    ? { border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 4 } } }
    : {}
  const size = nameSize(name)
  const nameRuns = textRuns(name, size < sizes.name ? { size } : {})
  return [
    ...(name ? [picture ? pictureHead(name, picture) : styled('masthead', nameRuns)] : []),
    styled('issue', `${issue}${draft}`),
    ...(contact ? [styled('dateline', `\t${contact}`, tabRight())] : []),
    ...dateLines(unit, date, rule),
    new Paragraph({ style: 'Title', children: textRuns(title) }),
    ...(subtitle ? [styled('subtitle', subtitle)] : []),
  ]
}

/** The signature below the text, and its date. */
export function signatureOf({ signature }: Paper): Paragraph[] {
  return signature
    ? [
        styled('signature', signature.name, { spacing: { before: linePitch }, keepNext: true }),
        styled('signature', signature.date),
      ]
    : []
}

/** The number of lines for a text of the colophon. */
function linesOf(text: string): number {
  return Math.max(1, Math.ceil((widthOf(text) * sizes.small * 10) / (textWidth - 2 * colophonInset)))
}

/**
 * The height of a rule in addition to its line of text. Without it, the last line is cut off at the bottom of
 * the box.
 */
const ruleRoom = 30

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const rule = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color: '000000' })
// GB/T 9704-2012 7.4.1: the first and the last rule are 0.35 mm thick, the others 0.25 mm.
const [thick, thin] = [rule(8), rule(6)]

function colophonRow(text: string, lines: { top?: IBorderOptions; bottom?: IBorderOptions }): TableRow {
  const { top = noLine, bottom = noLine } = lines
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        borders: { left: noLine, right: noLine, top, bottom },
        margins: { left: 0, right: 0 },
        children: [styled('colophon', text, tabRight(colophonInset))],
      }),
    ],
  })
}

function colophonTable({ registration, sent, office, printed }: Paper['colophon']): Table {
  const lines = [...sent, `${office}\t${printed}`]
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    rows: [
      ...(registration ? [colophonRow(registration, {})] : []),
      ...lines.map((text, place) =>
        colophonRow(text, {
          top: place === 0 ? thick : thin,
          ...(place === lines.length - 1 && { bottom: thick }),
        }),
      ),
    ],
  })
}

/**
 * The colophon (版记) at the foot of the last page: recipients and printing between rules. It is in a box,
 * because programs place floating tables differently.
 */
export function colophonOf({ colophon }: Paper): Paragraph {
  const { registration, sent, office, printed } = colophon
  const texts = [...(registration ? [registration] : []), ...sent, `${office}${printed}`]
  const height = texts.reduce((sum, text) => sum + linesOf(text) * colophonPitch + ruleRoom, 20)
  const place = {
    left: page.margin.left,
    top: page.size.height - page.margin.bottom - height,
    width: textWidth,
    height,
  }
  // A box must end with a paragraph.
  const last = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } })
  return boxAt(place, { name: 'colophon', content: [colophonTable(colophon), last] })
}

/** The notice that an issue was withdrawn, above everything else. */
export const withdrawnNotice = ({ withdrawn }: Paper): Paragraph[] =>
  withdrawn ? [styled('notice', withdrawn)] : []

/** The old and new value of each changed figure of a corrected edition. */
export const correctionParagraphs = ({ corrections }: Paper): Paragraph[] =>
  corrections.map(line => styled('notice', line))

const pageNumber = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [
          new TextRun({
            size: sizes.small,
            font: { ascii: 'SimSun', eastAsia: '宋体', hAnsi: 'SimSun' },
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  })

/** Page numbers on the outside: right on odd pages, left on even ones, 7 mm below the text. */
export const pageNumbers = (): { default: Footer; even: Footer } => ({
  default: pageNumber(AlignmentType.RIGHT),
  even: pageNumber(AlignmentType.LEFT),
})

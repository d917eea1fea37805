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

/** A name of up to twelve characters in full size; a longer one smaller, so that it stays on its line. */
const nameSize = (name: string): number =>
  Math.min(sizes.name, Math.floor((textWidth / 20 / name.length) * 2))

/** The most that a picture takes instead of the name, in pixels of 1/96 inch: the text's width, 35 mm. */
const [pictureWidth, pictureHeight] = [589, 132]

/** A picture instead of the name, which is read out for it. */
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

/** A line of who and when has room for so many full-width characters. */
const lineRoom = 31

/** Who and when: on one line where both have room, the date on a line of its own where they do not. */
function dateLines(unit: string, date: string, rule: Partial<IParagraphOptions>): Paragraph[] {
  const fits = widthOf(unit) + widthOf(date) < lineRoom
  return fits
    ? [styled('dateline', `${unit}\t${date}`, { ...rule, ...tabRight() })]
    : [styled('dateline', unit), styled('dateline', `\t${date}`, { ...rule, ...tabRight() })]
}

/** Above the text: name, issue and, over the red line, who and when. Lines of fixed height throughout. */
export function headOf({ head, title, subtitle }: Paper, picture?: FilePicture): Paragraph[] {
  const { name, issue, draft, unit, date, contact } = head
  // Without a name there is no red masthead: a plain report.
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

/** Below the text: who signs, and when. */
export function signatureOf({ signature }: Paper): Paragraph[] {
  return signature
    ? [
        styled('signature', signature.name, { spacing: { before: linePitch }, keepNext: true }),
        styled('signature', signature.date),
      ]
    : []
}

/** How many lines a line of the colophon takes. */
function linesOf(text: string): number {
  return Math.max(1, Math.ceil((widthOf(text) * sizes.small * 10) / (textWidth - 2 * colophonInset)))
}

/** What a rule takes besides the line of text: without it the last line is cut off at the foot of the box. */
const ruleRoom = 30

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const rule = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color: '000000' })
// GB/T 9704-2012 7.4.1: the first and the last line 0.35 mm thick, those between 0.25 mm.
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
 * 版记: who gets it, who printed it when, between a thick line, thin ones and a thick one, at the foot of the
 * last page. In a box, since programs read a table that floats in different ways.
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
  // A box ends with a paragraph.
  const last = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } })
  return boxAt(place, { name: 'colophon', content: [colophonTable(colophon), last] })
}

/** That an issue was withdrawn, above all else. */
export const withdrawnNotice = ({ withdrawn }: Paper): Paragraph[] =>
  withdrawn ? [styled('notice', withdrawn)] : []

/** Which figure of a corrected edition was what and is what. */
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

/** Page numbers outside: right on odd pages, left on even ones, 7 mm below the text. */
export const pageNumbers = (): { default: Footer; even: Footer } => ({
  default: pageNumber(AlignmentType.RIGHT),
  even: pageNumber(AlignmentType.LEFT),
})

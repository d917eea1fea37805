import type { IParagraphOptions } from 'docx'
import type { BriefingDocument } from '../document.ts'
import type { Written } from './written.ts'
import {
  AlignmentType,
  BorderStyle,
  Footer,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  PageNumber,
  Paragraph,
  TextRun,
  VerticalPositionAlign,
} from 'docx'
import { paperWords } from '#measures'
import { fileWords } from './fileWords.ts'
import { mm, red, sizes, styled, tabRight, textRuns, textWidth } from './style.ts'

/** A name of up to twelve characters in full size; a longer one smaller, so that it stays on its line. */
const nameSize = (name: string): number =>
  Math.min(sizes.name, Math.floor((textWidth / 20 / name.length) * 2))

/** Above the text: name, issue and, over the red line, who and when. Lines of fixed height throughout. */
export function headOf({ masthead, title, subtitle }: BriefingDocument): Paragraph[] {
  const { name, issue, unit, date, contact } = masthead
  // Without a name there is no red masthead: a plain report.
  const rule = name
    ? { border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 4 } } }
    : {}
  const size = nameSize(name)
  return [
    ...(name ? [styled('masthead', textRuns(name, size < sizes.name ? { size } : {}))] : []),
    styled('issue', issue),
    ...(contact ? [styled('dateline', `\t${contact}`, tabRight())] : []),
    styled('dateline', `${unit}\t${date}`, { ...rule, ...tabRight() }),
    new Paragraph({ style: 'Title', children: textRuns(title) }),
    ...(subtitle ? [styled('subtitle', subtitle)] : []),
  ]
}

/**
 * Of when the figures are, and for a frozen issue who answers for it; who took it out stands in the
 * file's properties, so that every copy of an issue has one text.
 */
export function provenanceLine({ document, standing, dataUntil, exported }: Written): string {
  const say = { ...paperWords[document.language], ...fileWords[document.language] }
  const until = `${say.dataUntil}${dataUntil ?? '—'}`
  if (standing.state === 'draft')
    return [
      until,
      `${say.asOf}${exported.at}`,
      ...(exported.by ? [`${say.exportedBy}${exported.by}`] : []),
    ].join(say.between)
  return [
    until,
    `${say.frozen}${standing.at}`,
    `${say.author}${standing.author}`,
    `${say.approver}${standing.approver}`,
    `${say.hash}${standing.hash}`,
  ].join(say.between)
}

/** Below the text: who signs, and when. */
export function signatureOf({ ending, masthead }: BriefingDocument): Paragraph[] {
  return ending.signature
    ? [
        styled('signature', ending.signature, { spacing: { before: 579 }, keepNext: true }),
        styled('signature', masthead.date),
      ]
    : []
}

/** The frame that holds the colophon at the foot of the last page. */
const atFoot: NonNullable<IParagraphOptions['frame']> = {
  type: 'alignment',
  width: textWidth,
  height: 0,
  wrap: FrameWrap.AROUND,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
}

/**
 * 版记: who gets it, who printed it when, between a thick line, thin ones and a thick one, at the foot of
 * the last page.
 */
export function colophonOf({ document }: Written): Paragraph[] {
  const { ending, language } = document
  const say = paperWords[language]
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 1 })
  const sent = [
    ...(ending.copyTo ? [`${say.copyTo}${ending.copyTo}`] : []),
    ...(ending.distributeTo ? [`${say.distributeTo}${ending.distributeTo}`] : []),
  ]
  const printed = `${ending.office ?? ''}\t${ending.printed}`
  return [
    ...(ending.registration ? [styled('colophon', ending.registration, { frame: atFoot })] : []),
    ...[...sent, printed].map((text, place) =>
      styled('colophon', text, {
        ...tabRight(280),
        frame: atFoot,
        // Neighbours with one border each would be joined into a box: the lines differ on purpose.
        border: {
          top: rule(place === 0 ? 8 : 6),
          ...(place === sent.length && { bottom: rule(8) }),
        },
      }),
    ),
    // What the frame is anchored to: the end of the text.
    new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] }),
  ]
}

export function withdrawnNotice({ document, standing }: Written): Paragraph[] {
  return standing.state === 'withdrawn'
    ? [styled('notice', `${fileWords[document.language].withdrawn}${standing.withdrawnWhy}`)]
    : []
}

/** Which figure of a corrected edition was what and is what. */
export function correctionOf({ correction = [], language }: BriefingDocument): Paragraph[] {
  return correction.length === 0
    ? []
    : [fileWords[language].correction, ...correction].map(line => styled('notice', line))
}

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

/** A4 with the margins of an official document. */
export const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(23) },
}

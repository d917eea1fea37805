import type { Buffer } from 'node:buffer'
import type { Language } from '#measures'
import type { Booklet } from './booklet.ts'
import { Document, HeadingLevel, Packer, PageOrientation, Paragraph } from 'docx'
import { pageNumbers } from '../../briefing/write/docxFrame.ts'
import { tableOf } from '../../briefing/write/docxTables.ts'
import { cell, mm, styled, styles, textRuns } from '../../briefing/write/style.ts'
import { cellsOf } from './booklet.ts'

const words = {
  zh: {
    title: '{centre}{title}',
    day: '截至 {day}',
    note: '人员、电话如有变动，请以中心公布为准。',
    exported: '导出：{by} {at}',
  },
  en: {
    title: '{centre}: {title}',
    day: 'As of {day}',
    note: 'Staff and numbers may change; the centre’s published information prevails.',
    exported: 'Exported by {by}, {at}',
  },
} as const

/** The widths of the columns of a landscape page; names need more room than counts. */
const widths = {
  named: [2700, 2500, 1850, 2900, 1000, 1650, 1516],
  counted: [3600, 3400, 1850, 1100, 1000, 1650, 1516],
}
/** The index of the first column of numbers. */
const firstNumber = 4

/** The booklet as a Word document: landscape A4, with the headings repeated on each page. */
export async function bookletDocx(
  booklet: Booklet,
  exported: { by: string; at: string; language: Language },
): Promise<Buffer> {
  const say = words[exported.language]
  const head = booklet.headings.map(text => cell(text, { kind: 'tableHead', tight: true }))
  const body = booklet.lines.map(line =>
    cellsOf(line).map((text, place) =>
      cell(text, { kind: place < firstNumber ? 'tableText' : 'tableNumber', tight: true }),
    ),
  )
  const title = say.title
    .replace('{centre}', booklet.centre[exported.language])
    .replace('{title}', booklet.title)
  return Packer.toBuffer(
    new Document({
      title,
      creator: exported.by,
      styles,
      evenAndOddHeaderAndFooters: true,
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
              margin: { top: mm(25), right: mm(24), bottom: mm(22), left: mm(24), footer: mm(12) },
            },
          },
          footers: pageNumbers(),
          children: [
            new Paragraph({
              heading: HeadingLevel.TITLE,
              children: textRuns(title),
            }),
            styled('unitLine', say.day.replace('{day}', booklet.day)),
            tableOf(booklet.named ? widths.named : widths.counted, [head, ...body]),
            styled('annex', say.note),
            styled('provenance', say.exported.replace('{by}', exported.by).replace('{at}', exported.at)),
          ],
        },
      ],
    }),
  )
}

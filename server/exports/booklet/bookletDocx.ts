import type { Buffer } from 'node:buffer'
import type { Language } from '#measures'
import type { Booklet } from './booklet.ts'
import { Document, HeadingLevel, Packer, PageOrientation, Paragraph } from 'docx'
import { pageNumbers } from '../../briefing/write/docxFrame.ts'
import { tableOf } from '../../briefing/write/docxTables.ts'
import { cell, mm, styled, styles, textRuns } from '../../briefing/write/style.ts'
import { cellsOf } from './booklet.ts'

const words = {
  zh: { day: '截至 {day}', note: '人员、电话如有变动，请以中心公布为准。', exported: '导出：{by} {at}' },
  en: {
    day: 'As of {day}',
    note: 'People and numbers may change; the centre’s notice prevails.',
    exported: 'Exported by {by}, {at}',
  },
} as const

/** Of the width of a page on its side, within its margins. */
const widths = [2500, 2100, 1900, 2900, 1200, 1500, 1800]

/** The booklet as a Word document: A4 on its side, the headings again on each page. */
export async function bookletDocx(
  booklet: Booklet,
  exported: { by: string; at: string; language: Language },
): Promise<Buffer> {
  const say = words[exported.language]
  const head = booklet.headings.map(text => cell(text, { kind: 'tableHead', tight: true }))
  const body = booklet.lines.map(line => cellsOf(line).map(text => cell(text, { tight: true })))
  return Packer.toBuffer(
    new Document({
      title: booklet.title,
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
              children: textRuns(`${booklet.centre[exported.language]}${booklet.title}`),
            }),
            styled('unitLine', say.day.replace('{day}', booklet.day)),
            tableOf(widths, [head, ...body]),
            styled('annex', say.note),
            styled('provenance', say.exported.replace('{by}', exported.by).replace('{at}', exported.at)),
          ],
        },
      ],
    }),
  )
}

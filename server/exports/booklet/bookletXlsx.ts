import type { Buffer } from 'node:buffer'
import type { Language } from '#measures'
import type { Booklet } from './booklet.ts'
import writeXlsxFile from 'write-excel-file/node'
import { cellsOf } from './booklet.ts'

// Cells of type String are never read as formulas, and keep the leading zeros of telephone numbers.
const cell = (value: string) => ({ value, type: String })
const bold = (value: string) => ({ ...cell(value), fontWeight: 'bold' as const })

const wide = [30, 22, 16, 30, 10, 16, 20]

/** The booklet as a workbook: the windows on the first sheet, its description on the second. */
export async function bookletXlsx(
  booklet: Booklet,
  exported: { by: string; at: string; language: Language },
): Promise<Buffer> {
  const about: [string, string][] = [
    ['中心 Centre', booklet.centre[exported.language]],
    ['日期 As of', booklet.day],
    ['导出人 Exported by', exported.by],
    ['导出时间 Exported at', exported.at],
  ]
  return writeXlsxFile([
    {
      data: [booklet.headings.map(bold), ...booklet.lines.map(line => cellsOf(line).map(cell))],
      sheet: booklet.title,
      columns: wide.map(width => ({ width })),
      stickyRowsCount: 1,
    },
    {
      data: about.map(([name, value]) => [bold(name), cell(value)]),
      sheet: '说明 About',
      columns: [{ width: 22 }, { width: 50 }],
    },
  ]).toBuffer()
}

import type { Buffer } from 'node:buffer'
import type { FigureLine } from './figureLines.ts'
import type { Written } from './written.ts'
import writeXlsxFile from 'write-excel-file/node'
import { sheetName } from '../../common/sheetName.ts'
import { figureLines } from './figureLines.ts'

const longestCell = 32_767

/** The columns of the tables, with headings in both languages. Programs rely on their order. */
export const figureColumns = [
  ['name', '指标 Figure'],
  ['text', '文中表述 As printed'],
  ['value', '数值 Value'],
  ['unit', '单位 Unit'],
  ['numerator', '分子 Numerator'],
  ['n', '分母／样本 Denominator / n'],
  ['coverage', '数据覆盖 Coverage'],
  ['period', '期间 Period'],
  ['against', '对比期 Compared with'],
  ['earlier', '对比期数值 Compared value'],
  ['filters', '筛选 Filters'],
  ['definition', '口径 Definition'],
  ['fingerprint', '口径版本 Definition version'],
] as const satisfies readonly (readonly [keyof FigureLine, string])[]

type Cell =
  | { value: string; type: StringConstructor; fontWeight?: 'bold' }
  | { value: number; type: NumberConstructor }
  | null

// A cell of type String is never a formula, whatever its first character.
function cellOf(value: string | number | null): Cell {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: value.slice(0, longestCell), type: String }
}

const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })

function aboutSheet({ document, from, to, standing, dataUntil, exported }: Written): Cell[][] {
  const rows: [string, string][] = [
    ['标题 Title', `${document.title} ${document.subtitle}`],
    ['期号 Issue', document.masthead.issue],
    ['单位 Unit', document.masthead.unit],
    ['期间 Period', `${from}..${to}`],
    ['数据截至 Data until', dataUntil ?? '—'],
    ...(standing.state === 'draft'
      ? [['状态 State', '草稿 draft'] as [string, string]]
      : ([
          [
            '状态 State',
            standing.state === 'frozen' ? '已签发 signed' : `已撤回 withdrawn: ${standing.withdrawnWhy}`,
          ],
          ['签发时间 Signed at', standing.at],
          ['起草人 Author', standing.author],
          ['签发人 Signed by', standing.approver],
          ['校验码 Hash (SHA-256)', standing.hash],
        ] as [string, string][])),
    ['导出人 Exported by', exported.by],
    ['导出时间 Exported at', exported.at],
  ]
  return rows.map(([name, value]) => [bold(name), cellOf(value)])
}

/**
 * A briefing's numbers as a workbook: a sheet about the file, then one sheet per section. Numbers are stored
 * as numbers.
 */
export async function briefingXlsx(written: Written): Promise<Buffer> {
  const lines = figureLines(written.document, written.readings)
  const taken = new Set<string>()
  const sections = Array.from(new Set(lines.map(line => line.section)), section => ({
    sheet: sheetName(section, taken),
    data: [
      figureColumns.map(([, heading]) => bold(heading)),
      ...lines
        .filter(line => line.section === section)
        .map(line => figureColumns.map(([key]) => cellOf(line[key]))),
    ],
    columns: figureColumns.map(([key]) => ({
      width: key === 'definition' ? 60 : key === 'name' || key === 'text' ? 26 : 16,
    })),
    stickyRowsCount: 1,
  }))
  return writeXlsxFile([
    {
      sheet: sheetName('说明 About', taken),
      data: aboutSheet(written),
      columns: [{ width: 26 }, { width: 70 }],
    },
    ...sections,
  ]).toBuffer()
}

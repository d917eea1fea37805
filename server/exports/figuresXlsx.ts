import type { Buffer } from 'node:buffer'
import type { Language, MeasureId } from '#measures'
import writeXlsxFile from 'write-excel-file/node'
import { measureNamed, sourceWords } from '#measures'
import { sheetName } from '../common/sheetName.ts'
import { xmlText } from '../common/xmlText.ts'
import { measureText } from '../measures/texts/index.ts'

type FigureCell = string | number | null

/** The figures of one panel as on screen, with numbers as numbers. */
interface FigureSheet {
  name: string
  headers: string[]
  rows: FigureCell[][]
  /** Facts about the figures: period, compared dates, last day with data. */
  facts: [string, string][]
  measures: MeasureId[]
}

const longestCell = 32_767

// Cells of type String are never read as formulas.
function cellOf(value: FigureCell) {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: xmlText(value).slice(0, longestCell), type: String }
}
const bold = (value: string) => ({
  value: xmlText(value).slice(0, longestCell) || ' ',
  type: String,
  fontWeight: 'bold' as const,
})

/** The width of a column, from the longest of its first texts; a Chinese character counts twice. */
function widthOf(sheet: FigureSheet, column: number): number {
  const texts = [
    sheet.headers[column] ?? '',
    ...sheet.rows.slice(0, 200).map(row => String(row[column] ?? '')),
  ]
  const sizes = texts.map(text => Array.from(text).reduce((sum, sign) => sum + (sign > '\u2E80' ? 2 : 1), 0))
  return Math.min(60, Math.max(8, ...sizes) + 2)
}

const words = {
  about: { zh: '说明', en: 'About' },
  by: { zh: '导出人', en: 'Exported by' },
  at: { zh: '导出时间', en: 'Exported at' },
  definition: { zh: '口径', en: 'Definition' },
} as const

/** The rows that describe each sheet: its facts, and the definition and source of its measures. */
function aboutRows(
  sheets: readonly (FigureSheet & { sheet: string })[],
  language: Language,
): [string, string][] {
  return sheets.flatMap(({ sheet, facts, measures }): [string, string][] => [
    [sheet, ''],
    ...facts,
    ...measures.map((id): [string, string] => {
      const { formula, source } = measureText(id)
      const cited = sourceWords(source, language)
      const line = language === 'zh' ? `${formula.zh}（${cited}）` : `${formula.en} (${cited})`
      return [`${words.definition[language]} · ${measureNamed(id).names[language]}`, line]
    }),
    ['', ''],
  ])
}

/**
 * Figures as a workbook: one sheet per panel, and a last one with their description and who exported them.
 */
export async function figuresXlsx(
  sheets: readonly FigureSheet[],
  exported: { by: string; at: string; language: Language },
): Promise<Buffer> {
  const { language } = exported
  const taken = new Set([words.about[language].toLowerCase()])
  const named = sheets.map(one => ({ ...one, sheet: sheetName(one.name, taken) }))
  const about = [
    ...aboutRows(named, language),
    [words.by[language], exported.by] as const,
    [words.at[language], exported.at] as const,
  ]
  return writeXlsxFile([
    ...named.map(one => ({
      data: [one.headers.map(bold), ...one.rows.map(row => row.map(cellOf))],
      sheet: one.sheet,
      columns: one.headers.map((_, column) => ({ width: widthOf(one, column) })),
      stickyRowsCount: 1,
    })),
    {
      data: about.map(([name, value]) => [bold(name), cellOf(value)]),
      sheet: words.about[language],
      columns: [{ width: 34 }, { width: 90 }],
    },
  ]).toBuffer()
}

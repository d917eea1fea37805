import type { Buffer } from 'node:buffer'
import type { Language, MeasureId } from '#measures'
import writeXlsxFile from 'write-excel-file/node'
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings as withElement,
} from 'write-excel-file/utility'
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

/** How a number is shown: a whole one with commas, a fraction with two decimals; the cell keeps all of it. */
function formatOf(value: number): { format?: string } {
  if (Number.isInteger(value)) return Math.abs(value) < 1000 ? {} : { format: '#,##0' }
  return Math.abs(value) < 0.01 ? {} : { format: '#,##0.00' }
}

const part = 'xl/worksheets/sheet{id}.xml'
const inOrder = getOrderOfSiblings(part, 'worksheet') ?? []

/** Sheets are printed on A4 paper, each no wider than a page. */
const onePageWide = {
  files: {
    transform: {
      [part]: {
        transform: (content: string) =>
          [
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            '<pageSetup paperSize="9" fitToHeight="0"/>',
          ].reduce((xml, element) => withElement(xml, element, inOrder, 'worksheet'), content),
      },
    },
  },
}

// Cells of type String are never read as formulas.
function cellOf(value: FigureCell) {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number, ...formatOf(value) }
    : { value: xmlText(value).slice(0, longestCell), type: String }
}
const bold = (value: string) => ({
  value: xmlText(value).slice(0, longestCell) || ' ',
  type: String,
  fontWeight: 'bold' as const,
})

/** A heading stands over its column: to the right over numbers. */
function headingOf(sheet: FigureSheet, column: number) {
  const heading = bold(sheet.headers[column] ?? '')
  const holdsNumbers = sheet.rows.some(row => typeof row[column] === 'number')
  return holdsNumbers ? { ...heading, align: 'right' as const } : heading
}

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
  const named = sheets.map(sheet => ({ ...sheet, sheet: sheetName(sheet.name, taken) }))
  const about = [
    ...aboutRows(named, language),
    [words.by[language], exported.by] as const,
    [words.at[language], exported.at] as const,
  ]
  const sheetsOptions = [
    ...named.map(table => ({
      data: [
        table.headers.map((_, column) => headingOf(table, column)),
        ...table.rows.map(row => row.map(cellOf)),
      ],
      sheet: table.sheet,
      columns: table.headers.map((_, column) => ({ width: widthOf(table, column) })),
      stickyRowsCount: 1,
    })),
    {
      data: about.map(([name, value]) => [bold(name), cellOf(value)]),
      sheet: words.about[language],
      columns: [{ width: 34 }, { width: 90 }],
    },
  ]
  return writeXlsxFile(sheetsOptions, { features: [onePageWide] }).toBuffer()
}

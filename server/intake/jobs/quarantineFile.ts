import type { Buffer } from 'node:buffer'
import type { QuarantinePage } from './repair.ts'
import writeXlsxFile from 'write-excel-file/node'
import { xmlText } from '../../common/xmlText.ts'
import { reasonWords } from '../rows/problems.ts'

/** The most characters of an .xlsx cell. */
const longestCell = 32_767
const reasonColumns = ['隔离原因 Reason', '栏 Field', '行号 Row'] as const

// A cell of type String is never a formula, whatever its first character.
const cell = (value: string): { value: string; type: StringConstructor } => ({
  value: xmlText(value).slice(0, longestCell),
  type: String,
})

/**
 * Quarantined rows as a workbook, with the columns of the file, so that it can be repaired and loaded again,
 * and the reason of each refusal.
 */
export async function quarantineWorkbook(
  { headers, rows }: QuarantinePage,
  exported: { by: string; at: Date },
): Promise<Buffer> {
  const head = [...headers, ...reasonColumns].map(value => ({ ...cell(value), fontWeight: 'bold' as const }))
  const body = rows.map(({ cells, field, reason, row }) => [
    ...headers.map((_, index) => cell(cells[index] ?? '')),
    cell(`${reasonWords[reason].zh} · ${reasonWords[reason].en}`),
    cell(field),
    cell(String(row)),
  ])
  const about = [
    [cell('导出人 Exported by'), cell(exported.by)],
    [cell('时间 At'), cell(exported.at.toISOString())],
  ]
  // When the file is loaded again, its first sheet is read.
  return writeXlsxFile([
    { data: [head, ...body], sheet: '隔离 Quarantine' },
    { data: about, sheet: '说明 About' },
  ]).toBuffer()
}

import type { Written } from './written.ts'
import { stringify } from 'csv-stringify/sync'
import { withoutFormula } from '#measures'
import { provenanceLine } from '../paper/paper.ts'
import { figureLines } from './figureLines.ts'
import { figureColumns } from './xlsx.ts'

// Numbers are unchanged; text that a spreadsheet would take for a formula is escaped.
const cellText = (value: string | number | null): string | number =>
  typeof value === 'string' ? withoutFormula(value) : (value ?? '')

/**
 * A briefing's numbers as CSV with a byte-order mark, one line per number; the last line has the date of the
 * data and who exported it.
 */
export function briefingCsv(written: Written): string {
  const lines = figureLines(written.document, written.readings).map(line => [
    cellText(line.section),
    ...figureColumns.map(([key]) => cellText(line[key])),
  ])
  const { document, from, to, exported } = written
  const about =
    `${document.title}; ${from}..${to}; ${provenanceLine(written)}; 导出 exported: ` +
    `${exported.by} ${exported.at}`
  return stringify(
    [['章节 Section', ...figureColumns.map(([, heading]) => heading)], ...lines, [cellText(about)]],
    { bom: true, record_delimiter: 'windows' },
  )
}

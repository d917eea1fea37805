import type { AuditRow } from './audit.ts'
import { stringify } from 'csv-stringify/sync'
import { withoutFormula } from '../measures/csvCell.ts'

const columns = [
  'number',
  'at',
  'actor',
  'action',
  'outcome',
  'centre',
  'subject',
  'details',
  'address',
  'hash',
] as const

/**
 * Entries as CSV with a byte-order mark, for spreadsheets; formulas are neutralised. The last line names who
 * exported them, and when.
 */
export function auditCsv(rows: readonly AuditRow[], exported: { by: string; at: Date }): string {
  const lines = rows.map(row => [
    row.number,
    row.at.toISOString(),
    row.actor,
    row.action,
    row.outcome,
    row.centre,
    row.subject,
    JSON.stringify(row.details),
    row.address,
    row.hash,
  ])
  return stringify([[...columns], ...lines, [`导出 exported: ${exported.by} ${exported.at.toISOString()}`]], {
    bom: true,
    cast: { string: withoutFormula },
    quoted: true,
    record_delimiter: 'windows',
  })
}

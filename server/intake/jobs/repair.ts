import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Source, SourceRecord } from '../read/source.ts'
import type { Reason } from '../rows/problems.ts'
import type { LoadResult } from './request.ts'
import { createHash } from 'node:crypto'
import { NamedError } from '#measures'
import { loadBatch } from '../batch/loadBatch.ts'
import { parseMapping } from '../rows/mapping.ts'

/** A quarantined row as stored. */
export interface QuarantinedRow {
  row: number
  field: string
  value: string
  reason: Reason
  cells: string[]
  repairedIn: number | null
}

/** Rows of a batch's quarantine, with the headings of their file. */
export interface QuarantinePage {
  target: string
  headers: string[]
  total: number
  open: number
  rows: QuarantinedRow[]
}

const cellsOf = (raw: unknown): string[] => (Array.isArray(raw) ? raw.map(String) : [])

async function batchOf({ prisma }: Database, centre: Centre, batchId: number) {
  const batch = await prisma.importBatch.findUnique({
    where: { centreId_id: { centreId: centre.id, id: batchId } },
  })
  if (!batch) throw new NamedError('batch-not-found', { batch: batchId })
  return batch
}

/** Quarantined rows of a batch in the order of the file. Errors: batch-not-found. */
export async function quarantinedRows(
  database: Database,
  centre: Centre,
  page: { batchId: number; offset: number; limit: number },
): Promise<QuarantinePage> {
  const batch = await batchOf(database, centre, page.batchId)
  const where = { centreId: centre.id, batchId: page.batchId }
  const [total, open, rows] = await Promise.all([
    database.prisma.quarantinedRow.count({ where }),
    batch.undoneAt ? 0 : database.prisma.quarantinedRow.count({ where: { ...where, repairedIn: null } }),
    database.prisma.quarantinedRow.findMany({
      where,
      orderBy: { row: 'asc' },
      skip: page.offset,
      take: page.limit,
    }),
  ])
  return {
    target: batch.target,
    headers: batch.headers,
    total,
    open,
    rows: rows.map(row => ({
      row: row.row,
      field: row.field ?? '',
      value: row.value ?? '',
      reason: row.reason as Reason,
      cells: cellsOf(row.raw),
      repairedIn: row.repairedIn,
    })),
  }
}

/** Replaces a cell that the viewer may not see. */
const hiddenCell = '***'

/** Hides the cells of a page from viewers who may not see the people whom they may name. */
export function withoutCells(page: QuarantinePage): QuarantinePage {
  return {
    ...page,
    rows: page.rows.map(row => ({ ...row, value: hiddenCell, cells: row.cells.map(() => hiddenCell) })),
  }
}

/** A repaired row: all its cells, in the order of the headings. */
interface RepairedRow {
  row: number
  cells: readonly string[]
}

function sourceOf(headers: string[], records: readonly SourceRecord[]): Source {
  async function* all(): AsyncGenerator<SourceRecord> {
    yield* records
  }
  return { headers, records: all(), progress: () => ({ read: 1, total: 1 }), close: async () => undefined }
}

/**
 * Loads repaired rows with the mapping of their batch, as a separate batch that can be undone. Rows that fail
 * again stay in quarantine with their new reason. Errors: batch-not-found, batch-already-undone,
 * rows-not-quarantined.
 */
export async function repairRows(
  database: Database,
  centre: Centre,
  repair: { batchId: number; rows: readonly RepairedRow[]; byUser: string; now: Date },
): Promise<LoadResult> {
  const batch = await batchOf(database, centre, repair.batchId)
  if (batch.undoneAt) throw new NamedError('batch-already-undone', { batch: batch.id })
  const numbers = repair.rows.map(row => row.row)
  const open = new Set(
    (
      await database.prisma.quarantinedRow.findMany({
        where: { centreId: centre.id, batchId: batch.id, repairedIn: null, row: { in: numbers } },
        select: { row: true },
      })
    ).map(row => row.row),
  )
  const stray = numbers.find((row, index) => !open.has(row) || numbers.indexOf(row) !== index)
  if (stray !== undefined) throw new NamedError('rows-not-quarantined', { batch: batch.id, row: stray })
  const records = repair.rows.map(({ row, cells }) => ({ row, cells: [...cells] }))
  return loadBatch(database, {
    source: sourceOf(batch.headers, records),
    mapping: parseMapping(batch.mapping, `#${batch.id}`),
    centre,
    fileName: batch.fileName,
    fileHash: createHash('sha256').update(JSON.stringify(records)).digest('hex'),
    byUser: repair.byUser,
    now: repair.now,
    repairs: { batchId: batch.id, rows: numbers },
  })
}

import type pg from 'pg'
import type { Problem } from '../rows/problems.ts'
import { storable } from '../read/source.ts'

/** A row that cannot be loaded, with the cells as the file has them. */
export interface Refused {
  problem: Problem
  cells: readonly string[]
}

/** Stores rows that a batch cannot load. */
export interface Quarantine {
  keep: (refused: readonly Refused[]) => Promise<void>
  /** Called after all rows. */
  close: () => Promise<void>
}

interface Place {
  client: pg.ClientBase
  centreId: number
  batchId: number
  longest: number
}

function columnsOf(refused: readonly Refused[], longest: number): unknown[] {
  const cells = refused.map(row =>
    JSON.stringify(
      row.cells.map(cell => storable(cell.length > longest ? `${cell.slice(0, longest)}…` : cell)),
    ),
  )
  return [
    refused.map(row => row.problem.row),
    refused.map(row => row.problem.field),
    refused.map(row => storable(row.problem.value)),
    refused.map(row => row.problem.reason),
    cells,
  ]
}

/** Stores rows under their batch. */
export class NewQuarantine implements Quarantine {
  private readonly place: Place

  constructor(place: Place) {
    this.place = place
  }

  async keep(refused: readonly Refused[]): Promise<void> {
    const { client, centreId, batchId, longest } = this.place
    await client.query(
      `INSERT INTO "QuarantinedRow" ("centreId", "batchId", "row", "field", "value", "reason", "raw")
       SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::jsonb[])`,
      [centreId, batchId, ...columnsOf(refused, longest)],
    )
  }

  async close(): Promise<void> {}
}

/**
 * For a batch of repaired rows: those that fail again stay under their first batch, with their new content;
 * the others are marked as loaded.
 */
export class RepairQuarantine implements Quarantine {
  private readonly place: Place
  private readonly from: { batchId: number; rows: readonly number[] }
  private readonly failed: number[] = []

  constructor(place: Place, from: { batchId: number; rows: readonly number[] }) {
    this.place = place
    this.from = from
  }

  async keep(refused: readonly Refused[]): Promise<void> {
    const { client, centreId, longest } = this.place
    this.failed.push(...refused.map(row => row.problem.row))
    await client.query(
      `UPDATE "QuarantinedRow" q
        SET "field" = n."field", "value" = n."value", "reason" = n."reason", "raw" = n."raw"
        FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::jsonb[]) AS n("row", "field",
          "value", "reason", "raw")
       WHERE q."centreId" = $1 AND q."batchId" = $2 AND q."row" = n."row"`,
      [centreId, this.from.batchId, ...columnsOf(refused, longest)],
    )
  }

  async close(): Promise<void> {
    const { client, centreId, batchId } = this.place
    const done = this.from.rows.filter(row => !this.failed.includes(row))
    await client.query(
      `UPDATE "QuarantinedRow" SET "repairedIn" = $3 WHERE "centreId" = $1 AND "batchId" = $2
        AND "row" = ANY($4::int[])`,
      [centreId, this.from.batchId, batchId, done],
    )
  }
}

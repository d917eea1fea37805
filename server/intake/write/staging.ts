import type pg from 'pg'
import type { ColumnType } from '../rows/field.ts'
import type { Row, Target, Warning } from '../targets/target.ts'
import type { Stored } from './rowBytes.ts'
import { foldedKey } from '../rows/keyText.ts'
import { decode, encoders } from './codec.ts'
import { copyBytes, copyLines } from './copyLines.ts'
import { RowBytes, storedForms } from './rowBytes.ts'
import { columnTypes, RowLines } from './rowLines.ts'

/** A complete row to be written. */
export interface StagedRow {
  row: number
  values: Row
  /** The record from which it was parsed; absent without a file. */
  cells?: readonly string[]
  /** Whether money lost a fraction of a 分. */
  rounded?: boolean
  refusedName?: string
  /** The warnings about the row as a correction. */
  changes?: readonly Warning[]
}

/** An existing row. */
export interface Present {
  own: boolean
  values: Row
}

const uniqueViolation = '23505'

const list = (columns: readonly string[], prefix = ''): string =>
  columns.map(column => `${prefix}"${column}"`).join(', ')

/**
 * Writes rows to the database in the batch's transaction: new ones by COPY into the table, corrections
 * through a temporary table and a few set-based statements.
 */
export class Staging {
  private readonly types: Record<string, ColumnType>
  private readonly columns: readonly string[]
  private readonly lines: RowLines
  /** The storage type of each column; known after opening. */
  stored: Readonly<Record<string, Stored>> = {}
  private bytes: RowBytes | null = null
  private readonly client: pg.PoolClient
  private readonly target: Target
  private readonly at: { centreId: number; batchId: number }

  constructor(client: pg.PoolClient, target: Target, at: { centreId: number; batchId: number }) {
    this.client = client
    this.target = target
    this.at = at
    this.types = columnTypes(target)
    this.lines = new RowLines(target, at)
    this.columns = this.lines.columns
  }

  async open(): Promise<void> {
    this.stored = await this.readStored()
    this.bytes = new RowBytes(this.target, this.at, this.stored)
    await this.client.query(
      `CREATE TEMP TABLE staging (LIKE "${this.target.table}" INCLUDING DEFAULTS, "row" int, "raw"
          text) ON COMMIT DROP`,
    )
  }

  private async readStored(): Promise<Record<string, Stored>> {
    const result = await this.client.query<{ column: string; stored: Stored }>(
      `SELECT a.attname AS column, CASE t.typtype WHEN 'e' THEN 'text' ELSE t.typname END AS stored
        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
       WHERE a.attrelid = $1::regclass AND a.attnum > 0
        AND (t.typtype = 'e' OR t.typname = ANY($2::text[]))`,
      [`"${this.target.table}"`, [...storedForms]],
    )
    return Object.fromEntries(result.rows.map(row => [row.column, row.stored]))
  }

  /**
   * Existing rows of these keys, or of their upper-case and lower-case forms, by normalised key, in the form
   * in which rows are compared; `own` are those of this batch.
   */
  async existing(keys: readonly string[]): Promise<Map<string, Present>> {
    const result = await this.client.query<Record<string, unknown>>(
      `SELECT "batchId" AS "of batch", ${list(this.columns)} FROM "${this.target.table}"
        WHERE "centreId" = $1 AND "${this.target.key}" = ANY($2::text[])`,
      [this.at.centreId, [...new Set(keys.flatMap(key => [key, key.toUpperCase(), key.toLowerCase()]))]],
    )
    return new Map(
      result.rows.map(row => [
        foldedKey(String(row[this.target.key])),
        { own: row['of batch'] === this.at.batchId, values: this.decoded(row) },
      ]),
    )
  }

  private decoded(row: Record<string, unknown>): Row {
    return Object.fromEntries(
      this.columns.map(column => [column, decode(row[column], this.types[column] ?? 'text')]),
    )
  }

  /** Writes corrections to the temporary table by COPY. */
  async copyCorrected(rows: readonly StagedRow[]): Promise<void> {
    if (rows.length > 0)
      await copyLines(this.client, `staging ("row", "raw", "centreId", "batchId", ${list(this.columns)})`, [
        rows
          .map(({ row, values, cells }) =>
            this.lines.of(values, [String(row), encoders.text(JSON.stringify(cells ?? []))]),
          )
          .join(''),
      ])
  }

  /** Rows in COPY's binary format. */
  private bytesOf(rows: readonly StagedRow[]): Uint8Array {
    if (!this.bytes) throw new RangeError('rows are written before the staging is open')
    for (const { values } of rows) this.bytes.add(values)
    return this.bytes.take()
  }

  /**
   * Writes new rows to the target's table by COPY. Rows with an existing key, which can only come from an
   * earlier row of the same file, are not written and are returned.
   */
  async copyNew(rows: readonly StagedRow[]): Promise<StagedRow[]> {
    if (rows.length === 0 || (await this.copyBytes(this.bytesOf(rows)))) return []
    const repeated = await this.repeatedOf(rows)
    await this.copyIn(this.bytesOf(rows.filter(row => !repeated.includes(row))))
    return repeated
  }

  /** Writes new rows in COPY's binary format. False, without writing, where a key exists. */
  async copyBytes(rows: Uint8Array): Promise<boolean> {
    await this.client.query('SAVEPOINT chunk')
    try {
      await this.copyIn(rows)
      await this.client.query('RELEASE SAVEPOINT chunk')
      return true
    } catch (error) {
      if ((error as { code?: string }).code !== uniqueViolation) throw error
      await this.client.query('ROLLBACK TO SAVEPOINT chunk')
      return false
    }
  }

  private async copyIn(rows: Uint8Array): Promise<void> {
    await copyBytes(
      this.client,
      `"${this.target.table}" ("centreId", "batchId", ${list(this.columns)})`,
      rows,
    )
  }

  private async repeatedOf(rows: readonly StagedRow[]): Promise<StagedRow[]> {
    const { table, key } = this.target
    const result = await this.client.query<{ key: string }>(
      `SELECT "${key}" AS key FROM "${table}" WHERE "centreId" = $1 AND "${key}" = ANY($2::text[])`,
      [this.at.centreId, rows.map(row => row.values[key])],
    )
    const seen = new Set(result.rows.map(row => row.key))
    return rows.filter(row => {
      const own = String(row.values[key])
      const repeated = seen.has(own)
      seen.add(own)
      return repeated
    })
  }

  /**
   * Removes corrections whose key an earlier row of the same file has, and returns them; `same` where they
   * are equal.
   */
  async takeDuplicates(): Promise<{ row: number; key: string; cells: string[]; same: boolean }[]> {
    const { key } = this.target
    await this.client.query('ANALYZE staging')
    const result = await this.client.query<{ row: number; key: string; cells: string[]; same: boolean }>(
      `WITH twice AS (SELECT "${key}" AS key, min("row") AS first FROM staging GROUP BY "${key}"
        HAVING count(*) > 1),
       firsts AS (SELECT twice.key, twice.first, to_jsonb(s) -
          '{row,raw,id}'::text[] AS content FROM twice JOIN staging s ON s."${key}" = twice.key
        AND s."row" = twice.first)
       DELETE FROM staging s USING firsts f WHERE s."${key}" = f.key AND s."row" > f.first
        RETURNING s."row" AS row, s."${key}" AS key, s."raw"::jsonb AS cells, to_jsonb(s) -
          '{row,raw,id}'::text[] = f.content AS same`,
    )
    return result.rows
  }

  /** Applies corrections to the table and stores the former versions. Returns their number. */
  async merge(): Promise<number> {
    const { table, key, fact } = this.target
    const same = `t."centreId" = s."centreId" AND t."${key}" = s."${key}"`
    await this.client.query(
      `INSERT INTO "FactChange" ("centreId", "fact", "key", "version", "batchId", "before")
           SELECT t."centreId", $1::"FactName", t."${key}", t."version", $2::int, to_jsonb(t)
         FROM "${table}" t JOIN staging s ON ${same}`,
      [fact, this.at.batchId],
    )
    const assignments = this.columns.map(column => `"${column}" = s."${column}"`).join(', ')
    const updated = await this.client.query(
      `UPDATE "${table}" t SET ${assignments}, "batchId" = s."batchId", "version" = t."version" + 1
        FROM staging s WHERE ${same}`,
    )
    return updated.rowCount ?? 0
  }
}

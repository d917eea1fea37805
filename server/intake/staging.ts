import type pg from 'pg'
import type { ColumnType, Value } from './field.ts'
import type { Row, Target } from './target.ts'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { decode, encode } from './codec.ts'
import { columnOf, typeOf } from './field.ts'

/** What happens to a row of the file. */
export type Action = 'new' | 'corrected'

/** A complete row on its way into the table. */
export interface StagedRow {
  row: number
  action: Action
  values: Row
}

/** The columns of a target that intake writes, with their types. */
export function columnTypes(target: Target): Record<string, ColumnType> {
  const types: Record<string, ColumnType> = {}
  for (const field of target.fields)
    types[columnOf(field)] = typeOf(field)
  return { ...types, ...target.derived }
}

const list = (columns: readonly string[], prefix = ''): string => columns.map(column => `${prefix}"${column}"`).join(', ')

/** A temporary table like the target's own, filled by COPY and merged by a few set-based statements, all in the batch's transaction. */
export class Staging {
  private readonly types: Record<string, ColumnType>
  private readonly columns: string[]
  private readonly client: pg.PoolClient
  private readonly target: Target
  private readonly at: { centreId: number, batchId: number }

  constructor(client: pg.PoolClient, target: Target, at: { centreId: number, batchId: number }) {
    this.client = client
    this.target = target
    this.at = at
    this.types = columnTypes(target)
    this.columns = Object.keys(this.types)
  }

  async open(): Promise<void> {
    await this.client.query(`CREATE TEMP TABLE staging (LIKE "${this.target.table}" INCLUDING DEFAULTS, "row" int, "action" text) ON COMMIT DROP`)
  }

  /** Present rows of these keys, by key, in the form in which rows are compared. */
  async existing(keys: readonly string[]): Promise<Map<string, Row>> {
    const found = await this.client.query<Record<string, unknown>>(
      `SELECT ${list(this.columns)} FROM "${this.target.table}" WHERE "centreId" = $1 AND "${this.target.key}" = ANY($2::text[])`,
      [this.at.centreId, keys],
    )
    return new Map(found.rows.map(row => [String(row[this.target.key]), this.decoded(row)]))
  }

  private decoded(row: Record<string, unknown>): Row {
    return Object.fromEntries(this.columns.map(column => [column, decode(row[column], this.types[column] ?? 'text')]))
  }

  private line({ row, action, values }: StagedRow): string {
    const cells = this.columns.map(column => encode(values[column] as Value, this.types[column] ?? 'text'))
    return `${row}\t${action}\t${this.at.centreId}\t${this.at.batchId}\t${cells.join('\t')}\n`
  }

  /** Sends rows by COPY. */
  async copy(rows: readonly StagedRow[]): Promise<void> {
    if (rows.length === 0)
      return
    const stream = this.client.query(copyFrom(`COPY staging ("row", "action", "centreId", "batchId", ${list(this.columns)}) FROM STDIN`))
    const done = finished(stream)
    if (!stream.write(rows.map(row => this.line(row)).join('')))
      await Promise.race([once(stream, 'drain'), done])
    stream.end()
    await done
  }

  /** Takes out rows whose key an earlier row of the same file has, and returns them. */
  async takeDuplicates(): Promise<{ row: number, key: string, raw: unknown }[]> {
    await this.client.query('ANALYZE staging')
    const found = await this.client.query<{ row: number, key: string, raw: unknown }>(
      `WITH repeated AS (SELECT "row" AS r, row_number() OVER (PARTITION BY "${this.target.key}" ORDER BY "row") AS place FROM staging)
       DELETE FROM staging USING repeated WHERE staging."row" = repeated.r AND repeated.place > 1
       RETURNING staging."row" AS row, staging."${this.target.key}" AS key, to_jsonb(staging) AS raw`,
    )
    return found.rows
  }

  /** Writes staged rows into the table, before-images of corrected ones into the history. Returns how many were loaded and corrected. */
  async merge(): Promise<{ loaded: number, corrected: number }> {
    const { table, key, fact } = this.target
    const same = `t."centreId" = s."centreId" AND t."${key}" = s."${key}"`
    const inserted = await this.client.query(`INSERT INTO "${table}" ("id", "centreId", "batchId", ${list(this.columns)}) SELECT "id", "centreId", "batchId", ${list(this.columns)} FROM staging WHERE "action" = 'new'`)
    await this.client.query(
      `INSERT INTO "FactChange" ("centreId", "fact", "key", "version", "batchId", "before")
       SELECT t."centreId", $1::"FactName", t."${key}", t."version", $2::int, to_jsonb(t) FROM "${table}" t JOIN staging s ON ${same} WHERE s."action" = 'corrected'`,
      [fact, this.at.batchId],
    )
    const assignments = this.columns.map(column => `"${column}" = s."${column}"`).join(', ')
    const updated = await this.client.query(`UPDATE "${table}" t SET ${assignments}, "batchId" = s."batchId", "version" = t."version" + 1 FROM staging s WHERE ${same} AND s."action" = 'corrected'`)
    return { loaded: inserted.rowCount ?? 0, corrected: updated.rowCount ?? 0 }
  }
}

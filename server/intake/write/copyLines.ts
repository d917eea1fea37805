import type pg from 'pg'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'

/**
 * Sends lines in COPY's text format, as texts or bytes, to a table or to some of its columns, in the caller's
 * transaction.
 */
export async function copyLines(
  client: pg.ClientBase,
  into: string,
  lines: Iterable<string | Uint8Array>,
): Promise<void> {
  await pipeline(
    Readable.from(lines, { objectMode: true, highWaterMark: 2 }),
    client.query(copyFrom(`COPY ${into} FROM STDIN`)),
  )
}

/** Sends rows in COPY's binary format. */
export async function copyBytes(client: pg.ClientBase, into: string, rows: Uint8Array): Promise<void> {
  await pipeline(
    Readable.from([rows], { objectMode: true }),
    client.query(copyFrom(`COPY ${into} FROM STDIN (FORMAT binary)`)),
  )
}

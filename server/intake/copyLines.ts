import type pg from 'pg'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'

/** Sends lines in COPY's text format to a table, or to some columns of one, in the caller's transaction. */
export async function copyLines(client: pg.ClientBase, into: string, lines: string): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`))
  const done = finished(stream)
  stream.end(lines)
  await done
}

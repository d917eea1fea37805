import type pg from 'pg'

type Connection = Pick<pg.ClientBase, 'query'> | pg.Pool

/**
 * Increments the data version of a centre, which invalidates cached answers. It takes part in the transaction
 * of `client`, if there is one.
 */
export async function raiseDataVersion(client: Connection, centreId: number): Promise<void> {
  await client.query(
    `INSERT INTO "CentreVersion" AS kept ("centreId", "version") VALUES ($1, 1)
      ON CONFLICT ("centreId") DO UPDATE SET "version" = kept."version" + 1`,
    [centreId],
  )
}

/** The data versions of some centres as `client` sees them, by the number of the centre. */
export async function readDataVersions(
  client: Connection,
  centreIds: readonly number[],
): Promise<Map<number, number>> {
  const result = await client.query<{ centreId: number; version: number }>({
    name: 'data-versions',
    text: 'SELECT "centreId", "version" FROM "CentreVersion" WHERE "centreId" = ANY($1::int[])',
    values: [centreIds],
  })
  return new Map(result.rows.map(row => [row.centreId, row.version]))
}

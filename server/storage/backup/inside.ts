import pg from 'pg'

/** The number of batches of real data in a database; 0 where it was never used. */
export async function batchesIn(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query<{ found: string | null }>(
      'SELECT to_regclass(\'"ImportBatch"\')::text AS found',
    )
    if (!result.rows[0]?.found) return 0
    return Number(
      (await client.query<{ count: string }>('SELECT count(*) FROM "ImportBatch" WHERE NOT "demo"')).rows[0]
        ?.count ?? 0,
    )
  } finally {
    await client.end()
  }
}

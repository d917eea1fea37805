import { describe, expect, it } from 'vitest'
import { distribute, localTables, placeTables } from '../../server/storage/distribute.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('empty')
const sql = async (text: string) => database().pool.query<Record<string, unknown>>(text)

describe('spreading over a cluster', () => {
  it('is refused by name where the extension is not installed, and changes nothing', async () => {
    await expect(distribute(database())).rejects.toThrow('citus-missing')
  })

  it('would find centreId in every primary and unique key of a table that is spread', async () => {
    const found = await sql(`SELECT c.relname AS table, i.relname AS index FROM pg_index x JOIN pg_class c
        ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND x.indisunique
        AND c.relname <>
          ALL('{Division,WorkCalendarYear,WorkCalendarDay,Centre,${localTables.join(',')}}')
        AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid
        AND a.attname = 'centreId' AND a.attnum = ANY(x.indkey))`)
    expect(found.rows).toEqual([])
  })

  it('would find every relation between such tables to carry centreId or to be local', async () => {
    const found = await sql(`SELECT conname AS name FROM pg_constraint f WHERE contype = 'f'
        AND trim(both '"' from conrelid::regclass::text) <> ALL('{${localTables.join(',')}}')
        AND confrelid::regclass::text NOT IN ('"Division"', '"WorkCalendarYear"', '"WorkCalendarDay"',
          '"Centre"')
        AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = f.conrelid
        AND a.attname = 'centreId' AND a.attnum = ANY(f.conkey))`)
    expect(found.rows).toEqual([])
  })

  it('places every table once, reference tables first, rollups beside the cases', async () => {
    // Stand-ins for what the extension brings: they note what they are asked.
    await sql(`CREATE TABLE pg_dist_partition (logicalrelid oid, place serial, how text)`)
    await sql(
      `CREATE FUNCTION create_reference_table(t regclass) RETURNS void LANGUAGE sql AS
          'INSERT INTO pg_dist_partition (logicalrelid, how) VALUES (t, ''reference'')'`,
    )
    await sql(
      `CREATE FUNCTION create_distributed_table(t regclass, c text, colocate_with text DEFAULT
          'none') RETURNS void LANGUAGE sql AS
          'INSERT INTO pg_dist_partition (logicalrelid, how) VALUES (t, c || '' '' || colocate_with)'`,
    )
    await sql('CREATE TABLE stray (id int)')
    const client = await database().pool.connect()
    try {
      // The list of the extension's own would not count itself.
      await client.query("INSERT INTO pg_dist_partition (logicalrelid) SELECT 'pg_dist_partition'::regclass")
      await expect(placeTables(client)).rejects.toThrow('not-distributable {"table":"stray"}')
      await client.query('DROP TABLE stray')
      await client.query('DELETE FROM pg_dist_partition WHERE how IS NOT NULL')
      const done = await placeTables(client)
      expect(done.slice(0, 5).map(one => one.table)).toEqual([
        'Division',
        'WorkCalendarYear',
        'WorkCalendarDay',
        'Centre',
        'Case',
      ])
      expect(done.map(one => one.table)).toEqual(
        expect.arrayContaining([
          'FactChange',
          'ItemVersion',
          'Rollup',
          'rollup_cases_item_day',
          'rollup_cases_window_month_bins',
        ]),
      )
      const noted = await client.query<{ how: string }>(
        'SELECT DISTINCT how FROM pg_dist_partition WHERE how IS NOT NULL ORDER BY how',
      )
      expect(noted.rows.map(row => row.how)).toEqual(['centreId "Case"', 'centreId none', 'reference'])
      expect(await placeTables(client)).toEqual([])
    } finally {
      client.release()
    }
  })
})

import type pg from 'pg'

/** A foreign key between two tables, and the SQL that makes it. */
export interface Relation {
  name: string
  from: string
  to: string
  sql: string
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The foreign keys between tables of a list. */
export async function relationsAmong(client: pg.ClientBase, tables: readonly string[]): Promise<Relation[]> {
  const result = await client.query<Relation>(
    `SELECT k.conname AS name, f.relname AS "from", t.relname AS "to", pg_get_constraintdef(k.oid) AS sql
      FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
      AND f.relname = ANY($1::text[]) AND t.relname = ANY($1::text[])`,
    [tables],
  )
  return result.rows
}

/** Drops foreign keys, to be restored in the same transaction. */
export async function dropRelations(client: pg.ClientBase, relations: readonly Relation[]): Promise<void> {
  for (const { from, name } of relations)
    await client.query(`ALTER TABLE ${quoted(from)} DROP CONSTRAINT ${quoted(name)}`)
}

/** Restores foreign keys. */
export async function addRelations(client: pg.ClientBase, relations: readonly Relation[]): Promise<void> {
  for (const { from, name, sql } of relations)
    await client.query(`ALTER TABLE ${quoted(from)} ADD CONSTRAINT ${quoted(name)} ${sql}`)
}

/** Groups tables that refer to each other, in the order of the list. */
export function groupsOf(tables: readonly string[], relations: readonly Relation[]): string[][] {
  const groups: string[][] = []
  for (const table of tables) {
    const linked = relations
      .filter(({ from, to }) => from !== to && (from === table || to === table))
      .map(({ from, to }) => (from === table ? to : from))
    const group = groups.find(group => group.some(other => linked.includes(other)))
    if (group) group.push(table)
    else groups.push([table])
  }
  return groups
}

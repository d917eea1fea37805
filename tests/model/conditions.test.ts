import type { Value } from '../../server/model/expression.ts'
import fc from 'fast-check'
import sql, { join } from 'sql-template-tag'
import { describe, expect, it } from 'vitest'
import { targets } from '../../server/intake/targets/index.ts'
import { columnTypes } from '../../server/intake/write/rowLines.ts'
import { textOfDay } from '../../server/measures/index.ts'
import { expressionsOf } from '../../server/model/conditions/index.ts'
import { columnsIn } from '../../server/model/expression.ts'
import { factNamed, factNames } from '../../server/model/index.ts'
import { toPredicate } from '../../server/model/toPredicate.ts'
import { identifier, toSql } from '../../server/model/toSql.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('empty')

/** Rows of a table with all kinds of values, as intake holds them and as the database reads them. */
async function rowsOf(
  table: string,
  target: keyof typeof targets,
): Promise<fc.Arbitrary<Record<string, Value>>> {
  const enums = await database().pool.query<{ column: string; values: string[] }>(
    `SELECT a.attname AS column, array_agg(e.enumlabel::text) AS values FROM pg_attribute a
      JOIN pg_enum e ON e.enumtypid = a.atttypid WHERE a.attrelid = '"${table}"'::regclass GROUP BY 1`,
  )
  const listed = new Map(enums.rows.map(row => [row.column, row.values]))
  const kinds = {
    text: fc.constantFrom('x', 'integrity', 'trading'),
    integer: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -30_000, max: 32_000 })),
    flag: fc.boolean(),
    day: fc.integer({ min: 19_000, max: 19_005 }),
    instant: fc.integer({ min: 1_000_000, max: 1_000_003 }).map(seconds => seconds * 1000),
  }
  return fc.record(
    Object.fromEntries(
      Object.entries(columnTypes(targets[target])).map(([column, type]) => {
        const values = listed.get(column)
        return [column, fc.option<Value>(values ? fc.constantFrom(...values) : kinds[type], { nil: null })]
      }),
    ),
  )
}

function asJson(row: Record<string, Value>, target: keyof typeof targets): Record<string, Value> {
  const types = columnTypes(targets[target])
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value !== 'number'
        ? value
        : types[column] === 'day'
          ? textOfDay(value)
          : types[column] === 'instant'
            ? new Date(value).toISOString()
            : value,
    ]),
  )
}

describe('the conditions and numbers of a fact', () => {
  it.each(factNames)('read declared columns alone: %s', name => {
    const { conditions, numbers } = expressionsOf(name)
    const read = [...Object.values(conditions), ...Object.values(numbers)].flatMap(columnsIn)
    expect(read.filter(column => !Object.hasOwn(factNamed(name).columns, column))).toEqual([])
  })

  it.each(['cases', 'trades', 'feedback'] as const)(
    'mean the same to the intake as to PostgreSQL: %s',
    async name => {
      const { conditions, numbers } = expressionsOf(name)
      const all = [...Object.values(conditions), ...Object.values(numbers)]
      const predicates = all.map(toPredicate)
      const written = Object.keys(columnTypes(targets[name]))
      expect(all.flatMap(columnsIn).filter(column => !written.includes(column))).toEqual([])
      const { table } = factNamed(name)
      await fc.assert(
        fc.asyncProperty(
          fc.array(await rowsOf(table, name), { minLength: 60, maxLength: 60 }),
          async rows => {
            const values = join(all.map(each => sql`to_jsonb(${toSql(each)})`))
            const json = JSON.stringify(rows.map(row => asJson(row, name)))
            const { text, values: bound } = sql`SELECT ${values}
FROM jsonb_populate_recordset(NULL::${identifier(table)}, ${json}::jsonb)`
            const result = await database().pool.query<unknown[]>({ text, values: bound, rowMode: 'array' })
            expect(rows.map(row => predicates.map(predicate => predicate(row)))).toEqual(result.rows)
          },
        ),
        { numRuns: 8, endOnFailure: true },
      )
    },
  )
})

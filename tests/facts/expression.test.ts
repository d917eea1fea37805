import type { Known } from '../../server/facts/expression.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExpression } from '../../server/facts/expression.ts'
import { factNamed } from '../../server/facts/index.ts'
import { columnTypes } from '../../server/intake/rowLines.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { textOfDay } from '../../server/measures/index.ts'
import { useDatabase } from '../support/database.ts'

const worked = (sql: string, row: Record<string, Known> = {}): Known => readExpression(sql).of(row)

describe('a condition of a fact', () => {
  it.each<[string, Record<string, Known>, Known]>([
    ['"a" IS NOT NULL', { a: null }, false],
    ['"a" IS NULL', {}, true],
    ['"kind" = \'banner\'', { kind: 'banner' }, true],
    ['"kind" <> \'banner\'', { kind: null }, null],
    ['"kind" IS DISTINCT FROM \'banner\'', { kind: null }, true],
    ['"kind" IN (\'a\', \'it\'\'s\')', { kind: 'it\'s' }, true],
    ['"kind" IN (\'a\', \'b\')', { kind: null }, null],
    ['"level" >= 3 AND "own"', { level: 3, own: true }, true],
    ['"level" >= 3 AND "own"', { level: null, own: false }, false],
    ['"level" >= 3 OR "own"', { level: null, own: true }, true],
    ['"level" >= 3 OR "own"', { level: null, own: false }, null],
    ['NOT "own"', { own: null }, null],
    ['NOT "own" AND "level" = 1', { own: false, level: 1 }, true],
    ['"a" = 1 OR "b" = 2 AND "c" = 3', { a: 1, b: 0, c: 0 }, true],
    ['("b" - "a")', { a: 3, b: 10 }, 7],
    ['("d" - "b" - "a")', { a: 1, b: 2, d: 10 }, 7],
  ])('%s of %o is %s', (sql, row, value) => expect(worked(sql, row)).toBe(value))

  it('names the columns that it looks at', () => expect([...readExpression('"a" = 1 AND NOT "b"').columns]).toEqual(['a', 'b']))

  it.each(['"a" +', 'a = 1', '"a" = 1 "b"', '"a" IS KNOWN', '"a" IN ()', '("a"', '"a" LIKE \'x\''])('that cannot be read is refused: %s', sql => expect(() => readExpression(sql)).toThrow(SyntaxError))
})

const database = useDatabase('empty')

/** Rows of a table with all kinds of values, as intake holds them and as the database reads them. */
async function rowsOf(table: string, target: keyof typeof targets): Promise<fc.Arbitrary<Record<string, Known>>> {
  const enums = await database().pool.query<{ column: string, values: string[] }>(`SELECT a.attname AS column, array_agg(e.enumlabel::text) AS values FROM pg_attribute a JOIN pg_enum e ON e.enumtypid = a.atttypid WHERE a.attrelid = '"${table}"'::regclass GROUP BY 1`)
  const listed = new Map(enums.rows.map(row => [row.column, row.values]))
  const kinds = { text: fc.constantFrom('x', 'integrity', 'trading'), integer: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -30_000, max: 32_000 })), flag: fc.boolean(), day: fc.integer({ min: 19_000, max: 19_005 }), instant: fc.integer({ min: 1_000_000, max: 1_000_003 }).map(seconds => seconds * 1000) }
  return fc.record(Object.fromEntries(Object.entries(columnTypes(targets[target])).map(([column, type]) => {
    const values = listed.get(column)
    return [column, fc.option<Known>(values ? fc.constantFrom(...values) : kinds[type], { nil: null })]
  })))
}

function asJson(row: Record<string, Known>, target: keyof typeof targets): Record<string, Known> {
  const types = columnTypes(targets[target])
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, typeof value !== 'number' ? value : types[column] === 'day' ? textOfDay(value) : types[column] === 'instant' ? new Date(value).toISOString() : value]))
}

describe('every condition and number of a fact that is kept added up', () => {
  it.each(['cases', 'trades', 'feedback'] as const)('means to intake what it means to PostgreSQL: %s', async (name) => {
    const fact = factNamed(name)
    const expressions = [...Object.values(fact.conditions), ...Object.values(fact.numbers)]
    const read = expressions.map(sql => readExpression(sql))
    const written = Object.keys(columnTypes(targets[name]))
    expect(read.flatMap(one => [...one.columns]).filter(column => !written.includes(column))).toEqual([])
    await fc.assert(fc.asyncProperty(fc.array(await rowsOf(fact.table, name), { minLength: 60, maxLength: 60 }), async (rows) => {
      const found = await database().pool.query<unknown[]>({ text: `SELECT ${expressions.map(sql => `to_jsonb(${sql})`).join(', ')} FROM jsonb_populate_recordset(NULL::"${fact.table}", $1::jsonb)`, values: [JSON.stringify(rows.map(row => asJson(row, name)))], rowMode: 'array' })
      expect(rows.map(row => read.map(one => one.of(row)))).toEqual(found.rows)
    }), { numRuns: 8, endOnFailure: true })
  })
})

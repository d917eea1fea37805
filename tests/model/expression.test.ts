import type { Condition, Expression, Value } from '../../server/model/expression.ts'
import fc from 'fast-check'
import sql, { join } from 'sql-template-tag'
import { describe, expect, it } from 'vitest'
import { dayFromText } from '#measures'
import { flag, listed, localDay, number, refsOf, text } from '../../server/model/column.ts'
import {
  all,
  any,
  columnsIn,
  day,
  differs,
  dividedBy,
  eq,
  gt,
  gte,
  isIn,
  isNotNull,
  isNull,
  isTrue,
  lt,
  lte,
  minus,
  negate,
  not,
  notEq,
  times,
} from '../../server/model/expression.ts'
import { toPredicate } from '../../server/model/toPredicate.ts'
import { toSql } from '../../server/model/toSql.ts'
import { useDatabase } from '../support/database.ts'

const kinds = { banner: { zh: '锦旗', en: 'Banner' }, letter: { zh: '感谢信', en: 'Letter' } }
const c = refsOf({
  kind: listed(kinds, '类型', 'Kind'),
  name: text('名称', 'Name'),
  level: number('星级', 'Stars'),
  limit: number('时限', 'Limit'),
  givenDay: localDay('收到日', 'Day given'),
  own: flag('主动', 'Own'),
  late: flag('超期', 'Late'),
})
const givenDay = dayFromText('2012-09-01') ?? 0

interface Example {
  of: Expression
  text: string
  bound: unknown[]
  columns: string[]
  rows: [Record<string, Value>, Value][]
}

const examples: Record<string, Example> = {
  'a test for null is never unknown': {
    of: isNotNull(c.level),
    text: '"level" IS NOT NULL',
    bound: [],
    columns: ['level'],
    rows: [
      [{ level: null }, false],
      [{}, false],
      [{ level: 0 }, true],
    ],
  },
  'a comparison with an unknown value is unknown': {
    of: notEq(c.kind, 'banner'),
    text: '"kind" <> $1',
    bound: ['banner'],
    columns: ['kind'],
    rows: [
      [{ kind: 'letter' }, true],
      [{ kind: null }, null],
    ],
  },
  'distinct from a value is null as well': {
    of: differs(c.kind, 'banner'),
    text: '"kind" IS DISTINCT FROM $1',
    bound: ['banner'],
    columns: ['kind'],
    rows: [
      [{ kind: null }, true],
      [{ kind: 'banner' }, false],
    ],
  },
  'a list is bound as one value': {
    of: isIn(c.kind, ['banner', 'letter']),
    text: '"kind" = ANY($1)',
    bound: [['banner', 'letter']],
    columns: ['kind'],
    rows: [
      [{ kind: 'letter' }, true],
      [{ kind: null }, null],
    ],
  },
  'false decides a conjunction, unknown does not': {
    of: all(gte(c.level, 3), c.own),
    text: '("level" >= $1) AND "own"',
    bound: [3],
    columns: ['level', 'own'],
    rows: [
      [{ level: null, own: false }, false],
      [{ level: null, own: true }, null],
      [{ level: 3, own: true }, true],
    ],
  },
  'true decides a disjunction, unknown does not': {
    of: any(gte(c.level, 3), c.own),
    text: '("level" >= $1) OR "own"',
    bound: [3],
    columns: ['level', 'own'],
    rows: [
      [{ level: null, own: true }, true],
      [{ level: null, own: false }, null],
    ],
  },
  'what is not known to be true is false': {
    of: not(isTrue(gt(c.level, 3))),
    text: 'NOT COALESCE("level" > $1, false)',
    bound: [3],
    columns: ['level'],
    rows: [
      [{ level: null }, true],
      [{ level: 4 }, false],
    ],
  },
  'numbers are calculated from the left': {
    of: minus(minus(c.limit, c.level), 2),
    text: '("limit" - "level") - $1',
    bound: [2],
    columns: ['limit', 'level'],
    rows: [
      [{ limit: 10, level: 1 }, 7],
      [{ limit: 10, level: null }, null],
    ],
  },
  'a quotient drops its fraction towards zero': {
    of: dividedBy(times(c.level, 10), c.limit),
    text: '("level" * $1) / "limit"',
    bound: [10],
    columns: ['level', 'limit'],
    rows: [
      [{ level: -1, limit: 3 }, -3],
      [{ level: 1, limit: 3 }, 3],
    ],
  },
  'a day is bound as a date': {
    of: lte(c.givenDay, day(givenDay)),
    text: '"givenDay" <= $1::date',
    bound: ['2012-09-01'],
    columns: ['givenDay'],
    rows: [[{ givenDay }, true]],
  },
}

describe('an expression', () => {
  it.each(Object.entries(examples))('%s', (_, { of, text: expected, bound, columns, rows }) => {
    const { text: written, values } = toSql(of)
    expect(written).toBe(expected)
    expect(values).toEqual(bound)
    expect(columnsIn(of)).toEqual(columns)
    const predicate = toPredicate(of)
    expect(rows.map(([row]) => predicate(row))).toEqual(rows.map(([, value]) => value))
  })

  it('has one text for every list of values, so that a prepared statement serves them all', () =>
    expect(toSql(isIn(c.kind, ['banner'])).text).toBe(toSql(isIn(c.kind, ['banner', 'letter'])).text))

  it('does not compile over a column, a code or a type that is not declared', () => {
    // @ts-expect-error -- a misspelt column
    expect(c.leval).toBeUndefined()
    // @ts-expect-error -- a code that the list does not have
    eq(c.kind, 'baner')
    // @ts-expect-error -- a text compared with a number
    gt(c.level, 'three')
    // @ts-expect-error -- a number where a condition is due
    all(c.level)
  })
})

describe('the negation of a condition', () => {
  it.each<[Condition, string]>([
    [isNull(c.level), '"level" IS NOT NULL'],
    [isNotNull(c.level), '"level" IS NULL'],
    [c.own, 'NOT COALESCE("own", false)'],
    [not(c.own), 'NOT COALESCE(NOT "own", false)'],
    [not(isTrue(c.own)), 'COALESCE("own", false)'],
    [isTrue(c.own), 'NOT COALESCE("own", false)'],
  ])('%o', (condition, expected) => expect(toSql(negate(condition)).text).toBe(expected))
})

const numbers = fc.constantFrom(c.level, c.limit)
const comparison = fc.constantFrom(eq, notEq, lt, lte, gt, gte, differs)

/** Conditions of every kind, three levels deep. */
const { condition } = fc.letrec<{ condition: Condition; difference: Expression<number> }>(tie => ({
  difference: fc.oneof(
    numbers,
    fc.tuple(fc.constantFrom(minus, times), numbers, numbers).map(([make, a, b]) => make(a, b)),
  ),
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<Condition>(c.own, c.late),
    fc
      .tuple(comparison, tie('difference'), fc.oneof(tie('difference'), fc.integer({ min: -3, max: 3 })))
      .map(([make, a, b]) => make(a, b)),
    fc.constantFrom<Condition>(isIn(c.name, ['x', "it's"]), isIn(c.level, [1, 2]), eq(c.name, c.kind)),
    fc.constantFrom<Condition>(isNull(c.level), isNotNull(c.name), isNull(c.own)),
    fc.array(tie('condition'), { maxLength: 3 }).map(of => all(...of)),
    fc.array(tie('condition'), { maxLength: 3 }).map(of => any(...of)),
    tie('condition').map(not),
    tie('condition').map(isTrue),
    tie('condition').map(negate),
    tie('condition').map(isNull),
  ),
}))

const row = fc.record<Record<string, Value>>({
  kind: fc.constantFrom('banner', 'letter', null),
  name: fc.constantFrom('x', "it's", 'banner', null),
  level: fc.option(fc.integer({ min: -3, max: 3 })),
  limit: fc.option(fc.integer({ min: -3, max: 3 })),
  own: fc.constantFrom(true, false, null),
  late: fc.constantFrom(true, false, null),
})

const database = useDatabase('empty')

describe('any condition', () => {
  it('means the same in TypeScript as in PostgreSQL, unknown values included', async () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(condition, { minLength: 1, maxLength: 12 }),
        fc.array(row, { minLength: 20, maxLength: 20 }),
        async (conditions, rows) => {
          const columns = join(conditions.map(toSql))
          const { text: written, values } = sql`SELECT ${columns}
FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
AS r("kind" text, "name" text, "level" int, "limit" int, "own" boolean, "late" boolean)`
          const inDatabase = await database().pool.query<unknown[]>({
            text: written,
            values,
            rowMode: 'array',
          })
          const predicates = conditions.map(toPredicate)
          expect(rows.map(values => predicates.map(predicate => predicate(values)))).toEqual(inDatabase.rows)
        },
      ),
      { numRuns: 150 },
    ))

  it('is negated to exactly the rows that it does not hold for', () =>
    fc.assert(
      fc.property(condition, row, (of, values) => {
        expect(toPredicate(negate(of))(values)).toBe(toPredicate(of)(values) !== true)
      }),
    ))
})

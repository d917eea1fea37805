import type { Read } from '../../server/query/read.ts'
import { describe, expect, it } from 'vitest'
import { count, dayFromText, histogram, inForce, peak, sum } from '#measures'
import { cases, items, trades } from '../../server/model/index.ts'
import { compile } from '../../server/query/compile.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('empty')
const buckets = [
  { from: null, to: dayFromText('2012-08-31') ?? 0 },
  { from: dayFromText('2012-09-01') ?? 0, to: dayFromText('2012-09-30') ?? 0 },
]
const base = {
  from: { grain: null, why: 'test' },
  span: null,
  buckets,
  groupBy: ['window'],
  filters: [{ dimension: 'channel', values: ["hall' OR 1=1 --"] }],
  centreIds: [1],
}
const reads: Record<string, Read> = {
  plain: {
    ...base,
    shape: 'plain',
    fact: 'cases',
    clock: 'completed',
    parts: [
      count(cases, { during: 'completed', when: ['judged', 'inTime'] }),
      sum(cases, 'workedMilliDays', { during: 'completed' }),
    ],
  },
  histogram: {
    ...base,
    shape: 'histogram',
    fact: 'cases',
    clock: 'completed',
    parts: [histogram(cases, 'worked', { during: 'completed', when: ['worked'] })],
  },
  byDay: {
    ...base,
    groupBy: [],
    filters: [],
    shape: 'byDay',
    fact: 'trades',
    clock: 'concluded',
    parts: [peak(trades, { during: 'concluded', when: ['concluded'] })],
  },
  stock: {
    ...base,
    filters: [],
    shape: 'stock',
    fact: 'items',
    clock: '',
    parts: [inForce(items, { when: ['instantCapable'] })],
  },
}

describe('compiled SQL', () => {
  it.each(Object.keys(reads))('%s binds every value and is accepted by PostgreSQL', async name => {
    const read = reads[name]!
    const { text, values } = compile(read)
    expect(text).not.toContain('OR 1=1')
    expect(text).not.toContain('2012')
    expect(new Set(text.match(/\$\d+/g)).size).toBe(values.length)
    expect((await database().pool.query({ text, values })).rows).toEqual([])
  })

  it('uses no form that a distributed database refuses, and names its centres', () => {
    for (const read of Object.values(reads)) {
      const { text } = compile(read)
      expect(text).not.toMatch(/GROUPING SETS|CUBE|ROLLUP|date_trunc|extract/i)
      expect(text).toContain('"centreId" = ANY(')
    }
  })

  it('refuses names that are not in the facts', () => {
    const plain = reads.plain!
    expect(() => compile({ ...plain, groupBy: ['"; DROP TABLE "Case"'] })).toThrow('dimension-not-of-measure')
    expect(() => compile({ ...plain, clock: 'now()' })).toThrow('unknown-dimension')
    expect(() => compile({ ...plain, groupBy: ['toString'] })).toThrow('dimension-not-of-measure')
  })
})

import type { FigureRef, SeriesRef } from '#measures'
import { describe, expect, it } from 'vitest'
import { referenceKey, showsOfKey } from '#measures'

/** The same value with the keys of all objects in reverse order, as a database may give it back. */
function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, reordered(inner)] as const)
  return Object.fromEntries(entries.reverse()) as T
}

describe('the key of a reference', () => {
  const ref: FigureRef = {
    measure: 'savings',
    period: '2012-11-01..2012-11-30',
    comparison: 'lastYear',
    filters: [{ dimension: 'unit', in: ['A', 'B'] }],
    shows: 'value',
    form: 'plain',
    clause: { before: '，节约资金', after: '', zero: '', below: { before: '，成交价', after: '' } },
    none: { zero: '没有', before: '有' },
  }

  it('is the same in whatever order a document gives its fields', () => {
    expect(referenceKey(reordered(ref))).toBe(referenceKey(ref))
  })

  it('differs where the words below zero differ', () => {
    const other = { ...ref, clause: { ...ref.clause!, below: { before: '，', after: '' } } }
    expect(referenceKey(other)).not.toBe(referenceKey(ref))
  })

  it('tells what its number shows, whatever words stand around it', () => {
    expect(showsOfKey(referenceKey(ref))).toBe('value')
    const clause = { before: '"without"', after: '', zero: null }
    expect(showsOfKey(referenceKey({ ...ref, shows: 'change', clause }))).toBe('change')
    expect(showsOfKey(referenceKey({ ...ref, shows: 'without', by: 'unit', most: 12 }))).toBe('without')
  })
})

describe('the key of a series', () => {
  const ref: SeriesRef = {
    measures: ['casesCompleted'],
    period: '2012-01-01..2012-12-31',
    comparison: 'none',
    granularity: 'none',
    by: 'unit',
    most: 12,
  }

  it('differs by order and by limit', () => {
    const others: SeriesRef[] = [
      { ...ref, order: 'lowest' },
      { ...ref, limit: { is: 'below', value: 5 } },
      { ...ref, limit: { is: 'atMost', value: 5 } },
      { ...ref, limit: { is: 'below', value: 6 } },
    ]
    expect(new Set([ref, ...others].map(referenceKey)).size).toBe(5)
  })
})

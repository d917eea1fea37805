import type { Measure } from '#measures'
import { describe, expect, it } from 'vitest'
import {
  balance,
  bridgeOf,
  count,
  defineMeasure,
  definitionVersions,
  measureAt,
  measures,
  mergingOverMembers,
  mergingOverTime,
  partKey,
  partsOf,
  peak,
  versionLines,
  versionsIn,
} from '#measures'
import { cases } from '../../server/model/index.ts'

const owner = { zh: '业务科', en: 'Business office' }
const reason = { zh: '特殊件不计', en: 'special cases left out' }
const received = count(cases, { during: 'received' })
const ordinary = count(cases, { during: 'received', when: ['notSpecial'] })
const { versions, counting } = definitionVersions(
  { owner, reason: { zh: '首版', en: 'first version' } },
  { from: '2026-07-01', owner, reason },
  { from: '2027-01-01', owner, reason, recordedFrom: '2026-10-01' },
)
const measure: Measure = defineMeasure({
  kind: 'total',
  names: { zh: '收件量', en: 'Cases received' },
  unit: 'cases',
  better: 'neutral',
  versions,
  part: counting(received, ordinary, received),
})
const numbers = (from: string, to: string): number[] =>
  versionsIn(measure, { from, to }).map(version => version.number)

describe('versions of a definition', () => {
  it('hold from their day to the day before the next', () => {
    expect(numbers('2026-01-01', '2026-06-30')).toEqual([1])
    expect(numbers('2026-06-30', '2026-07-01')).toEqual([1, 2])
    expect(numbers('2026-07-01', '2026-12-31')).toEqual([2])
    expect(numbers('2026-12-31', '2027-01-01')).toEqual([2, 3])
    expect(numbers('2020-01-01', '2030-01-01')).toEqual([1, 2, 3])
    expect(versionsIn(measures.onTimeRate, { from: '2026-01-01', to: '2026-12-31' })).toEqual([
      expect.objectContaining({ number: 1, from: null }),
    ])
  })

  it('name each way of counting with its day in the key of the part', () => {
    expect(partsOf(measure).map(partKey)).toEqual([
      'cases.received.count | 2026-07-01 cases.received.count[notSpecial] | 2027-01-01 cases.received.count',
    ])
    expect(versions.map(version => partKey(partsOf(measureAt(measure, version))[0]!))).toEqual([
      'cases.received.count',
      'cases.received.count[notSpecial]',
      'cases.received.count',
    ])
  })

  it('that count a part alike leave it as one', () => {
    expect(partKey(counting(received, received, ordinary))).toBe(
      'cases.received.count | 2027-01-01 cases.received.count[notSpecial]',
    )
  })

  it('merge as their parts do, and not at all where those differ', () => {
    const busiest = peak(cases, { during: 'received' })
    expect(mergingOverTime(counting(received, ordinary, received))).toBe('add')
    expect(mergingOverTime(counting(busiest, busiest, peak(cases, { during: 'accepted' })))).toBe('largest')
    expect(
      mergingOverTime(counting(balance([received], []), balance([ordinary], []), balance([received], []))),
    ).toBe('last')
    expect(mergingOverTime({ ...counting(received, ordinary, received), spans: [] })).toBe('ask')
    expect(mergingOverMembers(counting(received, ordinary, received))).toBe('add')
  })

  it('must be dates in order, each with a part', () => {
    const make = (...from: string[]) =>
      definitionVersions({ owner, reason }, ...from.map(day => ({ from: day, owner, reason })))
    expect(() => make('2026-07-01', '2026-07-01')).toThrow('ascending order of their first days')
    expect(() => make('July 2026')).toThrow('is not a date')
    expect(() => make('2026-07-01').counting(received)).toThrow('number of parts differs')
  })

  it('are said with their day, reason and owner', () => {
    const second = { from: '2026-07-01', to: '2026-09-30' }
    expect(versionLines(measure, second, 'zh')).toEqual(['口径第2版，自2026年7月1日起：特殊件不计（业务科）'])
    expect(versionLines(measure, second, 'en')).toEqual([
      'Definition version 2, from 1 July 2026: special cases left out (Business office)',
    ])
    expect(versionLines(measures.onTimeRate, second, 'zh')).toEqual([])
  })
})

describe('a comparison', () => {
  const half = (year: number, which: 1 | 2) =>
    which === 1
      ? { from: `${year}-01-01`, to: `${year}-06-30` }
      : { from: `${year}-07-01`, to: `${year}-12-31` }

  it('within one version needs no bridge', () => {
    expect(bridgeOf(measure, half(2026, 1), half(2025, 1)).kind).toBe('none')
    expect(bridgeOf(measure, half(2026, 2), null).kind).toBe('none')
    expect(bridgeOf(measures.onTimeRate, half(2026, 2), half(2026, 1)).kind).toBe('none')
  })

  it('across a change is counted by the version of its later end', () => {
    expect(bridgeOf(measure, half(2026, 2), half(2026, 1))).toMatchObject({
      kind: 'bridged',
      version: { number: 2 },
      measure: { part: ordinary },
    })
    expect(
      bridgeOf(measure, { from: '2026-01-01', to: '2026-12-31' }, { from: '2025-01-01', to: '2025-12-31' }),
    ).toMatchObject({ kind: 'bridged', version: { number: 2 } })
  })

  it('is refused where records of its earlier days lack what that version counts', () => {
    expect(bridgeOf(measure, half(2027, 1), half(2026, 2))).toMatchObject({
      kind: 'refused',
      version: { number: 3 },
    })
    expect(
      bridgeOf(measure, { from: '2027-01-01', to: '2027-03-31' }, { from: '2026-10-01', to: '2026-12-31' }),
    ).toMatchObject({ kind: 'bridged', version: { number: 3 } })
  })
})

import type { Answer, Measure, MeasureId, QuestionInput } from '#measures'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  balance,
  changeIn,
  count,
  dayFromText,
  defineMeasure,
  definitionVersions,
  earlierValue,
  figureOf,
  measures,
  textOfDay,
} from '#measures'
import { findingKinds } from '../../server/briefing/checks.ts'
import { appendBlock, beginDraft } from '../../server/briefing/drafts.ts'
import { freezeDraft } from '../../server/briefing/freeze.ts'
import { restatementOf } from '../../server/briefing/restate.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope, wholeScope } from '../../server/measures/scope.ts'
import { cases } from '../../server/model/index.ts'
import { ask } from '../../server/query/ask.ts'
import { askRows } from '../../server/query/rows.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const id = 'onlineApplicationRate' satisfies MeasureId
const original = measures[id]
const owner = { zh: '业务科', en: 'Business office' }
const formula = { zh: '上网受理 ÷ 渠道已知', en: 'over the net ÷ channel known' }

/** From a day on, July 2012 unless said, the rate is of instant and committed cases alone. */
function changed(recordedFrom?: string, from = '2012-07-01'): Measure {
  const { versions, counting } = definitionVersions(
    { owner, reason: { zh: '首版', en: 'first version' }, formula },
    {
      from,
      owner,
      reason: { zh: '特殊件不计', en: 'special cases left out' },
      ...(recordedFrom !== undefined && { recordedFrom }),
    },
  )
  return defineMeasure({
    ...original,
    versions,
    numerator: counting(
      original.numerator,
      count(cases, { during: 'received', when: ['overNet', 'instantOrCommitted'] }),
    ),
    denominator: counting(
      original.denominator,
      count(cases, { during: 'received', when: ['channelKnown', 'instantOrCommitted'] }),
    ),
  })
}

const define = (measure: Measure): void => void Object.assign(measures, { [id]: measure })
const { openCases } = measures
afterEach(() => void Object.assign(measures, { [id]: original, openCases }))

/**
 * Each day of the first half of 2012: two committed cases online, a special one online, a special one at
 * the hall. Each later day: a committed case online, three at the hall, a special one online.
 */
const early = [
  ['TEN', 'online'],
  ['TEN', 'online'],
  ['SPECIAL', 'online'],
  ['SPECIAL', 'hall'],
] as const
const late = [
  ['TEN', 'online'],
  ['TEN', 'hall'],
  ['TEN', 'hall'],
  ['TEN', 'hall'],
  ['SPECIAL', 'online'],
] as const
const dayNumber = (text: string): number => dayFromText(text) ?? 0
const lines = Array.from(
  { length: dayNumber('2013-06-30') - dayNumber('2012-01-01') + 1 },
  (_, index) => dayNumber('2012-01-01') + index,
).flatMap(day =>
  (day < dayNumber('2012-07-01') ? early : late).map(
    ([item, channel], place) => `${day}-${place},${item},W2,${channel},${textOfDay(day)} 09:00`,
  ),
)

const at = (now = testNow) => ({ database: database(), scope: wholeScope, now })
const answer = async (asked: Partial<QuestionInput>, facts = false): Promise<Answer> =>
  ask({ measures: [id], centres: ['here'], period: '2012', ...asked }, { ...at(), factsOnly: facts })
const valueIn = ({ current }: Answer): [number | null, number | null] => {
  const { numerator, n } = figureOf(measures[id], current.overall)
  return [numerator, n]
}

beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    `caseNumber,item,window,channel,receivedAt\n${lines.join('\n')}`,
  )
})

// By hand: 2012 is a leap year, so 182 days are early and 184 late. Until June 3 of 4 a day; from July on
// 1 of 4 a day, special cases left out.
describe('a definition that changed on 1 July', () => {
  it('leaves the first half-year as it was and counts the second by its new version', async () => {
    const before = valueIn(await answer({ period: '2012-H1', granularity: 'month' }))
    define(changed())
    const first = await answer({ period: '2012-H1', granularity: 'month' })
    expect(before).toEqual([3 * 182, 4 * 182])
    expect(valueIn(first)).toEqual([3 * 182, 4 * 182])
    expect(first.current.versions[id]?.map(version => version.number)).toEqual([1])
    const second = await answer({ period: '2012-H2' })
    expect(valueIn(second)).toEqual([184, 4 * 184])
    expect(second.current.versions[id]).toEqual([expect.objectContaining({ number: 2, from: '2012-07-01' })])
  })

  it('adds both up over a year, by day and by member alike, and lists the rows counted', async () => {
    define(changed())
    const year = await answer({ period: '2012' })
    const [numerator, n] = [3 * 182 + 184, 4 * 182 + 4 * 184]
    expect(valueIn(year)).toEqual([numerator, n])
    expect(year.current.versions[id]?.map(version => version.number)).toEqual([1, 2])
    const cuts: Partial<QuestionInput>[] = [
      { granularity: 'day' },
      { granularity: 'quarter' },
      { granularity: 'week' },
      { groupBy: ['itemType'] },
    ]
    for (const asked of cuts)
      for (const facts of [false, true]) expect(valueIn(await answer(asked, facts))).toEqual([numerator, n])
    const week = await answer({ period: '2012-06-28..2012-07-04', granularity: 'week' })
    expect(week.current.cells.map(cell => figureOf(measures[id], cell.parts).n)).toEqual([
      4 * 3 + 4 * 1,
      4 * 3,
    ])
    for (const [which, total] of [
      ['counted', n],
      ['numerator', numerator],
      ['rest', n - numerator],
    ] as const)
      expect((await askRows({ measure: id, centres: ['here'], period: '2012', which }, at())).total).toBe(
        total,
      )
  })

  it('compares across the day by the new version on both sides', async () => {
    define(changed())
    // 1/4 instead of 2/2: not the 3/4 that the first half-year reported.
    const half = await answer({ period: '2012-H2', comparison: 'previous' })
    const { change } = changeIn(measures[id], half)
    expect(change?.difference).toBeCloseTo(0.25 - 1, 10)
    expect(earlierValue(measures[id], half)).toBe(1)
    // The year 2012 is half and half, so both it and its first quarter are counted by the new version.
    const year = await answer({ period: '2012', comparison: '2012-Q1' })
    expect(changeIn(measures[id], year).change?.difference).toBeCloseTo(
      (2 * 182 + 184) / (2 * 182 + 4 * 184) - 1,
      10,
    )
    expect(valueIn(year)).toEqual([3 * 182 + 184, 4 * 182 + 4 * 184])
  })

  it('compares within one version as ever', async () => {
    define(changed())
    const quarter = await answer({ period: '2012-Q2', comparison: 'previous' })
    expect(changeIn(measures[id], quarter).change?.difference).toBe(0)
    expect(earlierValue(measures[id], quarter)).toBe(0.75)
  })

  it('refuses to compare where the earlier records lack what it counts', async () => {
    define(changed('2012-07-01'))
    const half = await answer({ period: '2012-H2', comparison: 'previous' })
    expect(changeIn(measures[id], half)).toEqual({
      change: null,
      whyNot: { reason: 'definitionChanged', from: '2012-07-01' },
    })
    expect(earlierValue(measures[id], half)).toBeNull()
    const later = await answer({ period: '2013-Q1', comparison: '2012-Q4' })
    expect(changeIn(measures[id], later).change?.difference).toBe(0)
  })
})

describe('a definition that changed on any day', () => {
  const [first, last] = [dayNumber('2012-01-01'), dayNumber('2012-12-31')]
  const anyDay = fc.integer({ min: first, max: last })

  it('counts each day by the version in force, as a slow count does', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyDay,
        fc.tuple(anyDay, anyDay),
        fc.constantFrom('none', 'month', 'week'),
        async (from, [a, b], granularity) => {
          define(changed(undefined, textOfDay(from)))
          const [start, end] = [Math.min(a, b), Math.max(a, b)]
          let [numerator, n] = [0, 0]
          for (let day = start; day <= end; day++) {
            const all = day < dayNumber('2012-07-01') ? early : late
            const counted = day < from ? all : all.filter(([item]) => item !== 'SPECIAL')
            numerator += counted.filter(([, channel]) => channel === 'online').length
            n += counted.length
          }
          const period = `${textOfDay(start)}..${textOfDay(end)}`
          expect(valueIn(await answer({ period, granularity }))).toEqual([numerator, n])
          const rows = { measure: id, centres: ['here'], period }
          expect((await askRows(rows, at())).total).toBe(n)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('states a level by the version in force at its instant', async () => {
    const opens = (...when: 'notSpecial'[]) =>
      balance(
        [count(cases, { during: 'received', when: ['opens', ...when] })],
        [count(cases, { during: 'completed', when: ['opens', ...when] })],
      )
    const { versions, counting } = definitionVersions(
      { owner, reason: { zh: '首版', en: 'first version' } },
      { from: '2012-07-01', owner, reason: { zh: '特殊件不计', en: 'special cases left out' } },
    )
    const level: Measure = { ...openCases, versions, part: counting(opens(), opens('notSpecial')) }
    Object.assign(measures, { openCases: level })
    const open = await answer({ measures: ['openCases'], period: '2012-06..2012-07', granularity: 'month' })
    // Nothing is completed. Until 30 June four a day; by 31 July two a day until June and four in July.
    expect(open.current.cells.map(cell => figureOf(level, cell.parts).value)).toEqual([
      4 * 182,
      2 * 182 + 4 * 31,
    ])
    expect(figureOf(level, open.current.overall).value).toBe(2 * 182 + 4 * 31)
    const rows = { measure: 'openCases', centres: ['here'], period: '2012-07' }
    expect((await askRows(rows, at())).total).toBe(2 * 182 + 4 * 31)
  })
})

describe('an issue frozen before a definition changed', () => {
  const freeze = async (period: string) => {
    const how = {
      centre: await centresOf(database()).find('here'),
      context: { database: database(), scope: leaderScope, now: testNow },
      by: '陈明',
    }
    const draft = await beginDraft(how, { template: 'month', period, comparison: 'none', language: 'zh' })
    const value = { measure: id, period, comparison: 'none', shows: 'value', form: 'plain' } as const
    await appendBlock(how, {
      id: draft.id,
      block: { kind: 'table', caption: '', rows: [{ value, change: null }] },
    })
    return freezeDraft(how, { id: draft.id, revision: draft.revision + 1, accepts: findingKinds })
  }

  it('is what it was for days before the change, and restated by name for days after it', async () => {
    const [june, july] = [await freeze('2012-06'), await freeze('2012-07')]
    define(changed())
    const centre = await centresOf(database()).find('here')
    expect(await restatementOf(database(), centre, june)).toEqual([])
    expect(await restatementOf(database(), centre, july)).toEqual([
      expect.objectContaining({ measure: id, definitionChanged: true }),
    ])
  })
})

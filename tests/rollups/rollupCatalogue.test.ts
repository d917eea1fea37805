import type { Grain, GrainContent } from '../../server/rollups/grains.ts'
import { describe, expect, it } from 'vitest'
import { count, dayFromText, histogram, measures, partsOf } from '#measures'
import { cases, feedback } from '../../server/model/index.ts'
import {
  columnName,
  columnsOf,
  definitionsOf,
  fingerprintOf,
  histogramsOf,
  storedPart,
} from '../../server/rollups/columns.ts'
import { grains, sourceOf, tableOf, withHistograms } from '../../server/rollups/grains.ts'
import { RollupCatalogue } from '../../server/rollups/rollupCatalogue.ts'

const whole = grains.map(grain => ({
  name: grain.name,
  fingerprint: fingerprintOf(grain),
  missing: [] as string[],
}))
const received = count(cases, { during: 'received' })
const completed = count(cases, { during: 'completed' })
const worked = histogram(cases, 'worked', { during: 'completed', when: ['committedType', 'worked'] })
const days = (from: string, to: string) => [{ from: dayFromText(from)!, to: dayFromText(to)! }]
const month = days('2012-09-01', '2012-09-30')
const chosen = (
  rollupCatalogue: RollupCatalogue,
  part: Parameters<RollupCatalogue['choose']>[0],
  dimensions: string[],
  buckets = month,
): string | null => rollupCatalogue.choose(part, dimensions, buckets).grain?.name ?? null

describe('the smallest rollup that can answer', () => {
  const rollupCatalogue = new RollupCatalogue(whole, 1)

  it.each([
    [[], 'cases_hall'],
    [['centre'], 'cases_hall'],
    [['window'], 'cases_window'],
    [['unit', 'centre'], 'cases_window'],
    [['itemType'], 'cases_kind'],
    [['window', 'channel'], 'cases_window_kind'],
    [['item'], 'cases_item'],
    [['item', 'window'], 'cases_item'],
    [['item', 'channel'], 'cases_item_channel'],
    [['outcome'], 'cases_outcome'],
    [['outcome', 'window'], 'cases_outcome'],
    [['outcome', 'channel'], 'cases_outcome'],
    [['outcome', 'item'], null],
  ])('of completions by %j is %s', (dimensions, name) =>
    expect(chosen(rollupCatalogue, completed, dimensions)).toBe(name),
  )

  it('holds weekdays and hours for receipts only', () => {
    expect(chosen(rollupCatalogue, received, ['weekday', 'hour'])).toBe('cases_hour')
    expect(chosen(rollupCatalogue, received, ['window', 'hour'])).toBe('cases_window_hour')
    expect(rollupCatalogue.choose(completed, ['weekday'], month)).toEqual({
      grain: null,
      why: 'no rollup keeps cases.completed.count by weekday',
    })
  })

  it('holds histograms by window, by item, and not by item and channel', () => {
    expect(chosen(rollupCatalogue, worked, ['window'])).toBe('cases_window')
    expect(chosen(rollupCatalogue, worked, ['item'])).toBe('cases_item')
    expect(chosen(rollupCatalogue, worked, ['item', 'channel'])).toBeNull()
  })

  it.each([
    ['2012-08-20', '2012-10-05', true],
    ['2012-08-02', '2012-08-31', false],
    ['2012-08-20', '2012-09-29', false],
  ])('of what is kept by month alone serves %s to %s: %s', (from, to, serves) => {
    const asked = days(from, to)
    expect(chosen(rollupCatalogue, completed, ['outcome'], asked)).toBe(serves ? 'cases_outcome' : null)
    expect(chosen(rollupCatalogue, worked, ['item'], asked)).toBe(serves ? 'cases_item' : null)
    expect(chosen(rollupCatalogue, completed, ['item'], asked)).toBe('cases_item')
    expect(rollupCatalogue.choose(completed, ['outcome'], asked).why).toBe(
      serves
        ? 'the smallest rollup with these dimensions'
        : 'cases.completed.count by outcome is kept by month, and no whole month is asked for',
    )
  })

  it('of what is kept by month alone serves no peak and no number of days, nor what has no index', () => {
    const peak = { ...completed, aggregate: 'peak' } as const
    expect(chosen(rollupCatalogue, peak, ['window'])).toBe('cases_window')
    expect(chosen(rollupCatalogue, peak, ['outcome'])).toBeNull()
    expect(chosen(rollupCatalogue, count(cases, { during: 'due' }), ['outcome'])).toBeNull()
  })

  it('tells different windows apart only where windows are kept', () => {
    expect(chosen(rollupCatalogue, measures.windowsThanked.part, [])).toBe('feedback_window')
    expect(storedPart(measures.windowsThanked.part)).toEqual(
      count(feedback, { during: 'given', when: ['thanks'] }),
    )
  })

  it("must be whole, in today's meaning, and so for every asked centre", () => {
    const missing = whole.map(row =>
      row.name === 'cases_window' ? { ...row, missing: [columnName(completed)] } : row,
    )
    expect(chosen(new RollupCatalogue(missing, 1), completed, ['window'])).toBe('cases_window_kind')
    expect(chosen(new RollupCatalogue(missing, 1), received, ['window'])).toBe('cases_window')
    expect(
      new RollupCatalogue(
        whole.map(row => ({ ...row, fingerprint: 'older' })),
        1,
      ).choose(completed, [], month),
    ).toEqual({ grain: null, why: 'the rollup is still being built' })
    expect(chosen(new RollupCatalogue(whole, 2), completed, [])).toBeNull()
    expect(chosen(new RollupCatalogue([...whole, ...whole], 2), completed, [])).toBe('cases_hall')
  })
})

describe('what rollups keep', () => {
  it('comes from the measures: every count and sum of cases is in the smallest grain, once', () => {
    const hall = grains.find(grain => grain.name === 'cases_hall')!
    const flows = Object.values(measures)
      .flatMap(partsOf)
      .flatMap(part =>
        part.kind === 'flow' ? [part] : part.kind === 'balance' ? [...part.entered, ...part.left] : [],
      )
      .filter(part => part.fact === 'cases')
    const names = columnsOf(hall).map(column => column.name)
    expect(new Set(names).size).toBe(names.length)
    for (const part of flows.filter(flow => flow.aggregate !== 'histogram'))
      expect(names).toContain(columnName(storedPart(part)))
    expect(histogramsOf(hall)).toHaveLength(2)
  })

  it('fits the names that PostgreSQL keeps', () => {
    for (const grain of grains) {
      expect(tableOf(grain, 'month').length + '_bins_key'.length).toBeLessThan(64)
      for (const column of columnsOf(grain)) expect(column.name.length).toBeLessThan(64)
    }
  })

  it('is added up from the next larger grain by the same steps, down to those that start from rows', () => {
    const cases_ = grains.filter(grain => grain.fact === 'cases')
    const fromRows = (content: GrainContent, among: Grain[]) =>
      among.filter(grain => sourceOf(grain, among, content) === null).map(grain => grain.name)
    expect(fromRows('parts', cases_)).toEqual([
      'cases_window_kind',
      'cases_window_hour',
      'cases_item',
      'cases_outcome',
      'cases_item_channel',
    ])
    expect(fromRows('histograms', withHistograms(cases_))).toEqual([
      'cases_kind',
      'cases_window',
      'cases_item',
    ])
    expect(sourceOf(cases_[0]!, cases_, 'parts')?.name).toBe('cases_kind')
  })

  it('changes its meaning with the steps by which it is content', () => {
    const item = grains.find(grain => grain.name === 'cases_item')!
    const bins = Object.entries(definitionsOf(item)).filter(([name]) => name.startsWith('bins'))
    expect(bins).toHaveLength(2)
    for (const [, meaning] of bins) expect(meaning).toMatch(/ by month$/)
  })

  it('has histograms by no step by which there are no counts', () => {
    for (const grain of grains) for (const step of grain.histograms) expect(grain.parts).toContain(step)
  })
})

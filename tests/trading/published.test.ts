import type { SignalSettings } from '../../server/trading/signals/index.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { procedureOf } from '../../server/trading/signals/fromRelease.ts'
import { flagTable, publishedSettings } from '../../server/trading/signals/index.ts'

// Fixtures of the published calculator (Cardinal 0.0.8, MIT licence beside them): releases in, results out.
const folder = new URL('../fixtures/cardinal/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** Under these settings the fixtures were made: two methods stand for what is left out. */
const made: SignalSettings = { ...publishedSettings, exclude: ['EXC'], noPriceComparison: ['NPC'] }
const fixtures: [string, SignalSettings][] = [
  ['R003', made],
  ['R003-threshold-10', { ...made, shortDays: 10 }],
  ['R003-procurement_methods-open+selective', { ...made, shortMethods: ['open', 'selective'] }],
  ['R003-procurement_method_details-x-5-y-10', { ...made, shortDaysOf: { x: 5, y: 10 } }],
  ['R018', made],
  ['R024', made],
  ['R025', made],
  ['R028', made],
  ['R030', made],
  ['R035', made],
  ['R036', made],
  ['R038', made],
  ['R038-tenderer', made],
  ['R048-minimum_contracting_processes-1', { ...made, leastAwards: 1 }],
  ['R058', made],
]

describe('published results', () => {
  it.each(fixtures)('%s: the same ids and values', (name, settings) => {
    const procedures = read(`${name}.jsonl`)
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => procedureOf(JSON.parse(line)))
      .filter(procedure => procedure !== null)
    expect(procedures.length).toBeGreaterThan(1)
    expect(flagTable(procedures, settings, [name.slice(0, 4)])).toEqual(JSON.parse(read(`${name}.expected`)))
  })
})

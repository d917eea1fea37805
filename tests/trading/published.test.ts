import type { SignalSettings } from '../../server/trading/signals/index.ts'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { procedureOf } from '../../server/trading/signals/fromRelease.ts'
import { flagTable, publishedSettings } from '../../server/trading/signals/index.ts'

// Fixtures of the published calculator: releases in, results out. They lie beside the repository, not in it.
const folder = fileURLToPath(new URL('../../../shared/data/cardinal/', import.meta.url))
const here = existsSync(folder)
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8')

/** Under these settings the fixtures were made: two methods stand for what is left out. */
const made: SignalSettings = { ...publishedSettings, exclude: ['EXC'], noPriceComparison: ['NPC'] }
const fixtures: [string, SignalSettings][] = [
  ['R003', made],
  ['R003-threshold-10', { ...made, shortDays: 10 }],
  ['R003-procurement_methods-open+selective', { ...made, shortMethods: ['open', 'selective'] }],
  ['R003-procurement_method_details-x-5-y-10', { ...made, shortDaysOf: { x: 5, y: 10 } }],
  ['R018', made],
  ['R024', made],
  ['R036', made],
]

describe('published results', () => {
  it.skipIf(!here).each(fixtures)('%s: the same ids and values (skipped: the fixtures are not here)', (name, settings) => {
    const procedures = read(`${name}.jsonl`).split('\n').filter(line => line.trim() !== '').map(line => procedureOf(JSON.parse(line))).filter(one => one !== null)
    expect(procedures.length).toBeGreaterThan(1)
    expect(flagTable(procedures, settings, [name.slice(0, 4)])).toEqual(JSON.parse(read(`${name}.expected`)))
  })
})

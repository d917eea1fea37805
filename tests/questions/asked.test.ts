import type { Entry, Outcome } from './score.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { understand } from '../../server/questions/understand.ts'
import { demoReading } from './demoReading.ts'
import { outcomeOf, outcomes, shown } from './score.ts'

const setOf = (name: string): Entry[] =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `${name}.json`), 'utf8')) as Entry[]

/** How many of each set are at least handled rightly; the others were written after the grammar. */
const floors = { zh: 0.85, en: 0.85, second: 0.75, third: 0.85 }

describe.each(['zh', 'en', 'second', 'third'] as const)('the questions of the set %s', name => {
  const entries = setOf(name)
  const results = entries.map(entry => {
    const found = understand(entry.says, demoReading)
    return { entry, found, outcome: outcomeOf(entry, found, demoReading) }
  })
  const count = (outcome: Outcome): number => results.filter(result => result.outcome === outcome).length
  const lines = (outcome: Outcome): string[] =>
    results
      .filter(result => result.outcome === outcome)
      .map(({ entry, found }) => `${entry.says} → ${shown(found, demoReading)}`)

  it('get no wrong number', () => expect(lines('WRONG')).toEqual([]))

  it(`are answered, asked back or refused rightly for ${floors[name] * 100} in a hundred`, () => {
    const right = count('answered rightly') + count('rightly asked back') + count('rightly refused')
    console.warn(
      `questions of ${name}: ${entries.length}\n${outcomes
        .map(one => `  ${one}: ${count(one)}`)
        .join('\n')}\n${lines('refused or asked back although answerable')
        .map(line => `    ${line}\n`)
        .join('')}`,
    )
    expect(right / entries.length).toBeGreaterThanOrEqual(floors[name])
  })
})

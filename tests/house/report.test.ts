import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { houseReport } from './report.ts'
import { readSources } from './sources.ts'

const report = houseReport(readSources())
const lines = report.map(
  ({ title, most, places }) => `  ${String(places.length).padStart(5)}  ${title} (at most ${most})`,
)
process.stdout.write(`\nhouse\n${lines.join('\n')}\n`)

describe('the house', () => {
  it.each(report)('$title: at most $most', ({ most, places }) => {
    expect(places.length > most ? places : []).toEqual([])
  })
})

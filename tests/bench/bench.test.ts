import type { SizeReport } from './bench.ts'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { dashboardQuestions, outsideQuestions } from './questions.ts'

it('the benchmark runs small, agrees with DuckDB and reports every question (no time asserted)', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const out = path.join(folder, 'bench.json')
  const script = fileURLToPath(new URL('bench.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', script, '--cases', '1k', '--runs', '1', '--seconds', '1', '--out', out],
    { env: { ...process.env, VITEST: '', DATABASE_URL: '' } },
  )
  const report = JSON.parse(readFileSync(out, 'utf8')) as {
    sizes: SizeReport[]
    growth: Record<string, number>
  }
  rmSync(folder, { recursive: true, force: true })
  expect(report.sizes.map(size => size.cases)).toEqual([1000])
  for (const size of report.sizes) {
    expect(Object.keys(size.questions)).toEqual(Object.keys(dashboardQuestions))
    expect(Object.keys(size.outside)).toEqual(Object.keys(outsideQuestions))
    expect(Object.values(size.questions).filter(question => question.sources.includes('Case'))).toEqual([])
    const fromFacts = Object.entries(size.outside).filter(([, one]) => one.sources.includes('Case'))
    expect(fromFacts.map(([name]) => name)).toEqual(['P90 by item, edges', 'items by channel, edges'])
    expect(size.briefings.year.figures).toBeGreaterThan(1000)
    expect(size.briefings.month.figures).toBeGreaterThan(100)
    expect(Object.values(size.commands).every(Boolean)).toBe(true)
    expect(size.loading?.shareOfBareCopy).toBeGreaterThan(0)
    expect(size.viewers.read.errors + size.viewers.remembered.errors).toBe(0)
    expect(Object.keys(size.screen.panels).length).toBeGreaterThan(4)
    expect(size.screen.scriptKilobytes).toBeGreaterThan(0)
  }
  // One size is a smoke; growth needs a second.
  expect(report.growth).toEqual({})
  expect(stdout).toContain('geometric mean')
}, 600_000)

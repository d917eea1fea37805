import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('the benchmark runs at a smoke size and reports every question (no time is asserted)', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const out = path.join(folder, 'bench.json')
  const script = fileURLToPath(new URL('bench.ts', import.meta.url))
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script, '--cases', '2k', '--runs', '2', '--out', out], { env: { ...process.env, VITEST: '', DATABASE_URL: '' } })
  const report = JSON.parse(readFileSync(out, 'utf8')) as { cases: number, load: Record<string, number>, read: Record<string, { median: number }>, remembered: Record<string, { median: number }> }
  rmSync(folder, { recursive: true, force: true })
  expect(report.cases).toBe(2000)
  expect(Object.keys(report.remembered)).toContain('overview in one request')
  expect(Object.values(report.read).every(timing => timing.median > 0)).toBe(true)
  expect(report.load.shareOfBareCopy).toBeGreaterThan(0)
})

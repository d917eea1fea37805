import type { MeasureId } from '#measures'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { binError } from '#measures'
import { useDatabase } from './support/database.ts'

const run = promisify(execFile)
const shared = new URL('../../shared/data/boston311/', import.meta.url)
const file = fileURLToPath(new URL('boston311_2015H1.csv.gz', shared))
const map = fileURLToPath(new URL('fixtures/boston311.map.json', import.meta.url))
const launcher = fileURLToPath(new URL('../server/launch.js', import.meta.url))

interface Reference {
  'cases': number
  'closed': number
  'open': number
  'closed_with_target': number
  'on_time(closed<=target)': number
  'late(closed>target)': number
  'median_days': number
  'p90_days_linear': number
}
interface Shown {
  value: number | null
  numerator: number | null
  n: number | null
  coverage: { covered: number; of: number } | null
}
interface Values {
  values: Record<MeasureId, Shown>
  totals: { members: string[]; values: Record<MeasureId, Shown> }[]
}

describe.skipIf(!existsSync(shared))(
  "a city's published 311 requests (skipped: shared data not present)",
  () => {
    const database = useDatabase('empty')
    const measures: MeasureId[] = [
      'casesReceived',
      'casesCompleted',
      'openCases',
      'onTimeRate',
      'overdueRate',
      'doubtfulTimes',
      'medianElapsedDays',
      'p90ElapsedDays',
    ]
    // Every case is received in the first half of 2015; the file was published in January 2016, when
    // some were still open.
    const question = {
      measures,
      centres: ['boston'],
      period: '2015-01-01..2016-01-31',
      groupBy: ['unit'],
      asOf: '2016-02-01T00:00:00Z',
    }
    const reference = () =>
      JSON.parse(readFileSync(new URL('reference_figures_H1_computed.json', shared), 'utf8')) as {
        all: Reference
        by_department: Record<string, Reference>
      }

    // The folder of a checkout remembers the database of an earlier run, which is gone.
    const folder = mkdtempSync(path.join(tmpdir(), 'brightwindow-boston-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    async function command(...args: string[]): Promise<string> {
      const { stdout } = await run(process.execPath, [launcher, 'bw', ...args], {
        env: { ...process.env, DATABASE_URL: database().url, BW_DATA: folder, VITEST: '' },
        maxBuffer: 1 << 26,
      })
      return stdout
    }
    let answer: Values
    let imported: Record<string, number>
    beforeAll(async () => {
      await command(
        'centre',
        'add',
        'boston',
        '--name',
        'Boston',
        '--zone',
        'America/New_York',
        '--calendar',
        'none',
      )
      imported = JSON.parse(
        await command('import', 'cases', file, '--map', map, '--centre', 'boston'),
      ) as Record<string, number>
      const full = JSON.parse(await command('ask', JSON.stringify(question))) as { current: Values }
      answer = full.current
    })

    function expectFigures(figures: Record<MeasureId, Shown> | undefined, expected: Reference): void {
      expect(figures?.casesReceived.value).toBe(expected.cases)
      expect(figures?.casesCompleted.value).toBe(expected.closed)
      expect(figures?.openCases.value).toBe(expected.open)
      expect([figures?.onTimeRate.numerator, figures?.onTimeRate.n]).toEqual([
        expected['on_time(closed<=target)'],
        expected.closed_with_target,
      ])
      expect(figures?.overdueRate.numerator).toBe(expected['late(closed>target)'])
    }

    it('loads every row', () =>
      expect(imported).toMatchObject({
        rows: 58_119,
        loaded: 58_119,
        unchanged: 0,
        corrected: 0,
        quarantined: 0,
      }))

    it("counts what the city's own dates say, in all", () => {
      expectFigures(answer.values, reference().all)
      expect(answer.values.onTimeRate.n).toBe(37_320)
      expect(answer.values.onTimeRate.numerator).toBe(27_295)
      expect(answer.values.overdueRate.numerator).toBe(10_025)
      expect(answer.values.openCases.value).toBe(8_993)
    })

    it('counts the same for each department', () => {
      const departments = reference().by_department
      expect(answer.totals.map(total => total.members[0]).sort()).toEqual(Object.keys(departments).sort())
      for (const total of answer.totals)
        expectFigures(total.values, departments[total.members[0] ?? ''] as Reference)
    })

    it('leaves the 84 that close before they open out of every duration, and shows their number', () => {
      expect(answer.values.doubtfulTimes.value).toBe(84)
      expect(answer.values.medianElapsedDays.coverage).toEqual({ covered: 49_126 - 84, of: 49_126 })
    })

    it('gives medians and P90 within the stated error', () => {
      const within = (value: number | null | undefined, expected: number): void => {
        // The reference is rounded to 0.0001 days, includes the 84, and interpolates between neighbours.
        expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(
          expected * (binError + 0.005) + 0.0001,
        )
      }
      within(answer.values.medianElapsedDays.value, reference().all.median_days)
      within(answer.values.p90ElapsedDays.value, reference().all.p90_days_linear)
      for (const total of answer.totals) {
        const expected = reference().by_department[total.members[0] ?? '']
        if (expected && expected.closed >= 1000) {
          within(total.values.medianElapsedDays.value, expected.median_days)
          within(total.values.p90ElapsedDays.value, expected.p90_days_linear)
        }
      }
    })

    it('finds nothing to change when the same file comes again', async () => {
      const again = JSON.parse(
        await command('import', 'cases', file, '--map', map, '--centre', 'boston'),
      ) as Record<string, number>
      expect(again).toMatchObject({
        rows: 58_119,
        loaded: 0,
        unchanged: 58_119,
        corrected: 0,
        quarantined: 0,
      })
    })

    it('verifies clean', async () => expect(await command('verify')).toContain('clean'))
  },
)

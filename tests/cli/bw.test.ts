import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const bw = fileURLToPath(new URL('../../server/cli/bw.ts', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'bw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function command(args: string[], environment: Record<string, string> = {}): Promise<{ code: number, out: string, err: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database().url, BW_NOW: '2013-06-30T00:00:00Z', VITEST: '', ...environment }
    execFile(process.execPath, ['--import', 'tsx', bw, ...args], { env, maxBuffer: 1 << 26 }, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }))
  })
}

const question = (more: object = {}): string => JSON.stringify({ measures: ['tradesConcluded'], centres: ['pinghe'], period: '2012-08-08..2012-12-31', ...more })

describe('bw', () => {
  it('answers as JSON with values beside parts', async () => {
    const { code, out } = await command(['ask', question()])
    const answer = JSON.parse(out) as { current: { overall: Record<string, number>, values: Record<string, { value: number, text: string }> } }
    expect(code).toBe(0)
    expect(answer.current.overall['trades.concluded.count[concluded]']).toBe(104)
    expect(answer.current.values.tradesConcluded).toMatchObject({ value: 104, text: '104 宗' })
  })

  it('says what would be read for a question, and why, and answers the same from facts', async () => {
    const asked = JSON.stringify({ measures: ['casesCompleted'], centres: ['pinghe'], period: '2012-08-08..2012-12-31', groupBy: ['window'] })
    const explained = JSON.parse((await command(['ask', asked, '--explain'])).out) as { from: { table: string, days: string[] }[], why: string }[]
    expect(explained).toMatchObject([{ from: [{ table: 'tier_cases_window_month', days: ['2012-09-01..2012-12-31'] }, { table: 'tier_cases_window_day', days: ['2012-08-08..2012-08-31'] }], why: 'the smallest tier with these dimensions' }])
    const [tiers, facts] = await Promise.all([command(['ask', asked]), command(['ask', asked, '--facts'])])
    const read = (text: string) => JSON.parse(text) as { sources: string[], current: { values: unknown } }
    expect(read(tiers.out).sources).toEqual(['tier_cases_window'])
    expect(read(facts.out).sources).toEqual(['Case'])
    expect(read(facts.out).current.values).toEqual(read(tiers.out).current.values)
  })

  it('lists and rebuilds tiers, finds nothing to recompute, and cannot distribute without the extension', async () => {
    expect((await command(['tiers', 'list'])).out).toContain('pinghe\tcases_item\twhole')
    expect((await command(['tiers', 'rebuild'])).out).toContain('built\tpinghe\tcases')
    expect((await command(['recompute'])).out).toMatch(/^pinghe\tcases 33264\tchanged 0\tchanged verdicts 0\n/)
    const { code, err } = await command(['distribute'])
    expect([code, err.split('\n')[0]]).toEqual([1, 'citus-missing'])
  })

  it('lists the rows behind a figure', async () => {
    const { out } = await command(['rows', question({ measures: undefined, measure: 'banners' })])
    expect((JSON.parse(out) as { total: number }).total).toBe(10)
  })

  it('exits 2 with the words for wrong arguments', async () => {
    for (const args of [['fly'], ['ask', '{'], ['ask', question({ period: '2012-13' })], ['ask', question({ measures: ['nope'] })], ['import', 'colours', 'x.csv'], ['generate', '--cases', 'many'], ['generate', '--colour', 'red'], ['demo', 'dance'], ['tiers', 'dance'], ['centre', 'add', 'x', '--zone', 'Mars/Base', '--name', 'x'], []]) {
      const { code, out, err } = await command(args)
      expect([args.join(' '), code]).toEqual([args.join(' '), 2])
      expect(out + err).not.toMatch(/ {4}at |node_modules/)
    }
  })

  it('exits 3 when the database cannot be reached, and says which and what to do, without the password', async () => {
    const { code, err } = await command(['ask', question()], { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none' })
    expect(code).toBe(3)
    expect(err).toContain('127.0.0.1:1/none')
    expect(err).not.toContain('secret')
  })

  it('exits 1 for a file that is not there, and 4 when rows were quarantined, with each reason', async () => {
    expect((await command(['import', 'cases', path.join(folder, 'none.csv')])).code).toBe(1)
    const file = path.join(folder, 'cases.csv')
    writeFileSync(file, 'caseNumber,item,acceptedAt\nT1,PH-FG-01,2012-12-03 09:00\nT2,PH-FG-01,2012-13-40\n')
    const { code, out, err } = await command(['import', 'cases', file])
    expect(code).toBe(4)
    expect(JSON.parse(out)).toMatchObject({ rows: 2, loaded: 1, quarantined: 1 })
    expect(err).toContain('第 3 行 acceptedAt「2012-13-40」不是时间')
    const { batchId } = JSON.parse(out) as { batchId: number }
    expect((await command(['imports'])).out).toContain('cases.csv\trows 2\tloaded 1')
    expect((await command(['undo', String(batchId)])).code).toBe(0)
    expect((await command(['undo', String(batchId)])).code).toBe(1)
  })

  it('generates the same cases by count, which load and verify clean', async () => {
    const [first, second] = [path.join(folder, 'a.csv.gz'), path.join(folder, 'b.csv.gz')]
    await command(['generate', '--cases', '3000', '--out', first])
    await command(['generate', '--cases', '3000', '--out', second])
    expect(gunzipSync(readFileSync(first)).equals(gunzipSync(readFileSync(second)))).toBe(true)
    const { out } = await command(['import', 'cases', first, '--centre', 'pinghe'])
    expect(JSON.parse(out)).toMatchObject({ rows: 3000, loaded: 3000, quarantined: 0 })
    expect((await command(['verify'])).out).toContain('clean')
  })

  it('reports what verify finds', async () => {
    await database().pool.query('UPDATE "Case" SET "committedVerdict" = \'overdue\' WHERE "caseNumber" = \'PH2012110690001\'')
    const { code, out } = await command(['verify'])
    expect(code).toBe(1)
    expect(out).toContain('Case PH2012110690001 committedVerdict: stored overdue, computed early')
  })
})

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/cli/run.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const launcher = fileURLToPath(new URL('../../server/launch.js', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'bw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command in this process: a new one for each would take most of the time. */
async function command(
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const spies = (['out', 'err'] as const).map(name =>
    vi.spyOn(name === 'out' ? process.stdout : process.stderr, 'write').mockImplementation(chunk => {
      said[name] += String(chunk)
      return true
    }),
  )
  try {
    return {
      code: await runCommand(args, {
        ...process.env,
        DATABASE_URL: database().url,
        BW_DATA: folder,
        BW_NOW: '2013-06-30T00:00:00Z',
        ...environment,
      }),
      ...said,
    }
  } finally {
    spies.forEach(spy => spy.mockRestore())
  }
}

/** The command as people start it. */
async function started(
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  return new Promise(resolve => {
    const env = {
      ...process.env,
      DATABASE_URL: database().url,
      BW_DATA: folder,
      BW_NOW: '2013-06-30T00:00:00Z',
      VITEST: '',
      ...environment,
    }
    execFile(process.execPath, [launcher, 'bw', ...args], { env, maxBuffer: 1 << 26 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

const question = (more: object = {}): string =>
  JSON.stringify({
    measures: ['tradesConcluded'],
    centres: ['pinghe'],
    period: '2012-08-08..2012-12-31',
    ...more,
  })

describe('bw', () => {
  it('answers as JSON with values beside parts', async () => {
    const { code, out } = await started(['ask', question()])
    const answer = JSON.parse(out) as {
      current: { overall: Record<string, number>; values: Record<string, { value: number; text: string }> }
    }
    expect(code).toBe(0)
    expect(answer.current.overall['trades.concluded.count[concluded]']).toBe(104)
    expect(answer.current.values.tradesConcluded).toMatchObject({ value: 104, text: '104 宗' })
  })

  it('says what would be read for a question, and why, and answers the same from facts', async () => {
    const asked = JSON.stringify({
      measures: ['casesCompleted'],
      centres: ['pinghe'],
      period: '2012-08-08..2012-12-31',
      groupBy: ['window'],
    })
    const explained = JSON.parse((await command(['ask', asked, '--explain'])).out) as {
      from: { table: string; days: string[] }[]
      why: string
    }[]
    expect(explained).toMatchObject([
      {
        from: [
          { table: 'rollup_cases_window_month', days: ['2012-09-01..2012-12-31'] },
          { table: 'rollup_cases_window_day', days: ['2012-08-08..2012-08-31'] },
        ],
        why: 'the smallest rollup with these dimensions',
      },
    ])
    const rollups = await command(['ask', asked])
    const facts = await command(['ask', asked, '--facts'])
    const read = (text: string) => JSON.parse(text) as { sources: string[]; current: { values: unknown } }
    expect(read(rollups.out).sources).toEqual(['rollup_cases_window'])
    expect(read(facts.out).sources).toEqual(['Case'])
    expect(read(facts.out).current.values).toEqual(read(rollups.out).current.values)
  })

  it('lists and rebuilds rollups, finds nothing to recompute, needs Citus to distribute', async () => {
    expect((await command(['rollups', 'list'])).out).toContain('pinghe\tcases_item\twhole')
    expect((await command(['rollups', 'rebuild'])).out).toContain('built\tpinghe\tcases')
    expect((await command(['recompute'])).out).toMatch(
      /^pinghe\tcases 33264\tchanged 0\tchanged verdicts 0\n/,
    )
    const { code, err } = await command(['distribute'])
    expect([code, err.split('\n')[0]]).toEqual([1, 'citus-missing'])
  })

  it('gives the records behind a figure and the ledger as files, and audits both exports', async () => {
    const out = path.join(folder, 'rows.csv')
    const asked = JSON.stringify({
      measure: 'savings',
      centres: ['pinghe'],
      period: '2012-08-08..2012-12-31',
    })
    expect((await command(['export', 'rows', asked, '--out', out])).out).toContain(
      '104 trades, 2012-08-08..2012-12-31',
    )
    expect(readFileSync(out, 'utf8').trim().split('\r\n').length).toBe(105)
    expect((await command(['export', 'rows', asked, '--language', 'en'])).out).toMatch(/^\uFEFFTrade code,/)
    const releases = JSON.parse((await command(['export', 'ocds', '--period', '2012'])).out) as {
      version: string
      releases: { ocid: string }[]
    }
    expect(releases.version).toBe('1.1')
    const file = path.join(folder, 'releases.json')
    writeFileSync(file, JSON.stringify(releases))
    expect(
      JSON.parse(
        (
          await command([
            'signals',
            file,
            '--settings',
            '{"shortDays":1000,"singleMethods":["open"]}',
            '--code',
            'R003,R018',
          ])
        ).out,
      ),
    ).toHaveProperty('OCID')
    expect((await command(['signals', file, '--code', 'R999'])).code).toBe(2)
    expect((await command(['signals', file, '--settings', '{"colour":1}'])).code).toBe(2)
    expect((await command(['export', 'songs'])).code).toBe(2)
    expect((await database().prisma.auditEntry.findMany({ where: { action: 'export' } })).length).toBe(3)
  })

  it('lists the rows behind a figure', async () => {
    const { out } = await command(['rows', question({ measures: undefined, measure: 'banners' })])
    expect((JSON.parse(out) as { total: number }).total).toBe(10)
  })

  it('exits 2 with the words for wrong arguments', async () => {
    for (const args of [
      ['fly'],
      ['ask', '{'],
      ['ask', question({ period: '2012-13' })],
      ['ask', question({ measures: ['nope'] })],
      ['import', 'colours', 'x.csv'],
      ['generate', '--cases', 'many'],
      ['generate', '--colour', 'red'],
      ['demo', 'dance'],
      ['rollups', 'dance'],
      ['centre', 'add', 'x', '--zone', 'Mars/Base', '--name', 'x'],
      [],
    ]) {
      const { code, out, err } = await command(args)
      expect([args.join(' '), code]).toEqual([args.join(' '), 2])
      expect(out + err).not.toMatch(/ {4}at |node_modules/)
    }
  })

  it('exits 3 when the database cannot be reached: which, what to do, no password', async () => {
    const { code, err } = await started(['ask', question()], {
      DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none',
    })
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
    expect(err).toContain('第 3 行 受理时间“2012-13-40”不是时间')
    const { batchId } = JSON.parse(out) as { batchId: number }
    expect((await command(['imports'])).out).toContain('cases.csv\trows 2\tloaded 1')
    expect((await command(['undo', String(batchId)])).code).toBe(0)
    expect((await command(['undo', String(batchId)])).code).toBe(1)
  })

  it('reads an old workbook, for which the built server starts a thread', async () => {
    const book = utils.book_new()
    const rows = [
      ['受理编号', '收件时间'],
      ['X1', '2013-06-03 09:05'],
      ['X2', '2013-06-04 09:05'],
    ]
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '办件')
    const file = path.join(folder, 'old.xls')
    writeFileSync(file, write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array)
    const { code, out, err } = await started(['import', 'cases', file, '--dry-run'])
    expect([code, err.includes('Error')]).toEqual([0, false])
    expect(JSON.parse(out)).toMatchObject({ rows: 2, quarantined: 0 })
  })

  it('looks before it loads: the proposal as JSON with guesses marked; keeps mappings by name', async () => {
    const file = path.join(folder, 'export.csv')
    writeFileSync(
      file,
      iconv.encode(
        '某窗口导出,,\n受理编号,申报来源,收件时间\nL1,网厅,2013/6/3 9:05\nL2,鸽子,2013/6/4 9:05\n',
        'gb18030',
      ),
    )
    const looked = await command(['import', 'cases', file, '--look', '--save', '窗口导出'])
    expect(looked.code).toBe(0)
    expect(JSON.parse(looked.out)).toMatchObject({
      target: 'cases',
      encoding: 'gb18030',
      headerRow: 2,
      columns: { caseNumber: '受理编号', channel: '申报来源', receivedAt: '收件时间' },
      values: { channel: { 网厅: 'online' } },
    })
    expect(looked.err).toContain('? 不是 UTF-8，按 gb18030 读取')
    expect(looked.err).toContain('窗口导出 v1')
    expect((await command(['mappings'])).out).toContain('窗口导出\tv1\tcases')
    const loaded = await command(['import', 'cases', file, '--map', '窗口导出'])
    expect(loaded.code).toBe(4)
    const { batchId } = JSON.parse(loaded.out) as { batchId: number }
    const listed = await command(['quarantine', String(batchId)])
    expect(listed.out).toContain('第 4 行 渠道“鸽子”不在可用的取值之内')
    const workbook = path.join(folder, 'quarantine.xlsx')
    expect((await command(['quarantine', String(batchId), '--out', workbook])).code).toBe(0)
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK')
    expect((await command(['import', 'trades', file, '--map', '窗口导出'])).code).toBe(2)
    expect((await command(['undo', String(batchId)])).code).toBe(0)
  })

  it('keeps what belongs to a hall: hours, days, who may push, who has reported', async () => {
    expect((await command(['centre', 'add', 'second', '--name', '二号中心', '--currency', 'EUR'])).code).toBe(
      0,
    )
    expect((await command(['centre', 'add', 'second', '--name', '二号中心'])).code).toBe(1)
    expect((await command(['centre', 'list'])).out).toContain('second\t二号中心\tAsia/Shanghai\tEUR')
    expect(
      (
        await command([
          'centre',
          'hours',
          'second',
          '--from',
          '2012-01-01',
          '--morning',
          '08:00-12:00',
          '--afternoon',
          '14:30-17:30',
        ])
      ).code,
    ).toBe(0)
    expect(
      (await command(['centre', 'hours', 'second', '--from', '2012-01-01', '--morning', '8-12'])).code,
    ).toBe(2)
    expect(
      (await command(['centre', 'day', 'second', '2012-09-04', '--closed', '--reason', '台风'])).code,
    ).toBe(0)
    expect(await database().prisma.calendarOverride.count()).toBe(1)
    expect((await command(['centre', 'day', 'second', '2012-09-04', '--usual'])).code).toBe(0)
    expect(await database().prisma.calendarOverride.count()).toBe(0)
    const token = (
      await command(['source', 'add', 'approval', '--target', 'cases', '--centre', 'second'])
    ).out.trim()
    expect(token).toMatch(/^bwp_[\w-]{43}$/)
    expect((await command(['source', 'list', '--centre', 'second'])).out).toMatch(/^approval\tpush\tcases\t/)
    expect((await command(['source', 'revoke', 'approval', '--centre', 'second'])).code).toBe(0)
    expect((await command(['source', 'add', 'x', '--target', 'colours', '--centre', 'second'])).code).toBe(2)
    expect(JSON.parse((await command(['freshness', '--centre', 'pinghe'])).out)).toMatchObject({
      dataUntil: expect.stringMatching(/^201\d-\d\d-\d\d$/) as string,
      late: expect.any(Number) as number,
    })
    await database()
      .prisma.centre.delete({ where: { code: 'second' } })
      .catch(() => undefined)
  }, 120_000)

  it('loads a holiday notice and says what it would change first', async () => {
    const file = path.join(folder, '2027.json')
    writeFileSync(
      file,
      JSON.stringify({
        year: 2027,
        papers: [],
        days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }],
      }),
    )
    expect(
      JSON.parse((await command(['import', 'calendar', file, '--centre', 'pinghe', '--dry-run'])).out),
    ).toMatchObject({ batchId: 0, year: 2027, known: false, loaded: 1 })
    const { out, err } = await command(['import', 'calendar', file, '--centre', 'pinghe'])
    expect(err).toContain('bw recompute')
    const { batchId } = JSON.parse(out) as { batchId: number }
    expect((await command(['undo', String(batchId)])).code).toBe(0)
    writeFileSync(file, '{}')
    expect((await command(['import', 'calendar', file, '--centre', 'pinghe'])).code).toBe(1)
  })

  it('generates the same cases by count, which load and verify clean', async () => {
    const [first, second] = [path.join(folder, 'a.csv.gz'), path.join(folder, 'b.csv.gz')]
    await command(['generate', '--cases', '3000', '--out', first])
    await command(['generate', '--cases', '3000', '--out', second])
    expect(gunzipSync(readFileSync(first)).equals(gunzipSync(readFileSync(second)))).toBe(true)
    // Generated cases reach into later years than the clock of these tests.
    const later = { BW_NOW: '2026-12-31T00:00:00Z' }
    const { out } = await command(['import', 'cases', first, '--centre', 'pinghe'], later)
    expect(JSON.parse(out)).toMatchObject({ rows: 3000, loaded: 3000, quarantined: 0 })
    expect((await command(['verify'])).out).toContain('clean')
  })

  it('reports what verify finds', async () => {
    await database().pool.query(
      'UPDATE "Case" SET "committedVerdict" = \'overdue\' WHERE "caseNumber" = \'PH2012110690001\'',
    )
    const { code, out } = await command(['verify'])
    expect(code).toBe(1)
    expect(out).toContain('Case PH2012110690001 committedVerdict: stored overdue, computed early')
  })
})

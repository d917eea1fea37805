import type { LoadResult } from '../../server/intake/jobs/request.ts'
import type { FindingName } from '../../server/intake/propose/finding.ts'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { NamedError } from '#measures'
import { findingOfReason, findingOfWarning } from '../../server/intake/propose/announced.ts'
import { findingText } from '../../server/intake/propose/finding.ts'
import { useDatabase } from '../support/database.ts'
import { loadProposed, lookAt, sharedData, temporaryFile } from '../support/files.ts'
import { addCentre } from '../support/load.ts'

// What a look announces is what the load then does, row for row: both read by the same rules.
const database = useDatabase('empty')
const now = new Date('2026-11-28T10:00:00+08:00')
let centres = 0

const headings = '办件编号,部门,收件时间,受理时间,办结时间,补件次数,申请人'
const good = Array.from({ length: 40 }, (_, n) => `G${n},公安局,2026-09-01 09:00,2026-09-01 10:00,,0,张${n}`)
const oddCases = [
  'A1,公安局,2026-12-24 09:00,2026-12-24 09:10,,0,晚于载入',
  'A2,公安局,2026-09-03 09:00,2026-09-03 10:00,2026-09-02 09:00,0,先办后收',
  '3.50628E+17,公安局,2026-09-03 09:00,2026-09-03 10:00,,0,丢了数字',
  ',公安局,2026-09-03 09:00,2026-09-03 10:00,,0,没有编号',
  'A5,,2026-09-03 09:00,2026-09-03 10:00,,0,没有单位',
  'A6,公安局,,2026-09-03 10:00,,0,没有收件',
  'A7,公安局,昨天,2026-09-03 10:00,,0,不是时间',
  'G1,公安局,2026-09-02 09:00,2026-09-02 10:00,,0,编号重复',
  'G2,公安局,2026-09-01 09:00,2026-09-01 10:00,,0,张2',
  'A8,公安局,2026-09-03 09:00,2026-09-03 10:00,,三,不是整数',
  'A9,公安局,2026-09-03 09:00,2026-09-03 10:00,,0,名\uFFFD字',
  '=A1,公安局,2026-09-03 09:00,2026-09-03 10:00,,0,公式',
  'B1,公安局,2026-09-03 09:00',
]

const tradeHeadings = '项目编号,项目名称,交易类别,控制价,成交价,交易结果,成交日期,币种'
const oddTrades = [
  ...Array.from({ length: 9 }, (_, n) => `T${n},甲,工程建设,1000000,900000,成交,2026-09-03,CNY`),
  'P1,乙,工程建设,100,95,成交,2026-09-03,CNY',
  'P2,丙,工程建设,1000000,1,成交,2026-09-03,CNY',
  'P3,丁,工程建设,1000000,-5,成交,2026-09-03,CNY',
  'P4,戊,工程建设,1000000,1100000,成交,2026-09-03,CNY',
  'P5,己,工程建设,1000000,900000,成交,2026-09-03,USD',
  'P6,庚,工程建设,1000000,900000,成交,2026-12-24,CNY',
]

/** Rows by the finding that announces them. */
function done({ problemGroups, warnings }: LoadResult): Partial<Record<FindingName, number>> {
  const counts: Partial<Record<FindingName, number>> = {}
  const add = (about: FindingName | null, count: number): void => {
    if (about !== null) counts[about] = (counts[about] ?? 0) + count
  }
  for (const { reason, count } of problemGroups) add(findingOfReason[reason], count)
  for (const { warning, count } of warnings) add(findingOfWarning[warning], count)
  return counts
}

const announcing = new Set<FindingName>(
  [...Object.values(findingOfReason), ...Object.values(findingOfWarning)].filter(name => name !== null),
)

async function bothOf(file: string, target: TargetName): Promise<{ said: object; did: object }> {
  const code = `announced-${++centres}`
  await addCentre(database(), code)
  const seen = await lookAt(database(), code, { file, target, now })
  const said: Partial<Record<FindingName, number>> = {}
  for (const { about, details } of seen.findings)
    if (announcing.has(about)) said[about] = (said[about] ?? 0) + Number(details.count)
  const result = await loadProposed(database(), code, { file, target, now })
  return { said, did: done(result) }
}

describe('what a look announces and what the load does', () => {
  it('are the same for cases of every kind', async () => {
    const file = temporaryFile('cases.csv', [headings, ...good, ...oddCases].join('\n'))
    const { said, did } = await bothOf(file, 'cases')
    expect(said).toEqual(did)
    expect(did).toMatchObject({
      afterToday: 1,
      endsBeforeStart: 1,
      ruinedKeys: 1,
      withoutUnit: 1,
      receiptFromAcceptance: 1,
      timeUnreadable: 1,
      duplicateKeys: 1,
      brokenNames: 1,
      // No key, no whole number, a formula, too few cells.
      rowsRefused: 4,
    })
  }, 120_000)

  it('are the same for trades of every kind', async () => {
    const file = temporaryFile('trades.csv', [tradeHeadings, ...oddTrades].join('\n'))
    const { said, did } = await bothOf(file, 'trades')
    expect(said).toEqual(did)
    expect(did).toMatchObject({
      percentPairs: 1,
      tokenPrices: 1,
      negativeMoney: 1,
      aboveCeiling: 1,
      foreignCurrency: 1,
      afterToday: 1,
    })
  }, 120_000)

  it('says why rows are refused in either language', async () => {
    const file = temporaryFile('cases.csv', [headings, ...good, ...oddCases].join('\n'))
    await addCentre(database(), 'announced-words')
    const { findings } = await lookAt(database(), 'announced-words', { file, target: 'cases', now })
    const refused = findings.filter(({ about }) => about === 'rowsRefused')
    expect(refused.map(finding => findingText(finding, 'zh'))).toContain(
      '“补件次数”有 1 行不是整数（例：三）；这些行不会载入',
    )
    expect(refused.map(finding => findingText(finding, 'en'))).toContain(
      '“补件次数” of 1 rows is not a whole number (such as 三); these rows will not be loaded',
    )
  }, 120_000)
})

interface Edge {
  target: string
  /** What a person has to add to the proposal before the load. */
  load?: object
}

const expectedFile = path.join(sharedData, 'edges', 'expected.json')
const edges = existsSync(expectedFile)
  ? Object.entries((JSON.parse(readFileSync(expectedFile, 'utf8')) as { files: Record<string, Edge> }).files)
  : []
const asProposed = edges.filter(([, { target, load }]) => target !== 'ocds' && load === undefined)
if (edges.length === 0) process.stdout.write('skipped: shared data not present\n')

describe.skipIf(edges.length === 0)('on the small files of one fault each', () => {
  it('the counts announced are those of the load', async () => {
    const different: string[] = []
    let compared = 0
    for (const [name, { target }] of asProposed) {
      try {
        const { said, did } = await bothOf(path.join(sharedData, 'edges', name), target as TargetName)
        compared++
        if (!isDeepStrictEqual(said, did))
          different.push(`${name}: ${JSON.stringify(said)} ≠ ${JSON.stringify(did)}`)
      } catch (error) {
        // A file that lacks what its target needs is refused as a whole, and nothing can differ.
        if (!(error instanceof NamedError)) throw error
      }
    }
    process.stdout.write(`looks compared with loads: ${compared} of ${edges.length} files\n`)
    expect(different).toEqual([])
    expect(compared).toBeGreaterThan(20)
  }, 300_000)
})

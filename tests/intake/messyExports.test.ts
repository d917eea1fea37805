import type { Finding } from '../../server/intake/propose/finding.ts'
import type { SourceRecord } from '../../server/intake/read/source.ts'
import type { Mapping } from '../../server/intake/rows/mapping.ts'
import type { Row } from '../../server/intake/targets/target.ts'
import type { MessyFile } from '../support/messy/files.ts'
import type { CleanCase, CleanTrade } from '../support/messy/tables.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { HallTime, textOfDay } from '#measures'
import { Random } from '../../prisma/demo/random.ts'
import { rehearse } from '../../server/intake/batch/rehearse.ts'
import { announced, withAnnounced } from '../../server/intake/propose/announced.ts'
import { weightOf } from '../../server/intake/propose/finding.ts'
import { propose } from '../../server/intake/propose/propose.ts'
import { detectForm } from '../../server/intake/read/detect.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openFile } from '../../server/intake/read/open.ts'
import { Completion } from '../../server/intake/rows/completion.ts'
import { parseMapping } from '../../server/intake/rows/mapping.ts'
import { withRepeats } from '../../server/intake/rows/repeats.ts'
import { RowReader } from '../../server/intake/rows/rowReader.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { KnownCatalogue, nothingKnown } from '../../server/intake/targets/knownCatalogue.ts'
import { hall } from '../support/calendar.ts'
import { messyFile } from '../support/messy/files.ts'
import { casesTable, tradesTable } from '../support/messy/tables.ts'

// Clean rows are written as messy exports; each file must come out as the clean rows, or somebody must be
// told.
// 300 in the ordinary run; BW_MESSY_FILES=2000 for the whole set.
const files = Number(process.env.BW_MESSY_FILES ?? 300)
const folder = mkdtempSync(path.join(tmpdir(), 'brightwindow-messy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const now = Date.parse('2026-11-28T02:00:00Z')
const units = ['水务局', '文旅局', '住建局', '民政局']
const items = ['取水许可', '营业性演出审批', '户外广告设置许可']
const nothing = nothingKnown()
units.forEach((name, index) => nothing.ids.unit.set(name, index + 1))
items.forEach((name, index) => nothing.ids.item.set(name, index + 1))
const catalogue = new KnownCatalogue(nothing)
const centre = {
  id: 1,
  code: 'messy',
  name: '',
  nameEn: '',
  dataVersion: 1,
  openedOn: null,
  currency: 'CNY',
  hall: HallTime.of(hall.plain),
  settingChanges: [],
}

const two = (part: number): string => String(part).padStart(2, '0')
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const timeIn = (random: Random): string => `${two(random.whole(8, 16))}:${two(random.whole(0, 59))}`

function cleanCases(random: Random): CleanCase[] {
  const months = random.pick([['2026-09'], ['2026-08', '2026-09']])
  const cases = Array.from({ length: random.whole(6, 14) }, (_, index): CleanCase => {
    const received = { day: `${random.pick(months)}-${two(random.whole(1, 20))}`, time: timeIn(random) }
    const length = random.whole(0, 9)
    const completed =
      length === 0
        ? { day: received.day, time: `17:${two(random.whole(0, 29))}` }
        : { day: dayAfter(received.day, length), time: timeIn(random) }
    return {
      number: `SL2026${two(index)}${random.whole(1000, 9999)}`,
      unit: random.pick(units),
      item: random.pick(items),
      received,
      completed: random.chance(0.8) ? completed : null,
      due: dayAfter(received.day, random.whole(1, 8)),
    }
  })
  return cases.sort((a, b) => a.unit.localeCompare(b.unit))
}

function cleanTrades(random: Random): CleanTrade[] {
  return Array.from({ length: random.whole(5, 12) }, (_, index): CleanTrade => {
    const base = random.whole(20_000, 900_000) * 10_000
    return {
      code: `JY-2026-${two(index)}${random.whole(100, 999)}`,
      name: `第${index + 1}标段`,
      category: random.pick(['works', 'procurement'] as const),
      base,
      award: Math.round(base * (0.8 + random.next() * 0.19)),
      concluded: `2026-${random.pick(['08', '09'])}-${two(random.whole(1, 28))}`,
    }
  })
}

/** Figures as a person counts them, worked out from the clean rows alone. */
function figuresOfCases(cases: readonly CleanCase[]): Record<string, number> {
  const figures: Record<string, number> = { rows: cases.length }
  const add = (name: string, value = 1): void => void (figures[name] = (figures[name] ?? 0) + value)
  for (const { unit, received, completed, due } of cases) {
    add(`received ${received.day}`)
    add(`unit ${units.indexOf(unit) + 1}`)
    add(`due ${due}`)
    if (!completed) continue
    add(`completed ${completed.day}`)
    add('judged')
    if (completed.day > due) add('overdue')
    if (completed.day < due) add('early')
  }
  return figures
}

function figuresOfTrades(trades: readonly CleanTrade[]): Record<string, number> {
  const figures: Record<string, number> = { rows: trades.length, base: 0, award: 0 }
  for (const { base, award, concluded, category } of trades) {
    figures.base = (figures.base ?? 0) + base
    figures.award = (figures.award ?? 0) + award
    for (const name of [`concluded ${concluded}`, category]) figures[name] = (figures[name] ?? 0) + 1
  }
  return figures
}

/** The same figures, from rows as they would be stored. */
function figuresOfRows(rows: readonly Row[], target: 'cases' | 'trades'): Record<string, number> {
  const figures: Record<string, number> = { rows: rows.length }
  const add = (name: string, value = 1): void => void (figures[name] = (figures[name] ?? 0) + value)
  const day = (value: Row[string] | undefined): string => (typeof value === 'number' ? textOfDay(value) : '—')
  if (target === 'trades') {
    Object.assign(figures, { base: 0, award: 0 })
    for (const row of rows) {
      add('base', Number(row.baseFen))
      add('award', Number(row.awardFen))
      add(`concluded ${day(row.concludedDay)}`)
      add(String(row.category))
    }
    return figures
  }
  for (const row of rows) {
    add(`received ${day(row.receivedDay)}`)
    add(`unit ${String(row.unitId)}`)
    add(`due ${day(row.committedDueDay)}`)
    if (row.completedDay !== null) add(`completed ${day(row.completedDay)}`)
    if (row.committedVerdict !== null) add('judged')
    if (row.committedVerdict === 'overdue') add('overdue')
    if (row.committedVerdict === 'early') add('early')
  }
  return figures
}

interface Outcome {
  figures: Record<string, number>
  refused: string[]
  findings: Finding[]
  mapping: Mapping
}

/** Looks at a file, takes the proposal, and works its rows out as a load does, without a database. */
async function workedOut(
  file: string,
  { sheetAMonth }: MessyFile,
  target: 'cases' | 'trades',
): Promise<Outcome> {
  const given = sheetAMonth ? { sheets: 'all' as const } : {}
  const detected = await detectForm(file, given, defaultLimits)
  const source = await openFile(file, detected.form, defaultLimits)
  const records: SourceRecord[] = []
  for await (const record of source.records) records.push(record)
  const { headers } = source
  const { mapping: proposed, findings: seen } = propose(
    targets[target],
    { headers, rows: records.map(({ cells }) => cells) },
    {
      earlier: null,
      members: { has: (kind, text) => catalogue.idOf(kind, text) !== null, any: () => true },
      above: detected.above,
      currency: 'CNY',
    },
  )
  const mapping = parseMapping(
    target === 'trades'
      ? { ...proposed, constants: { outcome: 'concluded', ...proposed.constants } }
      : proposed,
    'messy',
  )
  const rehearsal = await rehearse(
    { target: targets[target], mapping, headers, records },
    { centre, catalogue, now: new Date(now) },
  )
  const about = { mapping, target: targets[target], currency: 'CNY' }
  const findings = withAnnounced(seen, announced(rehearsal, about))
  const reader = new RowReader(targets[target], mapping, { headers, centre, now })
  const completion = new Completion(targets[target], { centre, catalogue, prices: mapping }, reader.columns)
  const rows: Row[] = []
  const refused: string[] = []
  const again = {
    ...source,
    records: (async function* () {
      yield* records
    })(),
  }
  for await (const record of withRepeats(again, targets[target], mapping).records) {
    const read = reader.read(record, catalogue)
    if (read === 'leftOut') continue
    const completed = 'reason' in read ? { problem: read } : completion.complete(read, undefined, undefined)
    if (completed === 'unchanged') continue
    if ('problem' in completed) refused.push(`${completed.problem.field} ${completed.problem.reason}`)
    else rows.push(completed.values)
  }
  return {
    figures: figuresOfRows(rows, target),
    refused,
    findings: [...detected.findings, ...findings],
    mapping,
  }
}

type Kind = 'equal' | 'refused' | 'silent'

async function tried(seed: number): Promise<{ kind: Kind; why: string }> {
  const random = new Random(`messy ${seed}`)
  const target = random.chance(0.6) ? 'cases' : 'trades'
  const cases = cleanCases(random)
  const trades = cleanTrades(random)
  const messy = messyFile(
    target === 'cases' ? casesTable(cases, random) : tradesTable(trades, random),
    random,
  )
  const file = path.join(folder, `${seed}-${messy.name}`)
  writeFileSync(file, messy.bytes)
  const clean = target === 'cases' ? figuresOfCases(cases) : figuresOfTrades(trades)
  const why = (rest: string): string => `${seed}: ${messy.made}: ${rest}`
  try {
    const { figures, refused, findings } = await workedOut(file, messy, target)
    const different = [...new Set([...Object.keys(clean), ...Object.keys(figures)])].filter(
      name => (clean[name] ?? 0) !== (figures[name] ?? 0),
    )
    if (different.length === 0) return { kind: 'equal', why: why('') }
    const warned = findings
      .filter(finding => weightOf(finding) === 'wrong' && finding.about !== 'notRows')
      .map(({ about }) => about)
    return {
      kind: refused.length > 0 || warned.length > 0 ? 'refused' : 'silent',
      why: why(`${different.slice(0, 3).join('; ')} [${[...new Set([...refused, ...warned])].join(', ')}]`),
    }
  } catch (cause) {
    return { kind: 'refused', why: why((cause as Error).message) }
  } finally {
    rmSync(file)
  }
}

describe('messy exports', () => {
  it(`${files} files come out as the clean rows, or somebody is told`, { timeout: 3_600_000 }, async () => {
    const counts: Record<Kind, number> = { equal: 0, refused: 0, silent: 0 }
    const told: string[] = []
    const silent: string[] = []
    for (let seed = 1; seed <= files; seed++) {
      const { kind, why } = await tried(seed)
      counts[kind]++
      if (kind === 'silent') silent.push(why)
      if (kind === 'refused') told.push(why)
    }
    const { equal, refused, silent: differing } = counts
    process.stdout.write(
      `messy exports: ${files} files, ${equal} equal, ${refused} refused with a finding, ` +
        `${differing} silently different\n`,
    )
    expect(silent).toEqual([])
    // A reader that refuses everything would be no reader.
    expect(counts.equal / files, told.slice(0, 10).join('\n')).toBeGreaterThan(0.95)
  })
})

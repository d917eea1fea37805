import type { LoadResult } from '../../server/intake/jobs/request.ts'
import type { FindingName } from '../../server/intake/propose/finding.ts'
import type { Look } from '../../server/intake/propose/look.ts'
import type { MappingInput } from '../../server/intake/rows/mapping.ts'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { findingText, weightOf } from '../../server/intake/propose/finding.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addsUp, loadProposed, lookAt, sharedData } from '../support/files.ts'
import { addCentre } from '../support/load.ts'

// Small files, each about one thing that real files do, loaded as proposed; expected.json beside them
// says what is right.
const folder = path.join(sharedData, 'edges')
const present = existsSync(path.join(folder, 'expected.json'))
if (!present) process.stdout.write('skipped: shared data not present\n')

type States = Pick<LoadResult, 'loaded' | 'unchanged' | 'corrected' | 'quarantined' | 'leftOut'>

interface Figure {
  measure: string
  period: string
  value: number | null
  numerator?: number
  n?: number
  groupBy?: string
  values?: Record<string, number | null>
  within?: number
  comparison?: string
}

interface Expected {
  target: string
  rows: number
  states?: States
  statesAnyOf?: (States | 'refused')[]
  figures: Figure[]
  figuresAnyOf?: Figure[][]
  load?: Pick<MappingInput, 'constants' | 'values' | 'missing' | 'moneyUnits'> & {
    columns?: MappingInput['columns']
  }
  rowsRefused?: string[]
  rowsLoaded?: string[]
  rowsMoney?: Record<string, { awardFen?: number; baseFen?: number | null }>
  headings?: number
  follow?: string[]
  clock?: string
  centre?: { zone: string; calendar: string; currency: string }
}

const expectedFiles: Record<string, Expected> = present
  ? (
      JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as {
        files: Record<string, Expected>
      }
    ).files
  : {}

/** What a look must say of a file, without any hint. */
const says: Record<string, FindingName[]> = {
  'accepted-only.xlsx': ['receiptFromAcceptance'],
  'year-1900-completion.csv': ['placeholderDates'],
  'completed-before-received.csv': ['endsBeforeStart'],
  'future-dated.csv': ['afterToday'],
  'limit-in-days.csv': ['limitTexts'],
  'merged-unit-cells.xlsx': ['mergedCells', 'withoutUnit'],
  'merged-buyer-cells.xlsx': ['mergedCells'],
  'two-line-headings.xlsx': ['headingLines'],
  'two-line-headings-with-title.xlsx': ['headingLines', 'notRows'],
  'unit-line-and-subtotals.xlsx': ['unitLine', 'notRows'],
  'hidden-first-sheet.xlsx': ['hiddenSheets'],
  'monthly-sheets.xlsx': ['allSheets'],
  'footer-lines.xlsx': ['notRows'],
  'scientific-keys.csv': ['ruinedKeys'],
  'eighteen-digit-keys.xlsx': ['ruinedKeys'],
  'status-column.csv': ['openStates', 'valueGuess'],
  'one-row-per-step.csv': ['repeatedKeys'],
  'wan-suffix-money.csv': ['moneyUnreadable'],
  'wan-beside-yuan.csv': ['unitImplausible'],
  'one-yuan-awards.csv': ['tokenPrices'],
  'percent-among-prices.csv': ['percentPairs'],
  'negative-award.csv': ['negativeMoney'],
  'award-above-ceiling.csv': ['aboveCeiling'],
  'missing-words.csv': ['missingWords'],
  'usd-among-yuan.csv': ['foreignCurrency'],
  'trades-without-day.csv': ['requiredMissing'],
  'blank-outcome.csv': ['requiredMissing', 'unusedState'],
}

const database = useDatabase('empty')
const fallbackNow = '2026-11-28T10:00:00+08:00'
const codeOf = (name: string): string => `edge-${name}`

async function makeCentre(name: string, { centre }: Expected): Promise<void> {
  await addCentre(
    database(),
    codeOf(name),
    centre ? { timeZone: centre.zone, calendar: centre.calendar === 'none' ? null : centre.calendar } : {},
  )
  if (centre)
    await database().prisma.centre.update({
      where: { code: codeOf(name) },
      data: { currency: centre.currency },
    })
}

const targetOf = ({ target }: Expected): TargetName => (target === 'ocds' ? 'trades' : target) as TargetName

function corrected(mapping: MappingInput, { load }: Expected): MappingInput {
  if (!load) return mapping
  const { columns = {}, ...tables } = load
  const merged: Record<string, unknown> = { ...mapping, columns: { ...mapping.columns, ...columns } }
  for (const [key, table] of Object.entries(tables))
    merged[key] = { ...(merged[key] as object), ...(table as object) }
  return merged as MappingInput
}

async function loadEdge(name: string, into: string): Promise<LoadResult> {
  const expected = expectedFiles[name]!
  return loadProposed(database(), codeOf(into), {
    file: path.join(folder, name),
    target: targetOf(expected),
    correct: mapping => corrected(mapping, expected),
    now: new Date(expected.clock ?? fallbackNow),
  })
}

async function checkFigure(name: string, figure: Figure): Promise<void> {
  const measure = measureNamed(figure.measure)
  const { current } = await ask(
    {
      measures: [figure.measure],
      centres: [codeOf(name)],
      period: figure.period,
      ...(figure.groupBy && { groupBy: [figure.groupBy] }),
    },
    { database: database(), scope: wholeScope, now: new Date(expectedFiles[name]!.clock ?? fallbackNow) },
  )
  for (const [member, value] of Object.entries(figure.values ?? {})) {
    const cell = current.totals.find(total => (total.members[0] ?? '') === member)
    const own = cell ? figureOf(measure, cell.parts).value : null
    if (value === null) expect(own, `${figure.measure} of ${member}`).toBeNull()
    else if (figure.within === undefined) expect(own, `${figure.measure} of ${member}`).toBeCloseTo(value, 9)
    else
      expect(Math.abs((own ?? 0) - value), `${figure.measure} of ${member}`).toBeLessThanOrEqual(
        figure.within * value,
      )
  }
  if (figure.groupBy) return
  const got = figureOf(measure, current.overall)
  if (figure.value === null) expect(got.value, figure.measure).toBeNull()
  else expect(got.value, figure.measure).toBeCloseTo(figure.value, 9)
  if (figure.n !== undefined)
    expect([got.numerator, got.n], figure.measure).toEqual([figure.numerator, figure.n])
}

async function checkRows(
  name: string,
  { rowsRefused = [], rowsLoaded = [], rowsMoney = {}, target }: Expected,
): Promise<void> {
  const { prisma } = database()
  const { id: centreId } = await prisma.centre.findUniqueOrThrow({ where: { code: codeOf(name) } })
  const where = { centreId }
  const cases = await prisma.case.findMany({ where, select: { caseNumber: true } })
  const trades = await prisma.trade.findMany({
    where,
    select: { tradeCode: true, baseFen: true, awardFen: true },
  })
  const keys =
    target === 'cases' ? cases.map(caseRow => caseRow.caseNumber) : trades.map(trade => trade.tradeCode)
  expect(keys.filter(key => rowsRefused.includes(key))).toEqual([])
  if (rowsLoaded.length > 0) expect(keys.sort()).toEqual(rowsLoaded.toSorted())
  for (const [key, money] of Object.entries(rowsMoney)) {
    const trade = trades.find(trade => trade.tradeCode === key)
    for (const [column, value] of Object.entries(money)) {
      const stored = trade?.[column as 'awardFen'] ?? null
      expect(stored === null ? null : Number(stored), `${column} of ${key}`).toBe(value)
    }
  }
}

const simple = (figures: readonly Figure[]): Figure[] =>
  figures.filter(figure => figure.comparison === undefined && !figure.measure.startsWith('rows of '))

describe.skipIf(!present)('a look at each file', () => {
  const looks: Record<string, Look> = {}
  beforeAll(async () => {
    await addCentre(database(), 'looks')
    for (const name of Object.keys(expectedFiles))
      looks[name] = await lookAt(database(), 'looks', {
        file: path.join(folder, name),
        target: targetOf(expectedFiles[name]!),
        now: new Date(expectedFiles[name]!.clock ?? fallbackNow),
      })
  }, 600_000)

  it.each(Object.entries(says))('%s says what a person must know', (name, abouts) => {
    expect(looks[name]!.findings.map(finding => finding.about)).toEqual(expect.arrayContaining(abouts))
  })

  it('recognises every file whose headings say enough, as what it is', () => {
    const matching = Object.values(looks).filter(look => look.mapping !== null)
    expect(matching).toHaveLength(Object.keys(looks).length)
  })

  it('puts first what will be wrong, then guesses, then what is unused', () => {
    for (const look of Object.values(looks)) {
      const ranks = look.findings.map(finding =>
        ['wrong', 'guess', 'unused', 'sure'].indexOf(weightOf(finding)),
      )
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }
  })

  it('names no yuan where the currency is another', async () => {
    const [name, expected] = ['usd-trade.csv', expectedFiles['usd-trade.csv']!]
    await makeCentre(`look-${name}`, expected)
    const look = await lookAt(database(), codeOf(`look-${name}`), {
      file: path.join(folder, name),
      target: 'trades',
    })
    const texts = look.findings.flatMap(finding => [findingText(finding, 'zh'), findingText(finding, 'en')])
    expect(texts.filter(text => /yuan|元/.test(text))).toEqual([])
  })

  it('shows the columns that hold anything and no others', () => {
    for (const [name, { headings }] of Object.entries(expectedFiles))
      if (headings !== undefined) expect(looks[name]!.headers).toHaveLength(headings)
  })
})

describe.skipIf(!present)('each file, loaded as proposed', () => {
  const followers = new Set(Object.values(expectedFiles).flatMap(({ follow = [] }) => follow))
  const names = Object.keys(expectedFiles).filter(name => !followers.has(name))

  async function checkFile(name: string): Promise<void> {
    const expected = expectedFiles[name]!
    await makeCentre(name, expected)
    const result = await loadEdge(name, name)
    expect(addsUp(result)).toBe(true)
    const { loaded, unchanged, corrected: changed, quarantined, leftOut } = result
    const states: States = { loaded, unchanged, corrected: changed, quarantined, leftOut }
    expect(expected.statesAnyOf ?? [expected.states]).toContainEqual(states)
    expect(result.rows).toBe(expected.rows)
    await checkRows(name, expected)
    const place =
      expected.statesAnyOf?.findIndex(state => JSON.stringify(state) === JSON.stringify(states)) ?? 0
    for (const figure of simple(expected.figuresAnyOf?.[place] ?? expected.figures))
      await checkFigure(name, figure)
    for (const next of expected.follow ?? []) {
      const later = await loadEdge(next, name)
      expect(expectedFiles[next]!.states).toMatchObject({
        loaded: later.loaded,
        quarantined: later.quarantined,
      })
    }
  }

  it.each(names)('%s is right', checkFile, 120_000)
})

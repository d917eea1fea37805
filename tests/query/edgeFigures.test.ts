import type { Answer, MeasureId, ValuedAnswer } from '#measures'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import type { Asked, Said } from '../support/fourWays.ts'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { figureOf, measureNamed, printingOf, proseFigure } from '#measures'
import { appRouter } from '../../server/router.ts'
import { useDatabase } from '../support/database.ts'
import { loadProposed, sharedData } from '../support/files.ts'
import { byCommand, commandOutput, inBriefing, onScreen, screenContext } from '../support/fourWays.ts'
import { addCentre } from '../support/load.ts'

// The edges of what may be said, each asked in the four ways in which a figure leaves the product: as
// the screen asks it, on the command line, in a briefing, and in an exported file. Beside the files of
// tests/fixtures the same is done with shared files, where they are.

interface Figure {
  measure: string
  period: string
  value: number | null
  text?: string
  numerator?: number
  n?: number
  groupBy?: string
  values?: Record<string, number | null>
  texts?: Record<string, string>
  covered?: Record<string, number>
  within?: number
  comparison?: string
  earlier?: { from: string; to: string; value: number } | null
  change?: string
}
interface Expected {
  target: string
  figures: Figure[]
  figuresAnyOf?: Figure[][]
  follow?: string[]
  clock?: string
  centre?: { zone: string; calendar: string; currency: string }
  /** A fact whose days from one date to another are declared to be known. */
  declared?: [fact: string, from: string, to: string]
}

const names = [
  'second-year-without-base',
  'stale-fact',
  'leap-day',
  'zero-saving',
  'usd-trade',
  'annulled-trade',
  'award-above-ceiling',
  'future-dated',
  'median-of-few',
]
const folders = {
  own: path.resolve(import.meta.dirname, '../fixtures/edges'),
  shared: path.join(sharedData, 'edges'),
}
type Source = keyof typeof folders
const expectedOf = (source: Source): Record<string, Expected> => {
  const file = path.join(folders[source], 'expected.json')
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, Expected> }).files
    : {}
}
const expected = { own: expectedOf('own'), shared: expectedOf('shared') }
if (Object.keys(expected.shared).length === 0) process.stdout.write('skipped: shared data not present\n')

const database = useDatabase('empty')
const fallbackNow = '2026-11-28T10:00:00+08:00'

async function addEdgeCentre(code: string, { centre, declared }: Expected): Promise<void> {
  const { prisma } = database()
  await addCentre(
    database(),
    code,
    centre ? { timeZone: centre.zone, calendar: centre.calendar === 'none' ? null : centre.calendar } : {},
  )
  const { id } = await prisma.centre.update({
    where: { code },
    data: { currency: centre?.currency ?? 'CNY' },
  })
  if (declared) {
    const [fact, from, to] = declared
    await prisma.declaredDays.create({
      data: {
        centreId: id,
        fact: fact as 'cases',
        fromDay: new Date(from),
        toDay: new Date(to),
        known: true,
        reason: 'register checked',
        byUser: 'test',
        at: new Date(fallbackNow),
      },
    })
  }
}

/** Sign or word of a difference or of a share of one. */
const claimsChange = /[%升降增减]|多 |少 |持平/

interface Wanted {
  value: number | null
  within: number
  text: string | undefined
  /** The value is of no record: it prints — even where it is 0. */
  isUncovered: boolean
}

async function checkFigure(figure: Figure, asked: Asked, wanted: Wanted): Promise<string> {
  const screen = await onScreen(asked)
  const command = await byCommand(asked)
  const { read, exported, file } = await inBriefing(asked)
  const about = `${figure.measure} ${figure.period} ${JSON.stringify(asked.filters)}`
  for (const [way, said] of Object.entries({ screen, command, read, exported })) {
    if (wanted.value === null) expect(said.value, `${about} by ${way}`).toBeNull()
    else
      expect(Math.abs(said.value! - wanted.value), `${about} by ${way}`).toBeLessThanOrEqual(
        wanted.within * Math.abs(wanted.value) + 1e-6,
      )
    expect(said.earlier, `base of ${about} by ${way}`).toEqual(screen.earlier)
    if (screen.earlier === null) expect(said.change, `change of ${about} by ${way}`).not.toMatch(claimsChange)
  }
  const measure = measureNamed(asked.measure)
  const prose = proseFigure(figureOf(measure, screen.answer.current.overall), measure, {
    ...printingOf(screen.answer, 'zh'),
    form: 'plain',
  })
  expect([command.text, read.text, exported.text], about).toEqual([screen.text, prose, prose])
  if (wanted.text !== undefined) expect(screen.text, about).toBe(wanted.text)
  if (wanted.value === null || wanted.isUncovered) expect(screen.text, about).toBe('—')
  else expect(screen.text, about).not.toBe('—')
  checkBase(figure, screen, command, read)
  return [screen.text, screen.change, command.text, command.change, read.text, read.change, file].join('\n')
}

function checkBase(
  figure: Figure,
  screen: Said & { answer: Answer },
  command: Said & { answer: ValuedAnswer },
  read: Said,
): void {
  const { comparison, earlier, change } = figure
  if (comparison === undefined) return
  if (earlier === null) {
    expect(screen.earlier).toBeNull()
    // The reason is said, and it is the same everywhere.
    expect(screen.change).toMatch(/数据/)
    expect(command.change).toBe(screen.change)
    expect(read.change).toBe('')
    return
  }
  if (earlier === undefined) return
  const side = screen.answer.earlier!
  expect({ from: side.from, to: side.to }).toEqual({ from: earlier.from, to: earlier.to })
  expect(figureOf(measureNamed(figure.measure), side.overall).value).toBe(earlier.value)
  if (change === undefined) return
  expect(screen.earlier).toBe(earlier.value)
  expect(command.change).toBe(change)
  expect(read.change).toMatch(/^同比/)
}

/** The rows behind a figure: on the screen, on the command line and in the exported file. */
async function checkRows(figure: Figure, asked: Omit<Asked, 'measure'>): Promise<void> {
  const question = {
    measure: figure.measure.replace('rows of ', ''),
    centres: [asked.code],
    period: figure.period,
  }
  const caller = appRouter.createCaller(await screenContext(asked))
  const { total } = await caller.measures.rows({ ...question, limit: 1 })
  const shown = JSON.parse(await commandOutput(['rows', JSON.stringify(question)], asked)) as {
    total: number
  }
  const file = parse(await commandOutput(['export', 'rows', JSON.stringify(question)], asked), {
    bom: true,
  }) as unknown[]
  expect([total, shown.total, file.length - 1], figure.period).toEqual([
    figure.value,
    figure.value,
    figure.value,
  ])
}

async function checkEdge(source: Source, name: string): Promise<string> {
  const file = `${name}.csv`
  const edge = expected[source][file]!
  const code = `${source}-${name}`
  const now = new Date(edge.clock ?? fallbackNow)
  await addEdgeCentre(code, edge)
  for (const each of [file, ...(edge.follow ?? [])])
    await loadProposed(database(), code, {
      file: path.join(folders[source], each),
      target: expected[source][each]!.target as TargetName,
      now,
    })
  const texts: string[] = []
  for (const figure of [...edge.figures, ...(edge.figuresAnyOf?.[0] ?? [])]) {
    const common = {
      database: database(),
      code,
      now,
      period: figure.period,
      comparison: figure.comparison ?? 'none',
      filters: [],
    }
    if (figure.measure.startsWith('rows of ')) {
      await checkRows(figure, common)
      continue
    }
    const measure = figure.measure as MeasureId
    const within = figure.within ?? 0
    if (!figure.groupBy) {
      const wanted = { value: figure.value, within, text: figure.text, isUncovered: false }
      texts.push(await checkFigure(figure, { ...common, measure }, wanted))
      continue
    }
    for (const [member, value] of Object.entries(figure.values ?? {})) {
      const filters = [{ dimension: figure.groupBy, in: [member] }]
      const text = figure.texts?.[member]
      const isUncovered = figure.covered?.[member] === 0 || text === '—'
      texts.push(
        await checkFigure(figure, { ...common, measure, filters }, { value, within, text, isUncovered }),
      )
    }
  }
  expect(texts.length).toBeGreaterThan(0)
  return texts.join('\n')
}

describe.each(Object.keys(folders) as Source[])('edges, %s files', source => {
  const present = names.filter(name => expected[source][`${name}.csv`])
  const checked = new Map<string, string>()

  it.each(present)(
    '%s: screen, command, briefing and export give the same expected figures',
    async name => {
      checked.set(name, await checkEdge(source, name))
    },
    120_000,
  )

  it.skipIf(present.length === 0)('a centre in dollars never names yuan, in no text and in no file', () => {
    expect(checked.get('usd-trade')).toContain('USD')
    expect(checked.get('usd-trade')).not.toMatch(/元|yuan|CNY/)
  })

  it.skipIf(present.length === 0)('a loss reads as what it is, without a minus sign', () => {
    expect(checked.get('award-above-ceiling')).toContain('超出控制价')
  })
})

beforeAll(() => expect(Object.keys(expected.own).length).toBeGreaterThanOrEqual(names.length))

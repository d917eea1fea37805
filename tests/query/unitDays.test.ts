import type { Answer } from '#measures'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeIn, dayFromText, figureOf, measureNamed, textOfDay, weekdayOf, whyNotWords } from '#measures'
import { seriesRows } from '../../server/briefing/seriesRows.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { declareDays, declaredDays, withdrawDays } from '../../server/centres/declaredDays.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { byCommand, commandOutput, inBriefing, onScreen } from '../support/fourWays.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const code = 'units'
const now = new Date('2012-12-10T10:00:00+08:00')
const context = () => ({ database: database(), scope: wholeScope, now })
const day = (text: string): number => dayFromText(text) ?? Number.NaN
const measure = measureNamed('casesReceived')

/** A case every weekday at each window: W1 is of the unit U1 (工商局), W2 and W3 are of U2 (交管大队). */
function cases(): string {
  const lines = ['caseNumber,window,receivedAt']
  for (let date = day('2012-09-03'); date <= day('2012-12-07'); date++)
    if (weekdayOf(date) < 6)
      for (const window of ['W1', 'W2', 'W3'])
        lines.push(`${date}-${window},${window},${textOfDay(date)} 09:00`)
  return lines.join('\n')
}

beforeAll(async () => {
  await addCentre(database(), code)
  await loadSmallHall(database(), code)
  await load(database(), { centre: code, target: 'cases', now }, cases())
}, 120_000)

interface Declared {
  unit: string | null
  from: string
  to: string
  known: boolean
}

/** Leaves exactly these declarations. */
async function declare(...all: Declared[]): Promise<void> {
  const centre = await centresOf(database()).find(code)
  for (const { id } of await declaredDays(database(), centre)) await withdrawDays(database(), centre, id)
  for (const declared of all)
    await declareDays(database(), centre, { ...declared, fact: 'cases', reason: '停电', by: 'test', at: now })
}

async function november(more: Partial<Parameters<typeof ask>[0]> = {}): Promise<Answer> {
  return ask(
    { measures: ['casesReceived'], centres: [code], period: '2012-11', comparison: 'previous', ...more },
    context(),
  )
}

const only = (dimension: string, ...members: string[]) => ({ filters: [{ dimension, in: members }] })

/** The words of a change that is not there, for all members or for one; empty where it is. */
function whyNot(answer: Answer, member?: string): string {
  const parts = (side: Answer['current'] | null) =>
    side?.totals.find(({ members }) => members[0] === member)?.parts ?? {}
  const difference = changeIn(
    measure,
    answer,
    member === undefined
      ? undefined
      : { now: parts(answer.current), before: parts(answer.earlier), members: [member] },
  )
  return difference.whyNot ? whyNotWords(difference.whyNot, 'zh', '2012') : ''
}

const gap = { unit: 'U2', from: '2012-10-10', to: '2012-10-12', known: false }
const reason = '对比期交管大队10月10日至10月12日无数据，不作比较'

describe('missing days of one unit', () => {
  it('take the change from every total that includes it, and name it', async () => {
    await declare(gap)
    const answer = await november()
    expect(whyNot(answer)).toBe(reason)
    expect(answer.earlier?.coverage.cases).toMatchObject({
      known: 'partly',
      missing: [{ from: '2012-10-10', to: '2012-10-12' }],
      apart: { rest: { known: 'known', missing: [] }, units: [{ unit: { code: 'U2' }, known: 'partly' }] },
    })
    expect(answer.current.coverage.cases?.known).toBe('known')
    expect(whyNot(await november(only('unit', 'U1', 'U2')))).toBe(reason)
  })

  it('leave questions about others as they are, by unit and by window', async () => {
    await declare(gap)
    expect(whyNot(await november(only('unit', 'U1')))).toBe('')
    expect(whyNot(await november(only('window', 'W1')))).toBe('')
    expect(whyNot(await november(only('unit', 'U2')))).toBe(reason)
    expect(whyNot(await november(only('window', 'W3')))).toBe(reason)
    expect(whyNot(await november(only('item', 'NOW')))).toBe('')
    expect((await november(only('unit', 'U1'))).earlier?.coverage.cases).not.toHaveProperty('apart')
  })

  it.each([
    ['unit', ['U1'], ['U2']],
    ['window', ['W1'], ['W2', 'W3']],
  ])('of a split by %s are those of its own members', async (dimension, known, lacking) => {
    await declare(gap)
    const answer = await november({ groupBy: [dimension] })
    expect(whyNot(answer)).toBe(reason)
    for (const member of known) expect(whyNot(answer, member)).toBe('')
    for (const member of lacking) expect(whyNot(answer, member)).toBe(reason)
    const rows = seriesRows(
      {
        measures: ['casesReceived'],
        period: '2012-11',
        comparison: 'previous',
        by: dimension,
        most: 9,
        granularity: 'none',
      },
      answer,
      'zh',
    )
    for (const row of rows) expect(row.cells[0]?.earlier === null).toBe(lacking.includes(row.code))
  })

  it('are said alike by the screen, the command, the briefing and its file', async () => {
    await declare(gap)
    const asked = { database: database(), code, now, measure: 'casesReceived' as const, period: '2012-11' }
    const question = { ...asked, comparison: 'previous', filters: [] }
    expect((await onScreen(question)).change.replaceAll('2012年', '')).toBe(reason)
    expect((await byCommand(question)).change).toBe(reason)
    const { read, exported } = await inBriefing(question)
    expect([read.earlier, exported.earlier]).toEqual([null, null])
    expect((await onScreen({ ...question, ...only('unit', 'U1') })).change).toBe('stated')
  })

  it('of a unit that began later leave its earlier figures unknown, not zero', async () => {
    // U1 keeps its records; those of U2 are said to begin on 1 November.
    await declare({ unit: 'U2', from: '2012-08-01', to: '2012-10-31', known: false })
    const empty = await ask(
      { measures: ['casesReceived'], centres: [code], period: '2012-08', ...only('unit', 'U2') },
      context(),
    )
    expect(figureOf(measure, empty.current.overall).value).toBeNull()
    const { whyNot: why } = changeIn(measure, await november(only('unit', 'U2')))
    expect(why).toMatchObject({ reason: 'earlierUnknown', since: '2012-11-01', units: [{ code: 'U2' }] })
    expect(whyNot(await november(only('unit', 'U2')))).toBe(
      '对比期交管大队无数据（数据自11月1日起），不作比较',
    )
    expect(whyNot(await november())).toBe('对比期交管大队10月1日至10月31日无数据，不作比较')
  })

  it('are declared, listed and taken back at the command line', async () => {
    await declare()
    const bw = async (...args: string[]) => commandOutput(args, { database: database(), now })
    const declared = await bw(
      ...['days', 'declare', 'cases', '2012-10-10..2012-10-12', '--missing'],
      ...['--reason', '停电', '--unit', 'U2', '--centre', code],
    )
    expect(declared).toContain('cases U2\t2012-10-10..2012-10-12\tmissing')
    expect(whyNot(await november())).toBe(reason)
    expect(await bw('days', 'list', '--centre', code)).toContain('cases U2\t')
    await bw('days', 'withdraw', declared.split('\t')[0] ?? '', '--centre', code)
    expect(whyNot(await november())).toBe('')
    const centre = await centresOf(database()).find(code)
    const wrong = { ...gap, reason: 'x', by: 'test', at: now }
    await expect(declareDays(database(), centre, { ...wrong, fact: 'cases', unit: 'U9' })).rejects.toThrow(
      'unknown-member',
    )
    await expect(declareDays(database(), centre, { ...wrong, fact: 'trades' })).rejects.toThrow(
      'unknown-dimension',
    )
  })
})

/** True where every day of October and November is known of a unit, or of the others where it is null. */
function isKnown(unit: string | null, all: readonly Declared[]): boolean {
  for (let date = day('2012-10-01'); date <= day('2012-11-30'); date++) {
    const text = textOfDay(date)
    const last = all.findLast(
      declared =>
        (declared.unit === null || declared.unit === unit) && declared.from <= text && text <= declared.to,
    )
    if (last && !last.known) return false
  }
  return true
}

describe('any declarations', () => {
  it('leave a change exactly where all days are known of every unit that is asked about', async () => {
    const anyDay = fc.integer({ min: day('2012-09-20'), max: day('2012-12-05') })
    const anyDeclared = fc
      .tuple(fc.constantFrom(null, 'U1', 'U2'), anyDay, fc.nat(60), fc.boolean())
      .map(([unit, from, length, known]): Declared => ({
        unit,
        from: textOfDay(from),
        to: textOfDay(Math.min(from + length, day('2012-12-07'))),
        known,
      }))
    const seen = { change: 0, none: 0 }
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDeclared, { maxLength: 4 }),
        fc.constantFrom<string[]>([], ['U1'], ['U2'], ['U1', 'U2']),
        async (all, units) => {
          await declare(...all)
          const answer = await november(units.length > 0 ? only('unit', ...units) : {})
          const asked = units.length > 0 ? units : [null, 'U1', 'U2']
          const isWhole = asked.every(unit => isKnown(unit, all))
          expect(changeIn(measure, answer).change !== null).toBe(isWhole)
          const split = await november({ groupBy: ['unit'] })
          for (const unit of ['U1', 'U2']) expect(whyNot(split, unit) === '').toBe(isKnown(unit, all))
          seen[isWhole ? 'change' : 'none']++
        },
      ),
      { numRuns: 40 },
    )
    expect(Math.min(seen.change, seen.none)).toBeGreaterThan(4)
  })
})

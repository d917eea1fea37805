import type { MeasureId, QuestionInput } from '#measures'
import type { Scope } from '../../server/measures/scope.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  figureOf,
  measureIds,
  measureNamed,
  measures,
  mergeParts,
  partKey,
  textOfDay,
  valueOf,
} from '#measures'
import { leaderScope, wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { askRows } from '../../server/query/rows.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const context = (scope: Scope = wholeScope) => ({ database: database(), scope, now: testNow })
const question = (measure: MeasureId, more: Partial<QuestionInput> = {}): QuestionInput => ({
  measures: [measure],
  centres: ['here'],
  period: '2012-09',
  ...more,
})

interface Plain {
  number: string
  window: string
  received: number
  done: number | null
}
const windows = ['W1', 'W2', 'W3']
const plainCase = fc.record({
  window: fc.constantFrom(...windows),
  received: fc.integer({ min: 15_550, max: 15_650 }),
  length: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
})
const seeded = fc.sample(plainCase, { numRuns: 300, seed: 46 })
const rows: Plain[] = seeded.map((row, index) => ({
  number: `C${index}`,
  window: row.window,
  received: row.received,
  done: row.length === null ? null : row.received + row.length,
}))

beforeAll(async () => {
  await addCentre(database(), 'here')
  await addCentre(database(), 'elsewhere')
  await loadSmallHall(database(), 'here')
  await loadSmallHall(database(), 'elsewhere')
  const csv = rows.map(
    row =>
      `${row.number},${row.window},${textOfDay(row.received)} 09:00,` +
      `${row.done === null ? '' : `${textOfDay(row.done)} 10:00`}`,
  )
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    `caseNumber,window,receivedAt,completedAt\n${csv.join('\n')}`,
  )
  await load(
    database(),
    { centre: 'elsewhere', target: 'cases' },
    'caseNumber,window,receivedAt,completedAt\nX,W1,2012-09-03 09:00,2012-09-03 10:00',
  )
})

describe('answers agree with counting by hand', () => {
  const range = fc.tuple(fc.integer({ min: 15_540, max: 15_700 }), fc.integer({ min: 0, max: 90 }))

  it('for counts, levels and ratios over random periods, cuts, groups and filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        range,
        fc.constantFrom('none', 'week', 'month', 'day'),
        fc.boolean(),
        fc.option(fc.constantFrom(...windows), { nil: null }),
        async ([from, length], granularity, grouped, only) => {
          const to = from + length
          const answer = await ask(
            {
              measures: ['casesReceived', 'casesCompleted', 'openCases'],
              centres: ['here'],
              period: `${textOfDay(from)}..${textOfDay(to)}`,
              granularity,
              groupBy: grouped ? ['window'] : [],
              filters: only ? [{ dimension: 'window', in: [only] }] : [],
            },
            context(),
          )
          const mine = rows.filter(row => only === null || row.window === only)
          const value = (id: MeasureId, parts = answer.current.overall) => valueOf(measureNamed(id), parts)
          if (answer.current.coverage.cases?.known === 'unknown') {
            // A record that exists is shown; where there is none, nothing is known.
            const received = mine.filter(row => row.received >= from && row.received <= to).length
            expect(value('casesReceived')).toBe(received > 0 ? received : null)
            return
          }
          expect(value('casesReceived')).toBe(
            mine.filter(row => row.received >= from && row.received <= to).length,
          )
          expect(value('casesCompleted')).toBe(
            mine.filter(row => row.done !== null && row.done >= from && row.done <= to).length,
          )
          // A level holds for 62 days after the last known day.
          const isEndKnown = answer.knownDays.cases?.some(
            known => known.from <= textOfDay(to) && textOfDay(to - 62) <= known.to,
          )
          if (!isEndKnown) {
            expect(value('openCases')).toBeNull()
            return
          }
          expect(value('openCases')).toBe(
            mine.filter(row => row.received <= to && (row.done === null || row.done > to)).length,
          )
          for (const total of answer.current.totals) {
            const window = grouped ? total.members[0] : null
            const open = mine.filter(
              row =>
                (window === null || row.window === window) &&
                row.received <= to &&
                (row.done === null || row.done > to),
            ).length
            expect(value('openCases', total.parts)).toBe(open)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('for every measure: the whole asked at once equals the whole put together from days', async () => {
    const merging = measureIds.filter(id => !['windowsThanked'].includes(id))
    for (const id of merging) {
      const { within } = measureNamed(id)
      const filters = within === undefined ? [] : [{ dimension: within, in: ['CNY'] }]
      const [whole, cut] = await Promise.all([
        ask(question(id, { filters }), context()),
        ask(question(id, { granularity: 'day', filters }), context()),
      ])
      expect(figureOf(measureNamed(id), cut.current.overall), id).toEqual(
        figureOf(measureNamed(id), whole.current.overall),
      )
    }
  })

  it('asks again for what does not merge', async () => {
    await load(
      database(),
      { centre: 'here', target: 'feedback' },
      'feedbackCode,kind,window,givenDay\n1,banner,W1,2012-09-03\n2,banner,W1,' +
        '2012-09-20\n3,letter,W2,2012-09-20',
    )
    const answer = await ask(question('windowsThanked', { granularity: 'day' }), context())
    expect(valueOf(measures.windowsThanked, answer.current.overall)).toBe(2)
    expect(() =>
      mergeParts(
        measures.windowsThanked,
        answer.current.cells.map(cell => cell.parts),
        'time',
      ),
    ).toThrow('cannot-merge')
  })
})

describe('comparison and members', () => {
  it('carries both sides with their dates, matched by position', async () => {
    const answer = await ask(
      question('casesReceived', { comparison: 'previous', granularity: 'week' }),
      context(),
    )
    expect([answer.earlier?.from, answer.earlier?.to]).toEqual(['2012-08-01', '2012-08-31'])
    expect(answer.partial).toBe(false)
  })

  it('names members by code in both languages', async () => {
    const answer = await ask(question('casesReceived', { groupBy: ['window'] }), context())
    expect(answer.members[0]).toContainEqual({ code: 'W1', zh: '工商窗口', en: '工商窗口' })
  })

  it('keeps centres apart and adds them when both are asked', async () => {
    const period = { period: '2012-08-01..2012-11-30' }
    const [here, both] = await Promise.all([
      ask(question('casesReceived', period), context()),
      ask(
        question('casesReceived', { ...period, centres: ['here', 'elsewhere'], groupBy: ['window'] }),
        context(),
      ),
    ])
    const received = valueOf(measures.casesReceived, here.current.overall) ?? 0
    expect(valueOf(measures.casesReceived, both.current.overall)).toBe(received + 1)
    expect(both.members[0]?.map(member => member.code)).toContain('elsewhere/W1')
  })

  it('reports an unknown number of working days as unknown', async () => {
    const answer = await ask(question('tradesPerWorkingDay', { period: '2027-05' }), context())
    expect(answer.current.overall[partKey(measures.tradesPerWorkingDay.denominator)]).toBeNull()
    expect(valueOf(measures.tradesPerWorkingDay, answer.current.overall)).toBeNull()
  })
})

describe('scope', () => {
  const limited = (rowsSeen: Partial<Scope['rows']>): Scope => ({
    ...leaderScope,
    rows: { ...leaderScope.rows, ...rowsSeen },
  })

  it('limits figures and rows alike to the units a person may see', async () => {
    const scope = limited({ units: ['here/U2'] })
    const answer = await ask(question('casesReceived', { period: '2012', groupBy: ['unit'] }), context(scope))
    expect(answer.members[0]?.map(member => member.code)).toEqual(['U2'])
    const listed = await askRows(
      { measure: 'casesReceived', centres: ['here'], period: '2012' },
      context(scope),
    )
    expect(listed.total).toBe(valueOf(measures.casesReceived, answer.current.overall))
    expect(listed.total).toBe(rows.filter(row => row.window !== 'W1').length)
  })

  it('cannot be widened by a filter', async () => {
    const answer = await ask(
      question('casesReceived', { period: '2012', filters: [{ dimension: 'unit', in: ['U1'] }] }),
      context(limited({ units: ['here/U2'] })),
    )
    expect(valueOf(measures.casesReceived, answer.current.overall)).toBe(0)
  })

  it('refuses other centres, facts without units, and hidden dimensions', async () => {
    await expect(
      ask(question('casesReceived'), context(limited({ centres: ['elsewhere'] }))),
    ).rejects.toThrow('out-of-scope')
    await expect(ask(question('tradesConcluded'), context(limited({ units: ['here/U2'] })))).rejects.toThrow(
      'out-of-scope',
    )
    await expect(
      ask(question('tradesConcluded', { groupBy: ['winner'] }), context(leaderScope)),
    ).rejects.toThrow('hidden-dimension')
    await expect(
      ask(
        question('tradesConcluded', { filters: [{ dimension: 'winner', in: ['x'] }] }),
        context(leaderScope),
      ),
    ).rejects.toThrow('hidden-dimension')
  })
})

describe('rows', () => {
  it('lists exactly the rows that were counted, for every measure that has rows', async () => {
    for (const id of [
      'casesReceived',
      'casesCompleted',
      'openCases',
      'sameDayRate',
      'banners',
      'itemCount',
      'averageElapsedDays',
    ] as const) {
      const answer = await ask(question(id, { period: '2012-08-01..2012-09-30' }), context())
      const listed = await askRows(
        { measure: id, centres: ['here'], period: '2012-08-01..2012-09-30', limit: 500 },
        context(),
      )
      expect(listed.total, id).toBe(figureOf(measureNamed(id), answer.current.overall).n)
      expect(listed.rows.length, id).toBe(listed.total)
    }
  })

  it('splits a rate into those that met it and the rest', async () => {
    const base = { measure: 'cohortCompletionRate', centres: ['elsewhere', 'here'], period: '2012' }
    const rate = await Promise.all(
      (['counted', 'numerator', 'rest'] as const).map(async which =>
        askRows({ ...base, which }, context()).then(answer => answer.total),
      ),
    )
    expect((rate[1] ?? 0) + (rate[2] ?? 0)).toBe(rate[0])
  })

  it('sorts by a column of the fact and by nothing else', async () => {
    const sorted = await askRows(
      {
        measure: 'casesReceived',
        centres: ['here'],
        period: '2012',
        orderBy: 'receivedAt',
        descending: true,
        limit: 5,
      },
      context(),
    )
    const column = sorted.columns.findIndex(column => column.key === 'receivedAt')
    const times = sorted.rows.map(row => String(row[column]))
    expect(times).toEqual([...times].sort().reverse())
    const injected = await askRows(
      { measure: 'casesReceived', centres: ['here'], period: '2012', orderBy: '1; DROP TABLE x', limit: 5 },
      context(),
    )
    expect(injected.rows).toHaveLength(5)
  })
})

describe('a benchmark', () => {
  const part = (windows: string[]): Scope => ({
    ...leaderScope,
    rows: { centres: 'all', units: 'all', windows: windows.map(code => `here/${code}`) },
  })
  const asked = async (scope: Scope, more: Partial<QuestionInput> = {}) =>
    ask(question('casesReceived', { benchmark: true, ...more }), context(scope))

  it('is the whole hall for somebody who sees only a part of it', async () => {
    const whole = await ask(question('casesReceived'), context())
    expect((await asked(part(['W1']))).current.overall).toEqual(whole.current.overall)
    expect((await ask(question('casesReceived'), context(part(['W1'])))).current.overall).not.toEqual(
      whole.current.overall,
    )
  })

  it('is refused where it would reveal a single other window, and where it is split or limited', async () => {
    await expect(asked(part(['W1', 'W2']))).rejects.toThrow('out-of-scope')
    await expect(asked(part(['W1']), { groupBy: ['window'] })).rejects.toThrow('out-of-scope')
    await expect(asked(part(['W1']), { filters: [{ dimension: 'window', in: ['W2'] }] })).rejects.toThrow(
      'out-of-scope',
    )
    await expect(asked({ ...part(['W1']), benchmark: false })).rejects.toThrow('out-of-scope')
  })

  it('is refused for a day on which a single other window counted', async () => {
    const days: number[] = []
    for (let day = 15_550; day <= 15_650; day++) {
      const there = rows.filter(row => row.received === day && row.window !== 'W1')
      if (new Set(there.map(row => row.window)).size === 1) days.push(day)
    }
    expect(days.length).toBeGreaterThan(5)
    for (const day of days.slice(0, 3)) {
      const period = `${textOfDay(day)}..${textOfDay(day)}`
      await expect(asked(part(['W1']), { period }), period).rejects.toThrow('out-of-scope')
    }
    // By day, the same days are part of the answer.
    await expect(asked(part(['W1']), { period: '2012-09', granularity: 'day' })).rejects.toThrow(
      'out-of-scope',
    )
    expect((await asked(part(['W1']), { granularity: 'month' })).current.buckets).toHaveLength(1)
  })

  it('changes nothing for somebody who sees everything', async () => {
    const filters = [{ dimension: 'window', in: ['W2'] }]
    expect(
      (await ask(question('casesReceived', { benchmark: true, filters }), context())).current.overall,
    ).toEqual((await ask(question('casesReceived', { filters }), context())).current.overall)
  })
})

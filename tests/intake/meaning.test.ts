import type { MappingInput } from '../../server/intake/rows/mapping.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { figureOf, measureNamed, textOfDay } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
let number = 0
let centre = ''
beforeEach(async () => {
  centre = `meaning-${++number}`
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
})

const loadCases = async (csv: string, mapping?: Omit<MappingInput, 'target'>) =>
  load(database(), { centre, target: 'cases', ...(mapping && { mapping }) }, csv)
const loadTrades = async (csv: string, mapping?: Omit<MappingInput, 'target'>) =>
  load(database(), { centre, target: 'trades', ...(mapping && { mapping }) }, csv)

async function figure(measure: string, period = '2012-09') {
  const answer = await ask(
    { measures: [measure], centres: [centre], period },
    { database: database(), scope: wholeScope, now: testNow },
  )
  const { value, numerator, n } = figureOf(measureNamed(measure), answer.current.overall)
  return measureNamed(measure).kind === 'ratio' ? [numerator, n] : value
}

const centreId = async () => (await centresOf(database()).find(centre)).id
const stored = async (caseNumber: string) =>
  database().prisma.case.findFirstOrThrow({ where: { caseNumber, centreId: await centreId() } })
const differences = async () =>
  (await verifyCentre(database(), await centresOf(database()).find(centre))).differences
const warningsOf = (result: { warnings: { warning: string; count: number }[] }) =>
  Object.fromEntries(result.warnings.map(({ warning, count }) => [warning, count]))
const dayText = (date: Date | null): string | null =>
  date && textOfDay(Math.round(date.getTime() / 86_400_000))

describe('days without a clock', () => {
  it('last until their end: due on the 10th, completed on the 10th at 17:00 is in time', async () => {
    await loadCases(
      [
        'caseNumber,receivedAt,acceptedAt,completedAt,givenCommittedDue',
        'A,2012-09-03 09:00,2012-09-03 09:00,2012-09-10 17:00,2012-09-10',
        'B,2012-09-03 09:00,2012-09-03 09:00,2012-09-11 09:00,2012-09-10',
        'C,2012-09-03 09:00,2012-09-03 09:00,2012-09-10 17:00,2012-09-10 12:00',
        'D,2012-09-03 09:00,2012-09-03 09:00,2012-09-10,2012-09-10 12:00',
      ].join('\n'),
    )
    expect(await figure('onTimeRate')).toEqual([2, 4])
    const [a, c, d] = [await stored('A'), await stored('C'), await stored('D')]
    expect([a.committedByDay, c.committedByDay, d.committedByDay]).toEqual([true, false, true])
    expect([a.committedVerdict, c.committedVerdict, d.committedVerdict]).toEqual([
      'onTime',
      'overdue',
      'onTime',
    ])
    expect(dayText((await stored('B')).breachedDay)).toBe('2012-09-11')
    expect(await differences()).toEqual([])
  })

  it('a completion on the day of acceptance is the same day and no fault of the clock', async () => {
    await loadCases(
      [
        'caseNumber,item,receivedAt,acceptedAt,completedAt',
        'A,TEN,2012-09-03 14:40,2012-09-03 14:50,2012-09-03',
        'B,TEN,2012-09-03 14:40,2012-09-03 14:50,2012-09-06',
        'C,TEN,2012-09-03 14:40,2012-09-03 14:50,2012-09-02',
      ].join('\n'),
    )
    expect(await figure('doubtfulTimes')).toBe(1)
    expect(await figure('sameDayRate')).toEqual([1, 2])
    const b = await stored('B')
    // Tuesday, Wednesday, Thursday.
    expect([b.workedMilliDays, b.elapsedSeconds]).toEqual([3000, 3 * 86_400])
    expect(await differences()).toEqual([])
  })

  it('are told apart from midnights only by the mapping', async () => {
    const csv =
      'caseNumber,receivedAt,acceptedAt,completedAt,due\nA,2012-09-03,2012-09-03,' +
      '2012-09-10 17:00,2012-09-10 00:00:00\n'
    const columns = {
      caseNumber: 'caseNumber',
      receivedAt: 'receivedAt',
      acceptedAt: 'acceptedAt',
      completedAt: 'completedAt',
      givenCommittedDue: 'due',
    }
    await loadCases(csv, { columns, days: ['givenCommittedDue'] })
    expect(await figure('overdueRate')).toEqual([0, 1])
    await loadCases(csv, { columns })
    expect(await figure('overdueRate')).toEqual([1, 1])
    expect((await stored('A')).receivedHour).toBeNull()
  })
})

describe('limits in the file', () => {
  it.each([
    ['5个工作日', '2012-09-10'],
    ['五个工作日', '2012-09-10'],
    ['7自然日', '2012-09-10'],
    ['当场办结', '2012-09-03'],
  ])('%s, accepted on Monday the 3rd, ends on %s', async (limit, due) => {
    await loadCases(
      `caseNumber,receivedAt,acceptedAt,givenCommittedDue\nA,2012-09-03 09:00,2012-09-03 09:00,${limit}\n`,
    )
    expect(dayText((await stored('A')).committedDueDay)).toBe(due)
    expect(await differences()).toEqual([])
  })

  it('a number without a unit is no limit', async () => {
    const result = await loadCases('caseNumber,receivedAt,givenCommittedDue\nA,2012-09-03 09:00,5\n')
    expect(result.problems).toMatchObject([{ field: 'givenCommittedDue', reason: 'notAnInstant' }])
  })
})

describe('a missing receipt', () => {
  it('is taken to be the acceptance, and said', async () => {
    const result = await loadCases(
      'caseNumber,acceptedAt,completedAt\nA,2012-09-03 09:00,2012-09-04 09:00\nB,2012-09-05 09:00,\n',
    )
    expect(warningsOf(result)).toMatchObject({ receivedFromAccepted: 2, noUnit: 2, noWindow: 2 })
    expect(await figure('casesReceived')).toBe(2)
    expect(await figure('openCases')).toBe(1)
  })

  it('never makes a level negative, nor does a case that ends before it begins', async () => {
    const result = await loadCases('caseNumber,receivedAt,completedAt\nA,2012-09-20 09:00,2012-09-03 09:00\n')
    expect(warningsOf(result)).toMatchObject({ completedBeforeReceived: 1 })
    for (const day of ['2012-09-03', '2012-09-10', '2012-09-20'])
      expect(await figure('openCases', day)).toBe(0)
    expect(await differences()).toEqual([])
  })

  it('verify finds a row that leaves a level before it enters', async () => {
    await loadCases('caseNumber,receivedAt,completedAt\nA,2012-09-03 09:00,2012-09-20 09:00\n')
    await database().pool.query(
      `UPDATE "Case" SET "breachedDay" = DATE '2012-09-10', "warnDay" = DATE '2012-09-12'
        WHERE "centreId" = $1`,
      [await centreId()],
    )
    expect((await differences()).map(({ table }) => table)).toContain('level nearDueCases')
  })
})

describe('keys', () => {
  it('that a spreadsheet has shortened are refused, and rounded ones are said', async () => {
    const result = await loadCases(
      [
        'caseNumber,receivedAt',
        '8.20261E+17,2012-09-03 09:00',
        '8E+17,2012-09-03 09:00',
        '820261012010100000,2012-09-03 09:00',
        '820261012010100006,2012-09-03 09:00',
        '3E12,2012-09-03 09:00',
      ].join('\n'),
    )
    expect(result).toMatchObject({ loaded: 3, quarantined: 2 })
    expect(result.problems.map(({ reason }) => reason)).toEqual(['ruinedKey', 'ruinedKey'])
    expect(warningsOf(result)).toMatchObject({ roundedKey: 1 })
  })

  it('that differ in width or case alone are one', async () => {
    const rows = 'PH-0007,2012-09-03 09:00\nＰＨ－０００７,2012-09-03 09:00\nph-0007,2012-09-03 09:00\n'
    expect(await loadCases(`caseNumber,receivedAt\n${rows}`)).toMatchObject({ loaded: 1, unchanged: 2 })
    expect(await loadCases('caseNumber,receivedAt\nｐｈ-0007,2012-09-04 09:00\n')).toMatchObject({
      corrected: 1,
    })
    expect((await stored('PH-0007')).caseNumber).toBe('PH-0007')
    expect(await figure('casesReceived')).toBe(1)
  })

  it('of the catalogue are found in any width and case', async () => {
    const result = await loadCases('caseNumber,unit,window,receivedAt\nA,ｕ1,w１,2012-09-03 09:00\n')
    expect(result.problems).toEqual([])
  })
})

describe('what cannot be', () => {
  it.each(['1900-01-01', '1899-12-30', '1970-01-01', '9999-12-31 00:00:00'])(
    '%s stands for no date',
    async completed => {
      const result = await loadCases(`caseNumber,receivedAt,completedAt\nA,2012-09-03 09:00,${completed}\n`)
      expect(result.problems).toMatchObject([{ field: 'completedAt', reason: 'placeholderDate' }])
    },
  )

  it('is not received after the day of the load', async () => {
    const result = await loadCases('caseNumber,receivedAt\nA,2013-06-30 23:00\nB,2013-07-01 09:00\n')
    expect(result).toMatchObject({ loaded: 1, problems: [{ row: 3, reason: 'afterToday' }] })
  })

  it('is no price: negative, a token, a pair of percentages', async () => {
    const head = 'tradeCode,name,category,outcome,concludedDay,base,award'
    const rows = [
      'A,a,works,concluded,2012-09-03,3000000,-5',
      'B,b,works,concluded,2012-09-03,3000000,1',
      'C,c,works,concluded,2012-09-03,100,86',
      'D,d,works,concluded,2012-09-03,3000000,3100000',
    ]
    const columns = Object.fromEntries(head.split(',').map(name => [name, name]))
    const csv = [head, ...rows].join('\n')
    const result = await loadTrades(csv, { columns, percentUpTo: 100 })
    expect(result.problems.map(({ reason }) => reason)).toEqual(['negativeMoney', 'notAPrice', 'percentPair'])
    expect(warningsOf(result)).toEqual({ awardAboveBase: 1 })
    expect(await figure('savings')).toBe(-10_000_000)
    expect(await loadTrades(csv, { columns, tokenPrices: true })).toMatchObject({ loaded: 2, unchanged: 1 })
  })

  it('refuses a name with broken characters, not the row', async () => {
    const head = 'tradeCode,name,category,outcome,concludedDay,base,award,buyer'
    const row = 'A,a,works,concluded,2012-09-03,3000000,2900000,某\uFFFD局'
    const result = await loadTrades(`${head}\n${row}\n`)
    expect(result).toMatchObject({ loaded: 1, quarantined: 0 })
    expect(warningsOf(result)).toEqual({ refusedName: 1 })
    expect(await figure('tradeAmount')).toBe(290_000_000)
  })

  it('puts the steps of a case together, or lets the last row count, as the mapping says', async () => {
    const columns = { caseNumber: 'caseNumber', receivedAt: 'receivedAt', completedAt: 'completedAt' }
    const csv = [
      'caseNumber,receivedAt,completedAt',
      'A,2012-09-03 09:00,',
      'B,2012-09-03 09:00,2012-09-04 10:00',
      'a,,2012-09-05 15:00',
      'A,,',
      'B,2012-09-03 09:00,',
    ].join('\n')
    expect(await loadCases(csv, { columns, repeats: 'fold' })).toMatchObject({ loaded: 2, leftOut: 3 })
    expect(await figure('casesCompleted')).toBe(2)
    expect(await loadCases(csv, { columns, repeats: 'last' })).toMatchObject({
      corrected: 1,
      quarantined: 1,
      leftOut: 3,
    })
    expect(await figure('casesCompleted')).toBe(1)
  })

  it('takes receipt from the first step and completion from the last', async () => {
    const columns = { caseNumber: 'caseNumber', receivedAt: 'stepBegan', completedAt: 'stepEnded' }
    const csv = [
      'caseNumber,step,stepBegan,stepEnded',
      'A,accept,2012-09-03 09:00,2012-09-03 10:00',
      'A,examine,2012-09-04 11:00,2012-09-04 16:00',
      'A,decide,2012-09-05 14:00,2012-09-05 15:00',
    ].join('\n')
    expect(await loadCases(csv, { columns, repeats: 'fold' })).toMatchObject({ loaded: 1, leftOut: 2 })
    const { rows } = await database().pool.query<{ received: string; completed: string }>(
      `SELECT "receivedDay"::text AS received, "completedDay"::text AS completed FROM "Case"
        WHERE "centreId" = $1`,
      [await centreId()],
    )
    expect(rows).toEqual([{ received: '2012-09-03', completed: '2012-09-05' }])
  })

  it('leaves rows out by rule and counts them', async () => {
    const result = await loadCases('caseNumber,receivedAt\nA,2012-09-03 09:00\n合计,\n制表人：林某,\n,\n', {
      columns: { caseNumber: 'caseNumber', receivedAt: 'receivedAt' },
      except: { caseNumber: ['合计', '制表人*'] },
    })
    expect(result).toMatchObject({ loaded: 1, leftOut: 2 })
  })
})

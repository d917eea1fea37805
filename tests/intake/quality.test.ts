import { beforeEach, describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { gradesOf, shareOf } from '../../server/intake/quality/grade.ts'
import { qualityParts } from '../../server/intake/quality/qualityParts.ts'
import { faultyRows } from '../../server/intake/quality/rows.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
let number = 0
let centre = ''
beforeEach(async () => {
  centre = `quality-${++number}`
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
})

const head = 'caseNumber,unit,window,item,receivedAt,acceptedAt,completedAt'
const good = 'U2,W2,TEN,2012-09-03 09:00,2012-09-03 10:00,2012-09-05 09:00'
const soon = new Date('2012-10-08T00:00:00Z')
const clean = Array.from({ length: 9 }, (_, index) => `C${index},${good}`)

async function gradeWith(rows: readonly string[], now = soon) {
  await load(database(), { centre, target: 'cases', now }, [head, ...clean].join('\n'))
  if (rows.length > 0) await load(database(), { centre, target: 'cases', now }, [head, ...rows].join('\n'))
  const here = await centresOf(database()).find(centre)
  const grades = await gradesOf(database(), here)
  const grade = grades.find(({ unit, month }) => unit === 'U2' && month === '2012-09')
  const shares = Object.fromEntries(
    qualityParts.map(part => [part, grade ? shareOf(grade.parts[part]) : null]),
  )
  const rowsOf = async (part: (typeof qualityParts)[number]) =>
    faultyRows(database(), here, { unit: 'U2', month: '2012-09', part })
  return { shares, rowsOf, grades }
}

const whole = { complete: 1, timely: 1, valid: 1, consistent: 1 }

describe('the quality of records', () => {
  it('is whole where nothing is wrong', async () => {
    expect((await gradeWith([])).shares).toEqual(whole)
  })

  it('names the columns that a record lacks', async () => {
    const { rowsOf } = await gradeWith(['X,U2,W2,,2012-09-03 09:00,,'])
    expect(await rowsOf('complete')).toEqual([{ key: 'X', lacking: ['itemId', 'acceptedAt'] }])
  })

  // Each planted fault is one row beside nine good ones; it lowers its own part and opens as its only row.
  it.each([
    ['a case without an item', 'X,U2,W2,,2012-09-03 09:00,2012-09-03 10:00,', 'complete', 49 / 50],
    ['a case without a time of acceptance', 'X,U2,W2,TEN,2012-09-03 09:00,,', 'complete', 49 / 50],
    ['a row without a number', `,${good}`, 'complete', 45 / 46],
    ['a time that cannot be read', 'X,U2,W2,TEN,2012-09-03 09:00,2012-13-40,', 'valid', 9 / 10],
    ['an item that the catalogue lacks', 'X,U2,W2,NOPE,2012-09-03 09:00,,', 'valid', 9 / 10],
    ['a number that a spreadsheet ruined', `8.20261E+17,${good}`, 'valid', 9 / 10],
    [
      'a completion before the receipt',
      'X,U2,W2,TEN,2012-09-03 09:00,2012-09-03 10:00,2012-09-01 09:00',
      'consistent',
      9 / 10,
    ],
    [
      'an acceptance before the receipt',
      'X,U2,W2,TEN,2012-09-03 09:00,2012-09-03 08:00,2012-09-05 09:00',
      'consistent',
      9 / 10,
    ],
    ['a window of another unit', `X,U2,W1,TEN,2012-09-03 09:00,2012-09-03 10:00,`, 'consistent', 9 / 10],
  ] as const)('%s', async (_, row, part, share) => {
    const { shares, rowsOf } = await gradeWith([row])
    expect(shares).toEqual({ ...whole, [part]: share })
    expect(await rowsOf(part)).toHaveLength(1)
  })

  it('a file that comes too late', async () => {
    await load(
      database(),
      { centre, target: 'cases', now: new Date('2012-12-01T00:00:00Z') },
      [head, `X,${good}`].join('\n'),
    )
    const { shares, rowsOf } = await gradeWith([])
    expect(shares).toEqual({ ...whole, timely: 9 / 10 })
    expect(await rowsOf('timely')).toEqual([{ key: 'X', lacking: [] }])
  })

  it('two rows with one number that disagree', async () => {
    const { shares } = await gradeWith([`X,${good}`, `X,${good.replace('2012-09-05', '2012-09-06')}`])
    expect(shares).toEqual({ ...whole, consistent: 10 / 11 })
  })

  it('is not lowered any more by a row that was repaired, nor by a batch that was undone', async () => {
    const { grades } = await gradeWith(['X,U2,W2,NOPE,2012-09-03 09:00,,'])
    expect(grades).toHaveLength(1)
    await database().pool.query('UPDATE "QuarantinedRow" SET "repairedIn" = 1 WHERE "repairedIn" IS NULL')
    expect((await gradesOf(database(), await centresOf(database()).find(centre)))[0]?.parts.valid).toEqual({
      good: 9,
      of: 9,
    })
  })
})

const tradeHead =
  'tradeCode,name,category,method,base,award,bidders,buyer,outcome,announcedDay,openedDay,concludedDay'
const trade = (code: string, more: Partial<Record<string, string>> = {}): string => {
  const whole: Record<string, string> = {
    tradeCode: code,
    name: 'Road',
    category: 'works',
    method: 'openTender',
    base: '1000000',
    award: '950000',
    bidders: '3',
    buyer: 'Water',
    outcome: 'concluded',
    announcedDay: '2012-09-01',
    openedDay: '2012-09-03',
    concludedDay: '2012-09-05',
    ...(more as Record<string, string>),
  }
  return tradeHead
    .split(',')
    .map(field => whole[field] ?? '')
    .join(',')
}
const feedbackHead = 'feedbackCode,kind,unit,window,givenDay,repliedDay'

async function gradeOf(
  of: 'trades' | 'feedback',
  unit: string,
  { head: heading, rows, now = soon }: { head: string; rows: string[]; now?: Date },
) {
  await load(database(), { centre, target: of, now }, [heading, ...rows].join('\n'))
  const here = await centresOf(database()).find(centre)
  const grade = (await gradesOf(database(), here, of)).find(
    grade => grade.unit === unit && grade.month === '2012-09',
  )!
  const shares = Object.fromEntries(qualityParts.map(part => [part, shareOf(grade.parts[part])]))
  const rowsOf = async (part: (typeof qualityParts)[number]) =>
    faultyRows(database(), here, { of, unit, month: '2012-09', part })
  return { shares, rowsOf }
}

describe('the quality of trades, by buyer', () => {
  const nine = Array.from({ length: 9 }, (_, index) => trade(`T${index}`))

  it.each([
    ['nothing wrong', trade('X'), null, 1, []],
    ['no number of bidders', trade('X', { bidders: '' }), 'complete', 59 / 60, [{ key: 'X' }]],
    [
      'an amount that cannot be read',
      trade('X', { award: 'much' }),
      'valid',
      9 / 10,
      [{ batch: 0, row: 11 }],
    ],
  ] as const)('%s', async (_, row, part, share, lowering) => {
    const { shares, rowsOf } = await gradeOf('trades', 'Water', { head: tradeHead, rows: [...nine, row] })
    expect(shares).toEqual({ ...whole, ...(part && { [part]: share }) })
    if (part === null) return
    const faulty = await rowsOf(part)
    expect(faulty).toHaveLength(lowering.length)
    expect('key' in faulty[0]!).toBe('key' in lowering[0])
  })

  it('a file that comes too late', async () => {
    const now = new Date('2012-12-01T00:00:00Z')
    const { shares } = await gradeOf('trades', 'Water', { head: tradeHead, rows: nine, now })
    expect(shares).toEqual({ ...whole, timely: 0 })
  })

  it('days that contradict each other', async () => {
    const row = trade('X', { openedDay: '2012-09-07' })
    const { shares, rowsOf } = await gradeOf('trades', 'Water', { head: tradeHead, rows: [...nine, row] })
    expect(shares.consistent).toBe(9 / 10)
    expect(await rowsOf('consistent')).toHaveLength(1)
  })
})

describe('the quality of feedback', () => {
  const nine = Array.from({ length: 9 }, (_, index) => `F${index},complaint,U2,W2,2012-09-03,2012-09-04`)

  it.each([
    ['no window', 'X,complaint,U2,,2012-09-03,2012-09-04', 'complete', 19 / 20],
    ['a kind that is none', 'X,shout,U2,W2,2012-09-03,2012-09-04', 'valid', 9 / 10],
    ['a window of another unit', 'X,complaint,U2,W1,2012-09-03,2012-09-04', 'consistent', 9 / 10],
  ] as const)('%s', async (_, row, part, share) => {
    const { shares, rowsOf } = await gradeOf('feedback', 'U2', { head: feedbackHead, rows: [...nine, row] })
    expect(shares).toEqual({ ...whole, [part]: share })
    expect(await rowsOf(part)).toHaveLength(1)
  })
})

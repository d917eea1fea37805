import type { ColumnType, Value } from '../../server/intake/rows/field.ts'
import type { Row } from '../../server/intake/targets/target.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { targets } from '../../server/intake/targets/index.ts'
import { RowBytes } from '../../server/intake/write/rowBytes.ts'
import { columnTypes } from '../../server/intake/write/rowLines.ts'
import { Staging } from '../../server/intake/write/staging.ts'
import { lists } from '../../server/model/index.ts'
import { inTransaction } from '../../server/storage/transaction.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre } from '../support/load.ts'

const database = useDatabase('empty')
const types = columnTypes(targets.cases)
const smallOnes = ['supplements', 'receivedWeekday', 'receivedHour', 'workedBin', 'elapsedBin']
const codes: Record<string, readonly string[]> = {
  itemType: Object.keys(lists.itemTypes),
  channel: Object.keys(lists.channels),
  outcome: Object.keys(lists.caseOutcomes),
  dueGap: ['noLimit'],
  committedVerdict: ['early'],
  statutoryVerdict: ['overdue'],
}
const always = [
  'greenChannel',
  'appointment',
  'supplements',
  'clockFault',
  ...Object.keys(types).filter(name => name.endsWith('ByDay')),
]
let centreId = 0
beforeAll(async () => {
  await addCentre(database(), 'here')
  centreId = (await database().prisma.centre.findFirstOrThrow()).id
})

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('', '\\N', 'a\tb\nc\\', '林某 🏮', 'x'.repeat(2000)),
  )
  .map(text => text.replaceAll('\u0000', '').toWellFormed())
const valueOf: Record<ColumnType, fc.Arbitrary<Value>> = {
  text,
  instant: fc.integer({ min: Date.parse('1900-01-01T00:00:00Z'), max: Date.parse('2200-01-01T00:00:00Z') }),
  day: fc.integer({ min: day('1900-01-01'), max: day('2200-01-01') }),
  integer: fc.oneof(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.constantFrom(-(2 ** 31), -1, 0, 2 ** 31 - 1),
  ),
  flag: fc.boolean(),
}
function columnOf(name: string, type: ColumnType): fc.Arbitrary<Value> {
  const own = codes[name]
    ? fc.constantFrom(...codes[name])
    : smallOnes.includes(name)
      ? fc.integer({ min: -32_768, max: 32_767 })
      : valueOf[type]
  return always.includes(name) ? own : fc.option(own)
}
const row: fc.Arbitrary<Row> = fc.record(
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, columnOf(name, type)])),
)

describe('rows in the binary format', () => {
  it('are stored as they were, whatever they hold', async () => {
    let number = 0
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async rows => {
        const whole = rows.map(one => ({ ...one, caseNumber: `C${++number}`, suspensions: null }))
        await inTransaction(database(), async client => {
          const staging = new Staging(client, targets.cases, { centreId, batchId: 7 })
          await staging.open()
          expect(await staging.copyNew(whole.map((values, place) => ({ row: place + 2, values })))).toEqual(
            [],
          )
          const stored = await staging.existing(whole.map(one => one.caseNumber))
          expect(whole.map(one => stored.get(one.caseNumber)?.values)).toEqual(whole)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('of every target can be written: each of its columns is stored in a way that is known', async () => {
    for (const target of Object.values(targets)) {
      await inTransaction(database(), async client => {
        const staging = new Staging(client, target, { centreId, batchId: 7 })
        await staging.open()
        expect(
          Object.keys(columnTypes(target)).filter(column => !staging.stored[column]),
          target.name,
        ).toEqual([])
      })
    }
  })

  it.each([
    ['workedBin', 'int2', 40_000],
    ['workedMinutes', 'int4', 2 ** 31],
    ['elapsedSeconds', 'int4', 1.5],
    ['receivedDay', 'date', 0.25],
    ['receivedAt', 'timestamptz', 2 ** 53],
  ] as const)('refuse a number that %s cannot hold', (column, as, value) => {
    const stored = Object.fromEntries(
      Object.keys(types).map(name => [name, name === column ? as : ('text' as const)]),
    )
    expect(() =>
      new RowBytes(targets.cases, { centreId: 1, batchId: 1 }, stored).add({ [column]: value }),
    ).toThrow(column)
  })

  it('refuse a column that is stored in a way that is not known', () => {
    expect(() => new RowBytes(targets.cases, { centreId: 1, batchId: 1 }, {})).toThrow('Case.caseNumber')
  })
})

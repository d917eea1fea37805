import type { Answer, Cell, PartValue, Side } from '#measures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packAnswer, questionSchema, unpackAnswer } from '#measures'

const cell = (bucket: number, member: string, parts: Record<string, PartValue>): Cell => ({
  bucket,
  members: [member],
  parts,
})
const sideOf = (cells: Cell[], totals: Cell[]): Side => ({
  from: '2012-01-01',
  to: '2012-12-31',
  buckets: [{ key: 'all', from: '2012-01-01', to: '2012-12-31' }],
  cells,
  totals,
  overall: { n: 3 },
  coverage: {},
  versions: {},
})
const answerOf = (current: Side, earlier: Side | null): Answer => ({
  question: questionSchema.parse({ measures: ['casesReceived'], centres: ['x'], period: '2012' }),
  asOf: '2012-12-31T00:00:00.000Z',
  dataUntil: null,
  knownDays: {},
  openedOn: null,
  dataVersions: { x: 1 },
  currency: 'CNY',
  demo: false,
  partial: false,
  members: [[]],
  current,
  earlier,
  settingChanges: [],
  sources: [],
})
const travelled = (answer: Answer): Answer =>
  unpackAnswer(JSON.parse(JSON.stringify(packAnswer(answer))) as ReturnType<typeof packAnswer>)

describe('an answer that travels', () => {
  it('says the name of a part once a side, and totals that are the cells not at all', () => {
    const cells = [cell(0, 'a', { n: 1, hist: [[3, 1]] }), cell(0, 'b', { n: 2, hist: [] })]
    const packed = packAnswer(answerOf(sideOf(cells, structuredClone(cells)), null))
    expect(packed.current.cells).toEqual({
      buckets: [0, 0],
      members: [['a', 'b']],
      parts: { n: [1, 2], hist: [[[3, 1]], []] },
    })
    expect(packed.current.totals).toBeNull()
  })

  it('keeps totals that differ in a bin, a member or a part that is not known', () => {
    const cells = [cell(0, 'a', { hist: [[1, 2]] })]
    for (const other of [
      cell(0, 'a', { hist: [[12, 2]] }),
      cell(0, 'b', { hist: [[1, 2]] }),
      cell(0, 'a', { hist: null }),
      cell(0, 'a', {}),
      cell(0, 'a', { hist: [[1, 2]], n: null }),
    ])
      expect(travelled(answerOf(sideOf(cells, [other]), null)).current.totals).toEqual([other])
  })

  it('comes out as it went in, whatever it holds', () => {
    const value: fc.Arbitrary<PartValue> = fc.oneof(
      fc.integer(),
      fc.constant(null),
      fc.array(fc.tuple(fc.nat(40), fc.nat(9)), { maxLength: 3 }),
    )
    const cells = fc.array(
      fc.record({
        bucket: fc.nat(3),
        members: fc.tuple(fc.string(), fc.string()),
        parts: fc.dictionary(fc.constantFrom('a', 'b', 'c[d,e]'), value),
      }),
      { maxLength: 6 },
    ) as fc.Arbitrary<Cell[]>
    const sides = fc
      .oneof(
        fc.tuple(cells, cells),
        cells.map(one => [one, structuredClone(one)] as const),
      )
      .map(([one, totals]) => sideOf([...one], [...totals]))
    fc.assert(
      fc.property(sides, fc.option(sides), (current, earlier) => {
        const plain = (answer: Answer): unknown => JSON.parse(JSON.stringify(answer))
        expect(plain(travelled(answerOf(current, earlier)))).toEqual(plain(answerOf(current, earlier)))
      }),
      { numRuns: 300 },
    )
  })
})

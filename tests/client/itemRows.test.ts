import type { Parts } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { dumbbell } from '../../client/charts/dumbbell.ts'
import {
  breaks,
  itemRows,
  limitRows,
  pastPromise,
  promoted,
  speedups,
  unused,
} from '../../client/items/itemRows.ts'
import { answer, cell, keyOf, late, share, side, theme } from '../support/answerParts.ts'
import { chinese } from '../support/printing.ts'

describe('items', () => {
  const parts = (more: {
    received?: number
    completed?: number
    k?: number
    n?: number
    saved?: number
    statutory?: number
  }): Parts => ({
    ...share(late, more.k ?? 0, more.n ?? 0),
    ...share(measures.actualSpeedup, more.saved ?? 0, more.statutory ?? 0),
    [keyOf(measures.actualSpeedup.covered)]: more.n ?? 0,
    [keyOf(measures.casesReceived.part)]: more.received ?? 0,
    [keyOf(measures.casesCompleted.part)]: more.completed ?? 0,
    [keyOf(measures.averageHandlingTime.numerator)]: 2000 * (more.n ?? 0),
    [keyOf(measures.averageHandlingTime.denominator)]: more.n ?? 0,
  })
  const limit = (more: { instant: number; statutory: number; committed: number; there?: number }): Parts => ({
    [keyOf(measures.itemCount.part)]: more.there ?? 1,
    [keyOf(measures.instantTypeItems.part)]: more.instant,
    [keyOf(measures.averageStatutoryLimit.numerator)]: more.statutory,
    [keyOf(measures.averageStatutoryLimit.denominator)]: more.statutory > 0 ? 1 : 0,
    [keyOf(measures.averageCommittedLimit.numerator)]: more.committed,
  })
  const cases = answer(
    side(
      [
        cell(['FAST'], parts({ received: 40, completed: 40, k: 40, n: 40, saved: 900, statutory: 1000 })),
        cell(['FEW'], parts({ received: 3, completed: 3, k: 3, n: 3, saved: 999, statutory: 1000 })),
        cell(['LATE'], parts({ received: 50, completed: 50, k: 45, n: 50, saved: 500, statutory: 1000 })),
      ],
      {},
    ),
  )
  const rows = itemRows(cases, 'zh')
  const limits = answer(
    side(
      [
        cell(['FAST'], limit({ instant: 1, statutory: 10, committed: 6 })),
        cell(['FEW'], limit({ instant: 0, statutory: 0, committed: 0 })),
        cell(['IDLE'], limit({ instant: 0, statutory: 20, committed: 12 })),
      ],
      {},
    ),
  )

  it('with few cases are not called fastest; late ones are listed; unused ones are in force', () => {
    expect(speedups(rows).map(row => row.code)).toEqual(['FAST', 'LATE'])
    expect(breaks(rows, cases).map(row => [row.code, row.late])).toEqual([['LATE', 5]])
    expect(unused(limits, rows, 'zh').map(row => row.code)).toEqual(['IDLE'])
  })

  it('that are late beyond chance come before those with more late cases of many more', () => {
    const usual = Array.from({ length: 30 }, (_, at) => cell([`OK${at}`], share(late, 990, 1000)))
    const all = answer(
      side(
        [...usual, cell(['BUSY'], share(late, 2960, 3000)), cell(['BAD'], share(late, 70, 100))],
        share(late, 32_730, 33_100),
      ),
    )
    const [first, second] = breaks(itemRows(all, 'zh'), all)
    expect([first?.code, first?.late, first?.worse]).toEqual(['BAD', 30, true])
    expect([second?.code, second?.late, second?.worse]).toEqual(['BUSY', 40, false])
  })

  it('that take longer than promised are named, those most over it first', () => {
    const item = { code: 'A', name: '甲', statutory: 20, committed: 7, actual: 5, n: 40 }
    const over = { ...item, code: 'B', actual: 9 }
    const most = { ...item, code: 'C', actual: 12 }
    const unknown = { ...item, code: 'D', committed: null, actual: 30 }
    expect(pastPromise([item, over, unknown, most]).map(row => row.code)).toEqual(['C', 'B'])
  })

  it('are set against their limits; promoted ones were in force but not instant before', () => {
    expect(limitRows(limits, rows, 'zh')).toEqual([
      { code: 'FAST', name: 'FAST窗口', statutory: 10, committed: 6, actual: 2, n: 40 },
    ])
    const before = answer(
      side(
        [
          cell(['FAST'], limit({ instant: 0, statutory: 10, committed: 6 })),
          cell(['FEW'], limit({ instant: 0, statutory: 0, committed: 0 })),
        ],
        {},
      ),
    )
    expect(promoted(before, limits, 'zh').map(row => row.code)).toEqual(['FAST'])
    expect(promoted(answer(side([], {})), limits, 'zh')).toEqual([])
  })

  it('are drawn as three dots each', () => {
    const series = dumbbell(
      {
        items: limitRows(limits, rows, 'zh'),
        printing: chinese,
        words: { statutory: '法定', committed: '承诺', actual: '实际' },
      },
      theme,
    ).series as { id: string; data: { value: (number | null)[] }[] }[]
    expect(series.slice(1).map(one => [one.id, one.data[0]!.value[0]])).toEqual([
      ['statutory', 10],
      ['committed', 6],
      ['actual', 2],
    ])
  })
})

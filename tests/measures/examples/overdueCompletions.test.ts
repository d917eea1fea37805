import { expect, it } from 'vitest'
import { measureNamed } from '#measures'
import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('overdueCompletions', 'B and E are late; A, C and D are in time', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 2,
})

// 2 late of 5, 3 in time of 5: one share of each case with a limit.
workedExample('overdueRate', 'is two of the same five', {
  rows: { cases: sixCases },
  period: '2012-09',
  value: 2 / 5,
  of: [2, 5],
})
workedExample('onTimeRate', 'is the other three of the five', {
  rows: { cases: sixCases },
  period: '2012-09',
  value: 1 - 2 / 5,
  of: [3, 5],
})

it('overdueCompletions counts what the overdue rate has above its line', () => {
  const [count, rate] = [measureNamed('overdueCompletions'), measureNamed('overdueRate')]
  expect(count.kind === 'total' && count.part).toEqual(rate.kind === 'ratio' && rate.numerator)
})

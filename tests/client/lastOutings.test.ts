import type { Answer } from '#measures'
import { expect, it } from 'vitest'
import { measures } from '#measures'
import { lastOutings } from '../../client/townships/lastOutings.ts'
import { answer, keyOf, side } from '../support/answerParts.ts'

it('townships are told by the months since a visit, those left out longest first', () => {
  const months = ['01', '02', '03', '04']
  const cells = [
    ['早', 0],
    ['晚', 3],
    ['早', 1],
    ['零', 2],
  ] as const
  const asked: Answer = answer({
    ...side([], {}),
    buckets: months.map(month => ({ key: month, from: `2026-${month}-01`, to: `2026-${month}-28` })),
    cells: cells.map(([code, bucket]) => ({
      bucket,
      members: [code],
      parts: { [keyOf(measures.townshipOutings.part)]: code === '零' ? 0 : 1 },
    })),
  })
  expect(lastOutings(asked, ['晚', '早', '无', '零'])).toEqual([
    { code: '无', count: 0, months: 4, last: null },
    { code: '零', count: 0, months: 4, last: null },
    { code: '早', count: 2, months: 2, last: '2026-02-01' },
    { code: '晚', count: 1, months: 0, last: '2026-04-01' },
  ])
})

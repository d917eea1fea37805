import { expect, it } from 'vitest'
import { leftOver, lineHeight } from '../../client/trading/useWholeCells.ts'

it('leaves room beside the last whole column and below the last whole line', () => {
  const box = { edges: [100, 300, 450, 600], width: 500, head: 40, height: 40 + 5 * lineHeight + 12 }
  expect(leftOver(box)).toEqual({ beside: 50, below: 12 })
  // A table that ends within its box is not widened.
  expect(leftOver({ ...box, width: 700 })).toEqual({ beside: 0, below: 12 })
  expect(leftOver({ ...box, width: 80, height: 20 })).toEqual({ beside: 0, below: 0 })
})

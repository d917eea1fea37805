import type { Parts } from '#measures'
import { expect, it } from 'vitest'
import { figureOf, measures, partKey, partsOf } from '#measures'
import { savingsSum } from '../../client/ui/savingsSum.ts'
import { answer, cell, side } from '../support/answerParts.ts'

const { savings, savingsRate, savingsBelowBase, overrunAboveBase } = measures
const printing = { language: 'zh', currency: 'CNY' } as Parameters<typeof savingsSum>[2]['printing']

function answerOf(below: number, over: number, saved: number) {
  const parts: Parts = Object.fromEntries(
    [savings, savingsRate, savingsBelowBase, overrunAboveBase].flatMap(measure =>
      partsOf(measure).map(part => [partKey(part), 10]),
    ),
  )
  parts[partKey(savingsBelowBase.part)] = below
  parts[partKey(overrunAboveBase.part)] = over
  parts[partKey(savings.part)] = saved
  parts[partKey(savingsRate.denominator)] = 20_000
  return answer(side([cell([], parts)], parts))
}

it('shows numerator, denominator and how savings add up, to the yuan', () => {
  const found = answerOf(1_500, 500, 1_000)
  const figure = figureOf(savingsRate, found.current.overall)
  expect(savingsSum('savingsRate', found, { figure, printing })).toEqual({
    below: '15 元',
    over: '5 元',
    saved: '10 元',
    base: '200 元',
  })
  expect(savingsSum('savings', found, { figure: null, printing })?.base).toBe('')
})

it('shows nothing where the parts do not add up, or belong to another figure', () => {
  expect(savingsSum('savings', answerOf(1_500, 500, 900), { figure: null, printing })).toBeNull()
  const other = figureOf(savingsRate, answerOf(900, 100, 800).current.overall)
  expect(savingsSum('savingsRate', answerOf(1_500, 500, 1_000), { figure: other, printing })).toBeNull()
})

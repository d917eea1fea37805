import type { Answer, Parts } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { serviceKinds } from '../../client/services/serviceKinds.ts'
import { isByChance } from '../../client/ui/pageFindings.ts'
import { answer, cell, keyOf, side } from '../support/answerParts.ts'
import { chinese } from '../support/printing.ts'

const say = { t: (key: string) => key, ...chinese }

describe('featured services', () => {
  const parts = (times: number, people: number): Parts => ({
    [keyOf(measures.featuredServices.part)]: times,
    [keyOf(measures.featuredServicePeople.part)]: people,
  })
  const asked: Answer = answer(side([cell(['A'], parts(90, 100)), cell(['B'], parts(80, 900))], {}), {
    question: { comparison: 'none' } as never,
  })

  it('stand by the number of people; without a comparison nothing moved', () => {
    expect(serviceKinds(asked, say).map(kind => [kind.code, kind.people, kind.change, kind.moved])).toEqual([
      ['B', 900, '', null],
      ['A', 100, '', null],
    ])
  })

  it('moved only where chance does not explain it', () => {
    expect(isByChance(85, 99)).toBe(true)
    expect(isByChance(60, 120)).toBe(false)
    expect(isByChance(0, 3)).toBe(true)
  })
})

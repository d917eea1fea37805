import { describe, expect, it } from 'vitest'
import { centreMeasures, questionsOf } from '../../client/centres/questions.ts'

const centre = (code: string, ...facts: string[]) => ({ code, filled: { facts } })

describe('the questions of centres side by side', () => {
  it('ask of each fact only the centres that hold records of it', () => {
    const questions = questionsOf(
      [centre('county', 'cases', 'feedback', 'trades'), centre('station', 'cases'), centre('new')],
      '2026',
    )
    expect(questions.map(({ measures, centres }) => [measures[0], centres])).toEqual([
      ['casesReceived', ['county', 'station']],
      ['ownGoodReviewRate', ['county']],
      ['tradesConcluded', ['county']],
    ])
    expect(questions.flatMap(({ measures }) => measures)).toEqual([...centreMeasures])
  })

  it('leave out a fact that no centre holds', () => {
    expect(questionsOf([centre('station', 'cases')], '2026')).toHaveLength(1)
    expect(questionsOf([centre('new')], '2026')).toEqual([])
  })
})

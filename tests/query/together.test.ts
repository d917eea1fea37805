import type { QuestionInput } from '#measures'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask, askMany } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const context = () => ({ database: database(), scope: wholeScope, now: new Date('2013-06-30T00:00:00Z') })

const question = fc
  .record({
    measures: fc.shuffledSubarray(
      [
        'casesReceived',
        'casesCompleted',
        'casesAccepted',
        'onTimeRate',
        'openCases',
        'tradesConcluded',
        'savings',
        'savingsRate',
        'landGain',
        'banners',
        'letters',
        'staffCount',
      ],
      { minLength: 1, maxLength: 5 },
    ),
    granularity: fc.constantFrom('none' as const, 'month' as const),
    groupBy: fc.constantFrom<string[][]>([], ['centre']),
  })
  .map((words): QuestionInput => ({ ...words, centres: ['pinghe'], period: '2012' }))

it('questions asked together are answered as each alone, in whatever order they name parts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(question, { minLength: 2, maxLength: 4 }), async questions => {
      const together = await askMany(
        database(),
        questions.map(input => ({ input, context: context() })),
      )
      for (const [place, input] of questions.entries()) {
        const settled = together[place]!
        expect('answer' in settled && settled.answer.current).toEqual((await ask(input, context())).current)
      }
    }),
    { numRuns: 40 },
  )
})

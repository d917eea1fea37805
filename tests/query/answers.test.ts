import type { QuestionInput } from '#measures'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { measures, valueOf } from '#measures'
import { leaderScope, wholeScope } from '../../server/measures/scope.ts'
import { Answers } from '../../server/query/answers.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const question: QuestionInput = { measures: ['casesReceived'], centres: ['here'], period: 'thisMonth' }
const now = new Date('2012-09-20T04:00:00Z')
let answers: Answers
/** How often the facts were opened for reading. */
let reads: () => number

beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  await load(database(), { centre: 'here', target: 'cases' }, 'caseNumber,receivedAt\nA,2012-09-03 09:00\n')
})
beforeEach(() => {
  answers = new Answers()
  // A pool's own queries, such as the look at the data version, connect as well.
  const [connects, queries] = [vi.spyOn(database().pool, 'connect'), vi.spyOn(database().pool, 'query')]
  connects.mockClear()
  queries.mockClear()
  reads = () => connects.mock.calls.length - queries.mock.calls.length
})

const ask = async (at = now, scope = leaderScope) =>
  answers.ask(question, { database: database(), scope, now: at })

describe('remembered answers', () => {
  it('are given again without reading facts, with the present time', async () => {
    const first = await ask()
    const later = new Date(now.getTime() + 60_000)
    expect(await ask(later)).toEqual({ ...first, asOf: later.toISOString() })
    expect(reads()).toBe(1)
  })

  it('are read once for many who ask at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, async () => ask()))
    expect(reads()).toBe(1)
  })

  it('are read together where they are asked together', async () => {
    const together = ['casesReceived', 'casesCompleted', 'openCases'].map(async id =>
      answers.ask({ ...question, measures: [id] }, { database: database(), scope: leaderScope, now }),
    )
    const wrong = answers.ask(
      { ...question, measures: ['casesReceived'], groupBy: ['buyer'] },
      { database: database(), scope: leaderScope, now },
    )
    await expect(wrong).rejects.toThrow('dimension-not-of-measure')
    expect((await Promise.all(together)).map(answer => answer.sources)).toEqual(
      Array.from({ length: 3 }, () => ['rollup_cases_hall']),
    )
    expect(reads()).toBe(1)
  })

  it('are not given to another scope, nor on another day', async () => {
    await ask()
    await ask(now, wholeScope)
    await ask(new Date(now.getTime() + 86_400_000))
    expect(reads()).toBe(3)
  })

  it('end with the next committed change, and never show what was before it', async () => {
    expect(valueOf(measures.casesReceived, (await ask()).current.overall)).toBe(1)
    await load(database(), { centre: 'here', target: 'cases' }, 'caseNumber,receivedAt\nB,2012-09-04 09:00\n')
    expect(valueOf(measures.casesReceived, (await ask()).current.overall)).toBe(2)
  })

  it('refuse before they remember', async () => {
    await ask()
    await expect(
      ask(now, { ...leaderScope, rows: { ...leaderScope.rows, centres: ['elsewhere'] } }),
    ).rejects.toThrow('out-of-scope')
  })

  it('do not remember failures', async () => {
    const wrong = { ...question, measures: ['nope'] }
    for (let tries = 0; tries < 2; tries++)
      await expect(answers.ask(wrong, { database: database(), scope: leaderScope, now })).rejects.toThrow(
        'unknown-measure',
      )
  })
})

import { beforeAll, expect, it } from 'vitest'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const at = { centre: 'here', target: 'windows' } as const

beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    'caseNumber,item,receivedAt,acceptedAt,completedAt\nA,TEN,2012-09-03 09:00,' +
      '2012-09-03 09:00,2012-09-05 10:00\n',
  )
})

/** The names of the windows of an answer. Catalogues are remembered by data version. */
async function names(): Promise<(string | undefined)[]> {
  const answer = await ask(
    { measures: ['casesCompleted'], centres: ['here'], period: '2012-09', groupBy: ['window'] },
    { database: database(), scope: wholeScope, now: testNow },
  )
  return (answer.members[0] ?? []).map(({ zh }) => zh)
}

it('an answer names members as the last load did, and as before once that is undone', async () => {
  const windows = 'code,name,unit,validFrom\n'
  expect(await names()).toEqual(['挂牌窗口'])
  expect(await names()).toEqual(['挂牌窗口'])
  const { batchId } = await load(database(), at, `${windows}W2,车管窗口,U2,2012-01-01\n`)
  expect(await names()).toEqual(['车管窗口'])
  await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
  expect(await names()).toEqual(['挂牌窗口'])
})

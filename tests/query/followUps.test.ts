import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const centre = 'here'
/** Friday 28 June 2013. */
const now = new Date('2013-06-28T04:00:00Z')
const as = async (viewer = viewerIn('leader')) =>
  createCaller(await testContext(database(), viewer, { clock: () => now }))
const asked = { centre, period: '2013-06' }

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
  // Given on Monday 17 June: answered the next day, called back and closed late. On Wednesday 26: all open,
  // the answer was due on Thursday.
  const csv = `feedbackCode,kind,window,level,ownReview,givenDay,repliedDay,calledBack,closedDay
1,review,W1,1,1,2013-06-17,2013-06-18,2013-06-21,2013-06-24
2,review,W2,2,1,2013-06-26,,,
3,review,W2,5,1,2013-06-26,,,
`
  await load(database(), { centre, target: 'feedback', now }, csv)
})

describe('the clock of bad reviews', () => {
  it('counts each step by its deadline in working days', async () => {
    const { total, counts, open, lateReplies } = await (await as()).standards.badReviews(asked)
    expect(total).toBe(2)
    expect(counts.reply).toEqual({ inTime: 1, late: 0, open: 0, overdue: 1 })
    // As many in time as late is no signal.
    expect(lateReplies).toBeNull()
    // Three working days after the 17th is the 20th; the call came on the 21st.
    expect(counts.callBack).toEqual({ inTime: 0, late: 1, open: 1, overdue: 0 })
    expect(counts.rectify).toEqual({ inTime: 1, late: 0, open: 1, overdue: 0 })
    expect(open).toMatchObject([{ code: '2', step: 'reply', due: '2013-06-27', overdue: true }])
  })

  it('tells how many working days are gone, and for how many a step is late', async () => {
    const { open } = await (await as()).standards.badReviews(asked)
    // Given on Wednesday, due on Thursday, looked at on Friday.
    expect(open.map(({ passed, late }) => [passed, late])).toEqual([[2, 1]])
  })

  it('leads to the record of each review alone', async () => {
    const { open } = await (await as()).standards.badReviews(asked)
    const [one] = open
    const answer = await (
      await as()
    ).measures.rows({
      measure: 'badReviews',
      centres: [centre],
      period: `${one!.given}..${one!.given}`,
      filters: [{ dimension: 'feedbackCode', in: [one!.code] }],
    })
    expect(answer.rows.map(([code]) => code)).toEqual(['2'])
  })

  it('follows the deadlines that the centre sets', async () => {
    const deadlines = { reply: 3, callBack: 4, rectify: 5 }
    await expect(
      (await as(viewerIn('inspection'))).standards.setDeadlines({ centre, deadlines }),
    ).rejects.toThrow('not-permitted')
    await (await as()).standards.setDeadlines({ centre, deadlines })
    const { counts, open } = await (await as()).standards.badReviews(asked)
    expect(counts.reply).toEqual({ inTime: 1, late: 0, open: 1, overdue: 0 })
    expect(counts.callBack).toEqual({ inTime: 1, late: 0, open: 1, overdue: 0 })
    // Due on Monday 1 July: one working day from Friday, three days of the calendar.
    expect(open.map(({ due, left, inDays }) => [due, left, inDays])).toEqual([['2013-07-01', 1, 3]])
  })

  it('is seen by a chief for their own windows', async () => {
    const own = await (await as(viewerIn('windowChief', { units: ['here/U1'] }))).standards.badReviews(asked)
    expect(own.total).toBe(1)
  })
})

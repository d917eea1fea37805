import { describe, expect, it } from 'vitest'
import { understand } from '../../server/questions/understand.ts'
import { countyReading } from './countyReading.ts'

const measuresOf = (text: string): string[][] => {
  const understanding = understand(text, countyReading)
  if (understanding.kind === 'refused') return []
  return understanding.kind === 'understood'
    ? [understanding.asked.measures]
    : understanding.choices.map(({ asked }) => asked.measures)
}

describe('a median', () => {
  it.each([
    ['投诉答复中位天数', 'medianComplaintReplyDays'],
    ['投诉多久能答复 中位数', 'medianComplaintReplyDays'],
    ['投诉答复 P90', 'p90ComplaintReplyDays'],
    ['12345 答复中位天数', 'medianHotlineReplyDays'],
    ['回复时间中位数', 'medianReplyDays'],
    ['median reply time of complaints this year', 'medianComplaintReplyDays'],
    ['平均历时中位数', 'medianElapsedDays'],
    ['投诉平均几天答复', 'complaintReplyDays'],
  ])('asked for as %s is %s', (text, id) => {
    expect(measuresOf(text)).toEqual([[id]])
    expect(understand(text, countyReading).kind).toBe('understood')
  })

  it('of a figure that has none is not answered with the figure itself', () => {
    for (const text of ['办结量中位数', 'median cases completed'])
      expect([understand(text, countyReading).kind, measuresOf(text)]).toEqual([
        'choice',
        [['casesCompleted']],
      ])
  })

  it('of days to reply, of which kind unsaid, is asked back', () => {
    expect(measuresOf('中位答复天数')).toEqual([
      ['medianReplyDays'],
      ['medianComplaintReplyDays'],
      ['medianHotlineReplyDays'],
    ])
  })
})

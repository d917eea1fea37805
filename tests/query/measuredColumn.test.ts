import type { MeasureId } from '#measures'
import { describe, expect, it } from 'vitest'
import { basePart, measureNamed, newestPart, rowsQuestionSchema } from '#measures'
import { factNamed } from '../../server/model/index.ts'
import { askedOrder, measuredColumn } from '../../server/query/measuredColumn.ts'

function found(id: MeasureId): ReturnType<typeof measuredColumn> {
  const part = newestPart(basePart(measureNamed(id)))
  if (part.kind !== 'flow' && part.kind !== 'stock') return null
  const fact = factNamed(part.fact)
  return measuredColumn(measureNamed(id), fact, fact.rows)
}

describe('the column of the measured number', () => {
  it('is found for sums, means, medians and ratios, whatever it is called in the model', () => {
    expect(found('savings')).toEqual({ column: 'savingFen', negative: false })
    expect(found('savingsRate')).toEqual({ column: 'savingFen', negative: false })
    expect(found('overrunAboveBase')).toEqual({ column: 'savingFen', negative: true })
    expect(found('landGain')).toEqual({ column: 'gainFen', negative: false })
    expect(found('tradeAmount')).toEqual({ column: 'awardFen', negative: false })
    expect(found('medianHandlingTime')).toEqual({ column: 'workedMilliDays', negative: false })
    expect(found('averageReplyDays')).toEqual({ column: 'replyDays', negative: false })
    expect(found('featuredServicePeople')).toEqual({ column: 'people', negative: false })
    expect(found('casesCompleted')).toBeNull()
  })

  it('puts the largest first, and of what is listed as negative the lowest', () => {
    const asked = rowsQuestionSchema.parse({
      measure: 'savings',
      centres: ['a'],
      period: '2026',
      orderBy: 'measured',
    })
    expect(askedOrder(asked, found('savings'))).toEqual({ orderBy: 'savingFen', descending: true })
    expect(askedOrder(asked, found('overrunAboveBase'))).toEqual({ orderBy: 'savingFen', descending: false })
    expect(askedOrder(asked, null)).toEqual({ descending: false })
    expect(askedOrder({ ...asked, orderBy: 'awardFen' }, null)).toMatchObject({ orderBy: 'awardFen' })
  })
})

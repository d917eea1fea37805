import { describe, expect, it } from 'vitest'
import { measureIds, measureNamed } from '#measures'
import { issueFirst } from '../../server/query/lookUp.ts'
import { lookUpMeasures } from '../../server/query/lookUpMeasures.ts'

describe('what is looked up', () => {
  it('is the issue of that number before others in which the digits occur', () => {
    const issues = ['', '2026年第11期', '2012年第146期', '第46期'].map(number => ({ number }))
    expect(issueFirst('46', issues)[0]?.number).toBe('第46期')
    expect(issueFirst('第46期', issues)[0]?.number).toBe('第46期')
    expect(issueFirst('节约', issues)).toEqual(issues)
  })

  it('is a measure by its names and its synonyms, the exact word first', () => {
    expect(lookUpMeasures('savings')[0]).toMatchObject({ kind: 'measure', code: 'savings' })
    expect(lookUpMeasures('省钱')[0]?.code).toBe('savings')
    expect(lookUpMeasures('没有这样的名字')).toEqual([])
    const lost = measureIds.filter(id =>
      [measureNamed(id).names.zh, measureNamed(id).names.en].some(
        name => !lookUpMeasures(name).some(measure => measure.code === id),
      ),
    )
    expect(lost).toEqual([])
  })
})

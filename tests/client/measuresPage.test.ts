import { describe, expect, it } from 'vitest'
import { measureIds } from '#measures'
import { groupsOf, matching } from '../../client/ui/measureGroups.ts'

describe('the catalogue of measures', () => {
  it('shows every measure once, in the group of what it counts', () => {
    const groups = groupsOf(measureIds)
    expect(groups.flatMap(({ ids }) => ids).toSorted()).toEqual(measureIds.toSorted())
    expect(groups.find(({ name }) => name === 'trades')?.ids).toContain('savingsRate')
    expect(groupsOf(['onTimeRate']).map(({ name, ids }) => [name, ids])).toEqual([['cases', ['onTimeRate']]])
  })

  it('finds a measure by its name in either language, its code, its question or its formula', () => {
    const said = new Map([
      [
        'complaints',
        {
          question: { zh: '窗口服务投诉有几件？', en: 'How many complaints?' },
          formula: { zh: '收到日在期内', en: 'Received in the period' },
        },
      ],
    ])
    expect(matching('按时办结', said)).toContain('onTimeRate')
    expect(matching(' ON-TIME ', null)).toContain('onTimeRate')
    expect(matching('onTimeRate', null)).toEqual(['onTimeRate'])
    expect(matching('有几件', said)).toEqual(['complaints'])
    expect(matching('收到日', said)).toEqual(['complaints'])
    expect(matching('无此词', said)).toEqual([])
    expect(matching('', said)).toEqual(measureIds)
  })
})

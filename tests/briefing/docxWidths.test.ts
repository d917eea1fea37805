import { describe, expect, it } from 'vitest'
import { headOf } from '../../server/briefing/write/docxFrame.ts'
import { textWidths } from '../../server/briefing/write/docxTables.ts'
import { textWidth } from '../../server/briefing/write/style.ts'

const headWith = (unit: string, date: string) =>
  headOf({
    withdrawn: '',
    corrections: [],
    head: { name: '工作简报', picture: '', issue: '第46期', draft: '', contact: '', unit, date },
    title: '专刊',
    subtitle: '',
    signature: null,
    annex: null,
    provenance: '',
    colophon: { registration: '', sent: [], office: '', printed: '' },
  }).length

describe('who and when above the red line', () => {
  it('stand on one line where both have room, else the date has a line of its own', () => {
    const short = headWith('平和县行政服务中心暨公共资源交易中心', '2012年12月31日')
    expect(short).toBe(4)
    expect(headWith('Pinghe Center', '31 December 2012')).toBe(short)
    const long = 'Pinghe County Administrative Service Center and Public Resource Trading Center'
    expect(headWith(long, '31 December 2012')).toBe(short + 1)
  })
})

describe('the columns of a table that was typed', () => {
  it('are as wide as their texts ask for, and fill the line', () => {
    const rows = [
      ['序号', '名称', '说明'],
      ['1', '茶叶', '蜜柚、茶叶、蔬菜种植与加工的技术咨询，每周二、周四上午在大厅一楼'],
    ]
    const [first = 0, second = 0, third = 0] = textWidths(rows, 3)
    expect(first).toBe(second)
    // 18 characters at most against 3 and 3: three quarters of the line.
    expect(third / (first + second + third)).toBeCloseTo(0.75, 2)
    expect(textWidth - (first + second + third)).toBeLessThan(3)
  })
})

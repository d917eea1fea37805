import type { FormField } from '../../client/entry/forms.ts'
import { describe, expect, it } from 'vitest'
import { pastedRows } from '../../client/entry/pastedRows.ts'
import { cellsOf } from '../../client/ui/copiedCells.ts'

const fields: FormField[] = [
  {
    name: 'window',
    names: { zh: '窗口', en: 'Window' },
    inFiles: { zh: '窗口编码', en: 'Window code' },
    kind: 'reference',
    refersTo: 'window',
    required: true,
  },
  { name: 'day', names: { zh: '日期', en: 'Day' }, kind: 'day', required: true },
  { name: 'received', names: { zh: '收件', en: 'Received' }, kind: 'number', required: true },
  {
    name: 'kind',
    names: { zh: '类型', en: 'Kind' },
    kind: 'list',
    required: false,
    values: { a: { zh: '甲', en: 'A' } },
  },
]
const windows = [{ code: 'GS', zh: '工商窗口', en: 'Commerce' }]
const paste = (text: string, from = 0) => pastedRows(text, { fields, from, windows })

describe('cells of a spreadsheet', () => {
  it('are told apart by tabs and breaks, also inside quotes', () => {
    expect(cellsOf('a\tb\r\n"c\nd"\t"e""f"\r\n')).toEqual([
      ['a', 'b'],
      ['c\nd', 'e"f'],
    ])
    expect(cellsOf('a\t\tb')).toEqual([['a', '', 'b']])
    expect(cellsOf('')).toEqual([])
  })

  it('fill the columns from the cell on in which they are pasted', () => {
    expect(paste('2012/12/3\t1,234', 1)).toEqual([{ day: '2012-12-03', received: '1234' }])
  })

  it('follow their headings, and names become codes', () => {
    expect(paste('收件\t窗口编码\t类型\n5\t工商窗口\t甲\n6\tgs\t乙')).toEqual([
      { received: '5', window: 'GS', kind: 'a' },
      { received: '6', window: 'GS', kind: '乙' },
    ])
    expect(paste('窗口\t收件\nGS\t7')).toEqual([{ window: 'GS', received: '7' }])
  })
})

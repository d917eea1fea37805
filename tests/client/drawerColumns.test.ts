import type { RowsAnswer } from '../../server/query/rows.ts'
import { describe, expect, it } from 'vitest'
import { alikeColumns, askedFirst, firstOrder } from '../../client/ui/drawerColumns.ts'

const column = (key: string, shows: string) => ({ key, shows, names: { zh: key, en: key } })
const named = (text: string) => ({ zh: text, en: text })
const columns = [
  column('caseNumber', 'text'),
  column('itemId', 'item'),
  column('windowId', 'window'),
  column('jointGroup', 'text'),
  column('channel', 'list'),
  column('completedAt', 'instant'),
  column('committedDueDay', 'day'),
  column('committedVerdict', 'list'),
]
const row = (code: string, channel: string, done: string) => [
  code,
  named('挂牌'),
  named('交管窗口'),
  null,
  named(channel),
  done,
  '2026-01-05',
  named('超期'),
]
const pageOf = (rows: unknown[][]) => ({ columns, rows }) as unknown as RowsAnswer
const page = pageOf([row('A', '网上', '2026-01-07 10:00'), row('B', '窗口', '2026-01-06 10:00')])
const say = { language: 'zh', yes: '是' } as const

describe('the columns of the drawer', () => {
  it('begin with the verdict and the days of late cases; the empty ones come last', () => {
    const shown = askedFirst(page, 'overdueRate')
    expect(shown.columns.map(({ key }) => key)).toEqual([
      'caseNumber',
      'committedVerdict',
      'committedDueDay',
      'completedAt',
      'itemId',
      'windowId',
      'channel',
      'jointGroup',
    ])
    expect(shown.rows[0]?.slice(0, 4)).toEqual(['A', named('超期'), '2026-01-05', '2026-01-07 10:00'])
    expect(askedFirst(page, 'casesCompleted')).toBe(page)
  })

  it('leave out what is the same in all records, but not the column that sorts', () => {
    const keys = (shown: RowsAnswer, orderBy?: string) =>
      alikeColumns(shown, orderBy, say).map(({ key, text }) => `${key} ${text}`)
    expect(keys(page)).toEqual(['itemId 挂牌', 'windowId 交管窗口', 'committedVerdict 超期'])
    expect(keys(page, 'windowId')).toEqual(['itemId 挂牌', 'committedVerdict 超期'])
    // One record says what it is.
    expect(keys(pageOf([row('A', '网上', '2026-01-07 10:00')]))).toEqual([])
  })

  it('list late cases and voices newest first, and open cases by their due day', () => {
    expect(firstOrder('overdueRate')).toEqual({ orderBy: 'completedAt', descending: true })
    expect(firstOrder('badReviews')).toEqual({ orderBy: 'givenDay', descending: true })
    expect(firstOrder('overdueOpenCases')).toEqual({ orderBy: 'committedDueDay', descending: false })
    expect(firstOrder('savings')).toEqual({ orderBy: 'measured', descending: true })
  })
})

import { beforeAll, expect, it } from 'vitest'
import { entriesSaid } from '../../client/entry/entriesSaid.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

beforeAll(loadPageWords)
const said = (...states: ('entered' | 'submitted' | 'returned' | 'approved')[]) =>
  entriesSaid(
    states.map(state => ({ own: true, state })),
    i18n.global.t,
  )

it('what came back is said first, then what is kept, then what waits', () => {
  expect(said('submitted', 'entered', 'returned', 'approved')).toEqual([
    { text: '1 条填报', fault: '被退回，改好后重新提交' },
    { text: '1 条填好未交' },
    { text: '1 条待审核' },
  ])
})

it('says the next step where there is nothing, and that all is approved', () => {
  expect(entriesSaid([{ own: false, state: 'submitted' }], i18n.global.t)).toBe('还没有填报，选一个种类开始')
  expect(said('approved', 'approved')).toBe('2 条填报均已通过')
})

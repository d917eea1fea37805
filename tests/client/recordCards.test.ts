import type { RowsAnswer } from '../../server/query/rows.ts'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { measuredFirst } from '../../client/ui/measuredFirst.ts'
import { tellingColumns } from '../../client/ui/recordCards.ts'
import RecordCards from '../../client/ui/RecordCards.vue'
import RowsTable from '../../client/ui/RowsTable.vue'
import { i18n } from '../../client/words/index.ts'

const column = (key: string, shows: string) => ({ key, shows, names: { zh: key, en: key } })
const columns = [
  column('tradeCode', 'text'),
  column('name', 'text'),
  column('category', 'list'),
  column('round', 'number'),
  column('baseFen', 'fen'),
  column('outcome', 'list'),
  column('concludedDay', 'day'),
  column('buyer', 'text'),
  column('winner', 'text'),
] as unknown as RowsAnswer['columns']
const page = {
  names: { zh: '交易', en: 'Trades' },
  columns,
  rows: [
    [
      'JY-1',
      '道路',
      { zh: '工程', en: 'Works' },
      1,
      '100',
      { zh: '成交', en: 'Concluded' },
      '2012-09-03',
      '镇',
      null,
    ],
  ],
} as unknown as RowsAnswer
const options = {
  props: { page, order: { descending: false }, busy: false },
  global: { plugins: [createPinia(), i18n] },
}
afterEach(() => vi.unstubAllGlobals())

describe('records on a phone', () => {
  it('tell what, how much, when and with what end, and always the column that sorts', () => {
    const keysOf = (orderBy?: string) => tellingColumns(columns, orderBy).map(place => columns[place]?.key)
    expect(keysOf()).toEqual(['tradeCode', 'name', 'baseFen', 'concludedDay', 'outcome'])
    expect(keysOf('winner')).toEqual(['tradeCode', 'name', 'winner', 'baseFen', 'concludedDay'])
  })

  it('name each of several days on the closed card', () => {
    const days = [...columns, column('openedDay', 'day')] as unknown as RowsAnswer['columns']
    const rows = page.rows.map(row => [...row, '2012-08-01'])
    const props = { ...options.props, page: { ...page, columns: days, rows } }
    const told = (orderBy: string) =>
      mount(RecordCards, { ...options, props: { ...props, order: { descending: true, orderBy } } })
        .findAll('summary > span .label')
        .map(label => label.text())
    expect(told('openedDay')).toEqual(['openedDay', 'baseFen', 'concludedDay'])
    expect(told('winner')).toEqual(['baseFen'])
  })

  it('name each number and its currency on the closed card', () => {
    const cards = mount(RecordCards, options)
    const amount = cards.findAll('summary > span')[2]
    expect(amount?.text()).toBe('baseFen 1')
    expect(amount?.find('.visually-hidden').exists()).toBe(false)
    const inDollars = {
      ...page,
      columns: [...columns, column('currency', 'text')] as unknown as RowsAnswer['columns'],
      rows: page.rows.map(row => [...row, 'USD']),
    }
    const others = mount(RecordCards, { ...options, props: { ...options.props, page: inDollars } })
    expect(others.findAll('summary > span')[2]?.text()).toBe('baseFen 1 USD')
  })

  it('have the measured number next to their names', () => {
    const keysOf = (measured: string | null) =>
      measuredFirst({ ...page, measured }).columns.map(({ key }) => key)
    expect(keysOf('winner').slice(0, 4)).toEqual(['tradeCode', 'name', 'winner', 'category'])
    expect(keysOf(null)).toEqual(columns.map(({ key }) => key))
    expect(measuredFirst({ ...page, measured: 'buyer' }).rows[0]?.[2]).toBe('镇')
  })

  it('have the time of joint cases, which are only counted, behind their unit', () => {
    const keys = ['caseNumber', 'itemId', 'windowId', 'unitId', 'channel', 'workedMilliDays', 'outcome']
    const cases = { ...page, measured: null, columns: keys.map(key => column(key, 'text')), rows: [keys] }
    const shown = measuredFirst(cases as unknown as RowsAnswer, 'jointCases')
    const wanted = ['caseNumber', 'itemId', 'windowId', 'unitId', 'workedMilliDays', 'channel', 'outcome']
    expect(shown.columns.map(({ key }) => key)).toEqual(wanted)
    expect(shown.rows[0]).toEqual(wanted)
    expect(measuredFirst(cases as unknown as RowsAnswer, 'casesCompleted').rows[0]).toEqual(keys)
  })

  it('show every field that has a value when they are opened', () => {
    const cards = mount(RecordCards, options)
    expect(cards.findAll('summary > span')).toHaveLength(5)
    expect(cards.findAll('dt').map(wrapper => wrapper.text())).toEqual([
      'tradeCode',
      'name',
      'category',
      'round',
      'baseFen',
      'outcome',
      'concludedDay',
      'buyer',
    ])
  })

  it('are a table only where there is room for one', async () => {
    expect(mount(RowsTable, options).find('table').exists()).toBe(true)
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => {},
      removeEventListener: () => {},
    }))
    const narrow = mount(RowsTable, options)
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(narrow.find('table').exists()).toBe(false)
    expect(narrow.findAll('details')).toHaveLength(1)
  })
})

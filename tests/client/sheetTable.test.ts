import { describe, expect, it } from 'vitest'
import { tableOf } from '../../client/ui/sheetTable.ts'

const how = { language: 'zh' as const, currency: 'CNY', unit: '单位' }

describe('figures for a workbook', () => {
  it('are numbers as exact as they are known, with their unit in the heading', () => {
    const sheet = {
      name: '窗口',
      headers: ['窗口', '节约资金', '按时办结率'],
      rows: [
        ['甲', '1.23 亿元', '98.3%'],
        ['乙', '350 元', '—'],
      ],
      numbers: [
        [null, { value: 12_345_678_901, unit: 'fen' as const }, { value: 0.98312, unit: 'percent' as const }],
        [null, { value: 35_000, unit: 'fen' as const }, { value: null, unit: 'percent' as const }],
      ],
    }
    expect(tableOf(sheet, how)).toEqual({
      name: '窗口',
      headers: ['窗口', '节约资金（元）', '按时办结率（%）'],
      rows: [
        ['甲', 123_456_789.01, 98.312],
        ['乙', 350, null],
      ],
    })
  })

  it('are read from what is printed where nothing more exact is known', () => {
    const sheet = {
      name: 'x',
      headers: ['名称', '件数', '金额', '样本', '说明', '编号', '区间'],
      rows: [
        ['2012', '1,024 件', '3.5 亿元', '31,206', '升 3%', '0012', '95.1–97.3%'],
        ['2013', '—', '120 万元', '7', '12', '0013', '—'],
      ],
    }
    const { headers, rows } = tableOf(sheet, how)
    expect(headers).toEqual(['名称', '件数（件）', '金额（元）', '样本', '说明', '编号', '区间'])
    expect(rows).toEqual([
      ['2012', 1024, 350_000_000, 31_206, '升 3%', '0012', '95.1–97.3%'],
      ['2013', null, 1_200_000, 7, '12', '0013', null],
    ])
  })

  it('name the unit in a column of its own where rows differ in it', () => {
    const sheet = {
      name: 'x',
      headers: ['指标', '值', 'n'],
      rows: [
        ['受理', '1,024 件', ''],
        ['按时', '98.3%', '1,024 件中 1,007 件'],
      ],
      numbers: [
        [null, { value: 1024, unit: 'cases' as const }],
        [null, { value: 0.983, unit: 'percent' as const }],
      ],
    }
    expect(tableOf(sheet, how)).toMatchObject({
      headers: ['指标', '值', '单位', 'n'],
      rows: [
        ['受理', 1024, '件', null],
        ['按时', 98.3, '%', '1,024 件中 1,007 件'],
      ],
    })
  })

  it('have English units, one for one case and for two', () => {
    const sheet = {
      name: 'x',
      headers: ['Window', 'Cases'],
      rows: [
        ['A', '1 case'],
        ['B', '2 cases'],
      ],
    }
    expect(tableOf(sheet, { ...how, language: 'en', unit: 'Unit' })).toMatchObject({
      headers: ['Window', 'Cases (cases)'],
      rows: [
        ['A', 1],
        ['B', 2],
      ],
    })
  })
})

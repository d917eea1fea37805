import { describe, expect, it } from 'vitest'
import { sheetName } from '../../server/common/sheetName.ts'
import { figuresXlsx } from '../../server/exports/figuresXlsx.ts'
import { sheetCells, unzip } from '../support/unzip.ts'

const exported = { by: '领导', at: '2026-11-30 09:00', language: 'zh' as const }
const sheet = {
  name: '窗口对比',
  headers: ['窗口', '办结量（件）'],
  rows: [
    ['甲', 412],
    ['乙', 7.5],
    ['丙', null],
  ],
  facts: [['期间', '2026年1月1日至11月27日']] as [string, string][],
  measures: ['casesCompleted' as const],
}

describe('figures as a workbook', () => {
  it('are numbers that add up, with what they are on the last sheet', async () => {
    const parts = await unzip(await figuresXlsx([sheet], exported))
    expect(sheetCells(parts, 1)).toEqual([['窗口', '办结量（件）'], ['甲', 412], ['乙', 7.5], ['丙']])
    const about = sheetCells(parts, 2)
    expect(about).toContainEqual(['期间', '2026年1月1日至11月27日'])
    expect(about.find(([name]) => name === '口径 · 办结量')?.[1]).toContain('办结')
    expect(about).toContainEqual(['导出人', '领导'])
  })

  it('are shown with commas and two decimals and printed no wider than a page, and kept whole', async () => {
    const fine = {
      ...sheet,
      rows: [
        ['甲', 64736.0],
        ['乙', 99.4950118911573],
      ],
    }
    const parts = await unzip(await figuresXlsx([fine], exported))
    expect(sheetCells(parts, 1).slice(1)).toEqual(fine.rows)
    expect(parts.get('xl/styles.xml')!.toString()).toMatch(/#,##0"[\s\S]*#,##0\.00"/)
    const written = parts.get('xl/worksheets/sheet1.xml')!.toString()
    expect(written).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
    expect(written).toMatch(/<\/sheetData>.*<pageSetup paperSize="9" fitToHeight="0"\/>/)
  })

  it('have a sheet each, under names that no two share', async () => {
    const parts = await unzip(await figuresXlsx([sheet, sheet, { ...sheet, name: '说明' }], exported))
    const names = Array.from(
      parts
        .get('xl/workbook.xml')!
        .toString()
        .matchAll(/<sheet [^>]*name="([^"]*)"/g),
      match => match[1],
    )
    expect(names).toEqual(['窗口对比', '窗口对比 2', '说明 2', '说明'])
  })
})

describe('the name of a sheet', () => {
  it('is at most 31 letters without what a workbook refuses, and new', () => {
    const taken = new Set<string>()
    const names = Array.from({ length: 12 }, () => sheetName(`各窗口[按时]办结率:${'长'.repeat(40)}`, taken))
    expect(new Set(names).size).toBe(12)
    for (const name of names) expect(name).toMatch(/^[^[\]*?:/\\']{1,31}$/)
    expect(sheetName('', taken)).toBe('-')
  })
})

import type { FigureRef, MeasureId, Reading, Readings, SeriesRef } from '#measures'
import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { Written } from '../../server/briefing/write/written.ts'
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { captionNumbers, columnUnit, gridContent, referenceKey, splitUnit } from '#measures'
import { bucketNames, spanWords } from '../../server/briefing/spanWords.ts'
import { annexLines } from '../../server/briefing/write/annex.ts'
import { briefingDocx } from '../../server/briefing/write/docx.ts'
import { textIn, unzip } from '../support/unzip.ts'

const october = { from: '2026-10-01', to: '2026-10-31' }
const ref = (measure: MeasureId, more: Partial<FigureRef> = {}): FigureRef => ({
  measure,
  period: '2026-10',
  comparison: 'none',
  shows: 'value',
  form: 'plain',
  ...more,
})
const reading = (text: string, name: string, more: Partial<Reading> = {}): Reading => ({
  value: 1,
  numerator: null,
  n: null,
  coverage: null,
  text,
  earlier: null,
  ...october,
  against: null,
  definition: `${name}：口径（来源）；2026-10-01 至 2026-10-31`,
  fingerprint: 'x',
  ...more,
})
const completed = ref('casesCompleted')
const trades = ref('tradesConcluded')
const year = ref('casesCompleted', { period: '2026-01-01..2026-10-31' })
const byWindow: SeriesRef = {
  measures: ['casesAccepted', 'onTimeRate'],
  period: '2026-10',
  comparison: 'none',
  granularity: 'none',
  by: 'window',
  most: 10,
}
const cells = (...texts: string[]) =>
  texts.map(text => ({ text, value: 1, earlier: null, numerator: null, n: null }))
const readings: Readings = {
  figures: {
    [referenceKey(completed)]: reading('4660件', '办结量'),
    [referenceKey(trades)]: reading('21宗', '成交宗数'),
    [referenceKey(year)]: reading('45000件', '办结量', {
      from: '2026-01-01',
      definition: '办结量：口径（来源）；2026-01-01 至 2026-10-31',
    }),
  },
  series: {
    [referenceKey(byWindow)]: {
      rows: [
        { code: 'A', label: '公安窗口', ...october, cells: cells('378件', '99.5%') },
        { code: 'B', label: '民政窗口', ...october, cells: cells('120件', '100%') },
      ],
      total: { code: '', label: '合计', ...october, cells: cells('498件', '99.6%') },
      ...october,
      against: null,
      definitions: ['受理量：口径（来源）；2026-10-01 至 2026-10-31', '按时办结率：口径（来源）'],
      fingerprints: ['a', 'b'],
    },
  },
}
const document: BriefingDocument = {
  language: 'zh',
  masthead: { name: '政务服务简报', issue: '第46期', unit: '中心', date: '2026年11月2日' },
  title: '十月“一网通办”情况',
  subtitle: '',
  blocks: [
    { kind: 'heading', level: 1, text: '一、办件' },
    { kind: 'paragraph', inlines: ['办结“一件事”', completed, '，累计', year, '。'] },
    { kind: 'table', caption: '主要指标', rows: [{ value: trades, change: null }] },
    { kind: 'grid', caption: '各窗口', series: byWindow },
    { kind: 'chart', caption: '受理', series: byWindow },
  ],
  ending: {
    copyTo: '市作风办',
    distributeTo: '各乡镇',
    printed: '2026年11月2日印发',
    office: '县作风办',
    registration: '平简007号',
    signature: '县作风办',
  },
}
const written = (more: Partial<BriefingDocument> = {}): Written => ({
  document: { ...document, ...more },
  readings,
  ...october,
  dataUntil: '2026-10-31',
  standing: { state: 'draft' },
  exported: { by: '陈明', at: '2026-11-02 09:00' },
})
async function partsOf(more: Partial<BriefingDocument> = {}) {
  const parts = await unzip(await briefingDocx(written(more)))
  const read = (name: string): string => parts.get(name)?.toString('utf8') ?? ''
  return { parts, read, xml: read('word/document.xml') }
}

// The sequences of ECMA-376 part 1, 17.3.1.26, 17.3.2.28 and 17.6.17, as far as this product writes them.
const sequences: Record<string, string> = {
  pPr:
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd ' +
    'tabs kinsoku wordWrap snapToGrid spacing ind contextualSpacing jc outlineLvl rPr sectPr',
  rPr:
    'rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u effect shd ' +
    'vertAlign lang',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType ' +
    'pgNumType cols titlePg docGrid',
  tcPr: 'tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  trPr: 'cantSplit tblHeader',
}

const elementOf = (name: string): RegExp => new RegExp(`<w:${name}(?: [^>]*)?>(.*?)</w:${name}>`, 'gs')

/** Children of each element of that name, by their local names. */
function childrenOf(xml: string, parent: string): string[][] {
  const runs: string[][] = []
  for (const [, inner = ''] of xml.matchAll(elementOf(parent))) {
    const names: string[] = []
    let depth = 0
    for (const [tag, close, name = ''] of inner.matchAll(/<(\/?)w:(\w+)\b[^>]*>/g)) {
      if (close) depth--
      else {
        if (depth === 0) names.push(name)
        if (!tag.endsWith('/>')) depth++
      }
    }
    runs.push(names)
  }
  return runs
}

describe('the Word file of a briefing', () => {
  it.each(Object.keys(sequences))('writes the children of %s in the order of the standard', async parent => {
    const order = sequences[parent]!.split(' ')
    const { xml, read } = await partsOf()
    const all = childrenOf(xml + read('word/styles.xml').replaceAll('<w:pPr/>', ''), parent)
    expect(all.length).toBeGreaterThan(0)
    for (const names of all) {
      const places = names.map(name => order.indexOf(name))
      expect(places, names.join(' ')).not.toContain(-1)
      expect(places, names.join(' ')).toEqual(places.toSorted((a, b) => a - b))
    }
  })

  it('defines every style that it uses, and names no font or size beside them', async () => {
    const { xml, read } = await partsOf()
    const defined = new Set(
      Array.from(read('word/styles.xml').matchAll(/w:styleId="(\w+)"/g), match => match[1]),
    )
    const used = new Set(Array.from(xml.matchAll(/<w:[pr]Style w:val="(\w+)"/g), match => match[1]))
    for (const style of ['Masthead', 'Title', 'IssueBody', 'Heading1', 'Caption', 'TableNumber', 'Colophon'])
      expect(used, style).toContain(style)
    expect([...used].filter(style => !defined.has(style))).toEqual([])
    // Another font or size in a style is then another one on the paper.
    expect(xml).not.toMatch(/<w:sz |w:ascii=|w:eastAsia=/)
    expect(xml).toContain('<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">“</w:t>')
    expect(read('word/styles.xml')).toContain('w:eastAsia="zh-CN"')
  })

  it('has every part that its relations name', async () => {
    const { parts, read, xml } = await partsOf({ definitions: 'footnotes' })
    const relations = read('word/_rels/document.xml.rels')
    const targets = new Map(
      Array.from(relations.matchAll(/<Relationship [^>]*>/g), ([tag]) => [
        /Id="([^"]+)"/.exec(tag)?.[1],
        /Target="([^"]+)"/.exec(tag)?.[1] ?? '',
      ]),
    )
    for (const target of targets.values()) expect([...parts.keys()], target).toContain(`word/${target}`)
    const named = Array.from(xml.matchAll(/r:(?:id|embed)="([^"]+)"/g), match => match[1])
    expect(named.length).toBeGreaterThan(2)
    for (const id of named) expect(targets.has(id), id).toBe(true)
  })

  it('numbers pages outside and tables by fields; its colophon is at the foot of the last page', async () => {
    const { read, xml } = await partsOf()
    expect(read('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    expect(xml).toMatch(/<w:footerReference w:type="even"/)
    expect(xml).toContain('w:instr="SEQ 表 \\* ARABIC"')
    expect(xml).toContain('w:instr="SEQ 图 \\* ARABIC"')
    const text = textIn(Buffer.from(xml))
    for (const words of ['表1　主要指标', '表2　各窗口', '图1　受理']) expect(text).toContain(words)
    // The lower margin lies 262 mm below the top of the page, 742.65 pt; the box holds four lines of 26 pt
    // and rules.
    const [, top] = /<v:shape [^>]*margin-top:([\d.]+)pt;[^>]*stroked="f"/.exec(xml) ?? []
    expect(742.65 - Number(top)).toBeGreaterThan(4 * 26)
    expect(742.65 - Number(top)).toBeLessThan(4 * 26 + 8)
    expect(text).toMatch(/平简007号抄送：市作风办分送：各乡镇县作风办2026年11月2日印发$/)
  })

  it('prints units once and totals last', async () => {
    const text = textIn(Buffer.from((await partsOf()).xml))
    expect(text).toContain('指标单位数值成交宗数宗21')
    expect(text).toContain('受理量（件）按时办结率（%）公安窗口37899.5民政窗口120100合计49899.6')
  })

  it('explains every measure once in the annex, by periods', () => {
    expect(annexLines(document, readings)).toEqual([
      '除注明外，期间为2026年10月。',
      '1. 办结量：口径（来源）；期间：2026年10月、2026年1—10月。',
      '2. 成交宗数：口径（来源）。',
      '3. 受理量：口径（来源）。',
      '4. 按时办结率：口径（来源）。',
    ])
  })

  it('explains them in footnotes where those are asked for, and nowhere where nothing is', async () => {
    const footnotes = await partsOf({ definitions: 'footnotes' })
    const ids = Array.from(footnotes.xml.matchAll(/<w:footnoteReference w:id="(\d+)"/g), match => match[1])
    expect(ids).toEqual(['1', '2', '3', '4'])
    expect(textIn(Buffer.from(footnotes.read('word/footnotes.xml')))).toContain('成交宗数：口径')
    for (const id of ids) expect(footnotes.read('word/footnotes.xml')).toContain(`w:id="${id}"`)
    expect(textIn(Buffer.from(footnotes.xml))).not.toContain('附件：口径说明')
    const none = await partsOf({ definitions: 'none' })
    expect(textIn(Buffer.from(none.xml))).not.toContain('口径（来源）')
    expect(none.xml).not.toContain('footnoteReference')
  })

  it('says what a corrected edition corrects, above the text', async () => {
    const text = textIn(Buffer.from((await partsOf({ correction: ['办结量由4658件更正为4660件。'] })).xml))
    expect(text).toMatch(/情况更正说明办结量由4658件更正为4660件。一、办件/)
  })
})

describe('words for tables and pictures', () => {
  const days = { from: '2025-01-01', to: '2025-12-31' }
  const row = (label: string, text: string, yuan: number | null) => ({
    code: label,
    label,
    ...days,
    cells: [{ text, value: yuan === null ? null : yuan * 100, earlier: null, numerator: null, n: null }],
  })

  it('take the unit out of a number, where there is one number', () => {
    expect(splitUnit('4,660件')).toEqual({ number: '4,660', unit: '件' })
    expect(splitUnit('3.29个工作日')).toEqual({ number: '3.29', unit: '个工作日' })
    expect(splitUnit('99.5%')).toEqual({ number: '99.5', unit: '%' })
    expect(splitUnit('2天3小时')).toEqual({ number: '2天3小时', unit: '' })
    expect(splitUnit('—')).toEqual({ number: '—', unit: '' })
    expect([columnUnit(['1件', '—', '2件']), columnUnit(['1亿元', '2万元'])]).toEqual(['件', ''])
  })

  it('give all amounts of a column in one unit, zero too', () => {
    const rows = [
      row('工程', '1.57亿元', 156_834_000),
      row('采购', '9067万元', 90_670_000),
      row('产权', '300.9万元', 3_009_000),
      row('土地', '0元', 0),
      row('租赁', '4500元', 4500),
      row('其他', '—', null),
    ]
    const { unitLine, rows: printed } = gridContent({ measures: ['tradeBase'] }, { rows }, 'zh')
    expect(unitLine).toBe('单位：万元')
    expect(printed.map(({ cells }) => cells[0])).toEqual(['15683.40', '9067.00', '300.90', '0', '0.45', '—'])
  })

  it('has the same decimals down a column, so that it adds up', () => {
    const rows = [
      row('工程', '1154万元', 11_540_000),
      row('采购', '616.6万元', 6_166_000),
      row('产权', '—', null),
    ]
    const total = { ...row('', '1771万元', 17_706_000) }
    const { rows: printed } = gridContent({ measures: ['savings'] }, { rows, total }, 'zh')
    expect(printed.map(({ cells }) => cells[0])).toEqual(['1154.0', '616.6', '—', '1770.6'])
  })

  it('number each kind for itself', () => {
    const blocks = ['table', 'paragraph', 'chart', 'grid', 'chart'].map(kind => ({ kind }))
    expect(captionNumbers(blocks, 'zh')).toEqual(['表1', '', '图1', '表2', '图2'])
    expect(captionNumbers(blocks, 'en')).toEqual(['Table 1', '', 'Figure 1', 'Table 2', 'Figure 2'])
  })

  it('call buckets and periods by their names', () => {
    const named = (granularity: 'day' | 'week' | 'month' | 'quarter', days: string[]) =>
      bucketNames(
        days.map(from => ({ from, to: from })),
        { granularity, language: 'zh' },
      )
    expect(named('day', ['2026-10-13', '2026-10-14'])).toEqual(['10月13日', '10月14日'])
    expect(named('month', ['2012-11-01', '2012-12-01', '2013-01-01'])).toEqual([
      '2012年11月',
      '12月',
      '2013年1月',
    ])
    expect(named('week', ['2026-10-12'])).toEqual(['10月12日起'])
    expect(named('quarter', ['2026-07-01'])).toEqual(['2026年三季度'])
    expect(spanWords(october, 'zh')).toBe('2026年10月')
    expect(spanWords({ from: '2025-01-01', to: '2025-12-31' }, 'zh')).toBe('2025年')
    expect(spanWords({ from: '2012-08-08', to: '2012-12-31' }, 'zh')).toBe('2012年8月8日—12月31日')
    expect(spanWords({ from: '2012-08-08', to: '2012-12-31' }, 'en')).toBe('8 Aug – 31 Dec 2012')
  })
})

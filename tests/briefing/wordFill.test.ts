import type { FigureRef, Reading, SeriesReading, SeriesRef } from '#measures'
import type { BriefingDocument } from '../../server/briefing/document.ts'
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { referenceKey } from '#measures'
import { checkTemplate } from '../../server/briefing/word/check.ts'
import { filledTemplate } from '../../server/briefing/word/fill.ts'
import { referencesOf } from '../../server/briefing/word/references.ts'
import { textIn, unzip } from '../support/unzip.ts'
import { documentOf } from '../support/wordDocument.ts'

const dates = { from: '2026-10-01', to: '2026-10-31', openedOn: '2012-08-08' }
const lines = [
  '受理{{受理量}}，办结{{办结量}}，日均{{日均办结量}}；按时办结率{{按时办结率}}。',
  '办结{{数字:办结量}}（{{单位:办结量}}），今年累计{{累计:办结量}}，上期{{上期:办结量}}，{{同比:办结量}}。',
  '{{#如果 成交宗数 > 10}}完成交易{{成交宗数}}，成交{{成交额}}，节约{{约:节约资金}}。{{/如果}}',
  '{{#如果 没有 成交宗数}}',
  '本期没有交易。',
  '{{/如果}}',
  '{{表:各窗口办结}}',
  '{{图:月度走势}}',
  '{{表:办件主要指标}}',
  '{{正文}}',
  '{{口径说明}}',
]

/** 4660 of everything, 21 trades; last year there were 4,500. */
const readingOf = ({ measure, shows, period }: FigureRef): Reading => ({
  value: measure === 'tradesConcluded' ? 21 : 4660,
  numerator: null,
  n: null,
  coverage: null,
  text: shows === 'change' ? '同比增长3.6%' : measure === 'tradesConcluded' ? '21宗' : '4660件',
  earlier: 4500,
  from: period.slice(0, 10),
  to: '2026-10-31',
  against: null,
  definition: `${measure}：口径（来源）`,
  fingerprint: 'x',
})
const cells = (value: number) => [
  { text: `${value}件`, value, earlier: value - 20, numerator: null, n: null },
]
const days = { from: dates.from, to: dates.to }
const seriesOf = ({ by }: SeriesRef): SeriesReading => ({
  rows: by
    ? [
        { code: 'A', label: '公安窗口', ...days, cells: cells(300) },
        { code: 'B', label: '民政<窗口>', ...days, cells: cells(200) },
      ]
    : Array.from({ length: 12 }, (_, place) => ({
        code: '',
        label: `${place + 1}月`,
        from: `2026-${String(place + 1).padStart(2, '0')}-01`,
        to: `2026-${String(place + 1).padStart(2, '0')}-28`,
        cells: cells(200 + place * 10),
      })),
  total: { code: '', label: '合计', ...days, cells: cells(500) },
  ...days,
  against: null,
  definitions: ['办结量：口径（来源）'],
  fingerprints: ['a'],
  changes: [{ day: '2026-07-01', text: '口径第2版' }],
})

async function filled(text: string[] = lines, { trades = 21, isEmpty = false } = {}) {
  const file = await documentOf(text, ['办结', '{{办结量}}'])
  const { fields, main, problems } = await checkTemplate(file)
  expect(problems).toEqual([])
  const references = referencesOf(
    fields.map(({ field }) => field),
    dates,
  )
  const readingFor = (ref: FigureRef): Reading =>
    isEmpty
      ? { ...readingOf(ref), value: null, text: '' }
      : ref.measure === 'tradesConcluded'
        ? { ...readingOf(ref), value: trades }
        : readingOf(ref)
  const readings = {
    figures: Object.fromEntries(references.figures.map(ref => [referenceKey(ref), readingFor(ref)])),
    series: Object.fromEntries(
      references.series.map(ref => [referenceKey(ref), { ...seriesOf(ref), ...(isEmpty && { rows: [] }) }]),
    ),
  }
  const chart = references.series.at(-1)
  const document: BriefingDocument = {
    language: 'zh',
    masthead: { name: '政务服务简报', issue: '第46期', unit: '中心', date: '2026年11月2日' },
    title: '十月情况',
    subtitle: '',
    blocks: [
      { kind: 'heading', level: 1, text: '一、办件' },
      { kind: 'paragraph', inlines: ['正文里的“一件事”。'] },
      ...(chart ? [{ kind: 'chart' as const, caption: '走势', series: chart }] : []),
    ],
    ending: { copyTo: '市作风办', distributeTo: '', printed: '' },
    word: { template: 1, name: '月报.docx', hash: '', openedOn: dates.openedOn, ...references },
  }
  const result = await filledTemplate(
    { file, main, fields },
    {
      dates,
      written: {
        document,
        readings,
        ...days,
        standing: { state: 'draft' },
        dataUntil: '2026-10-31',
        exported: { by: '陈明', at: '2026-11-02 09:00' },
      },
    },
  )
  return { template: await unzip(file), parts: await unzip(result), fields }
}
const textOf = (parts: Map<string, Buffer>): string => textIn(parts.get('word/document.xml'))

describe('a Word template that is filled', () => {
  it('has its fields, condition, table and chart filled, and all else as it was', async () => {
    const { template, parts, fields } = await filled()
    expect(fields.filter(({ field }) => field.kind === 'figure').length).toBeGreaterThanOrEqual(12)
    for (const part of ['word/styles.xml', 'word/settings.xml', 'word/fontTable.xml'])
      expect(parts.get(part)?.toString(), part).toBe(template.get(part)?.toString())
    const text = textOf(parts)
    expect(text).not.toMatch(/[{}]/)
    expect(text).toMatch(/^2026年10月政务服务情况受理4660件，办结4660件，日均4660件；按时办结率4660件。/)
    expect(text).toContain('办结4660（件），今年累计4660件，上期4660件，同比增长3.6%。')
    expect(text).toContain('完成交易21宗')
    expect(text).not.toContain('本期没有交易')
    expect(text).toContain('公安窗口300民政&lt;窗口&gt;200合计500')
    expect(text).toContain('一、办件正文里的“一件事”。')
    expect(text).toContain('casesCompleted：口径（来源）')
    expect(textIn(parts.get('word/header1.xml'))).toBe('政务服务简报　2026年10月')
  })

  it('keeps the style and the letters of the paragraph of each field', async () => {
    const { parts } = await filled()
    const xml = parts.get('word/document.xml')!.toString()
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? []
    for (const words of ['受理', '公安窗口', '正文里的', '口径（来源）']) {
      const own = paragraphs.find(paragraph => textIn(Buffer.from(paragraph)).includes(words))
      expect(own, words).toContain('<w:pStyle w:val="Clerk"/>')
      expect(own, words).toContain('<w:color w:val="1F4E8C"/>')
    }
    expect(xml).toContain('<w:pStyle w:val="ClerkTitle"/>')
    // The paragraphs that held the condition alone are gone.
    expect(
      paragraphs.filter(
        paragraph => textIn(Buffer.from(paragraph)) === '' && !/w:drawing|w:jc/.test(paragraph),
      ),
    ).toEqual([])
  })

  it('brings its pictures along, and names them in relations and types', async () => {
    const { parts } = await filled()
    const xml = parts.get('word/document.xml')!.toString()
    const relations = parts.get('word/_rels/document.xml.rels')!.toString()
    const used = Array.from(xml.matchAll(/r:embed="([^"]+)"/g), match => match[1])
    expect(used).toHaveLength(2)
    for (const id of used) {
      const [, target] = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations) ?? []
      expect(parts.get(`word/${target}`)?.subarray(1, 4).toString()).toBe('PNG')
    }
    expect(parts.get('[Content_Types].xml')?.toString()).toMatch(/Extension="png"/i)
    expect(xml).toMatch(/<wp:docPr [^>]*descr="[^"]*200/)
  })

  it.each([
    [21, '多', '少'],
    [3, '少', '多'],
  ])('prints one branch of a condition: of %s trades', async (trades, printed, silent) => {
    const text = [
      '句内{{#如果 成交宗数 > 10}}交易多{{#否则}}交易少{{/如果}}完。',
      '{{#如果 成交宗数 > 10}}',
      '段落多。',
      '{{#否则}}',
      '段落少。',
      '{{/如果}}',
    ]
    const { parts } = await filled(text, { trades })
    expect(textOf(parts)).toContain(`句内交易${printed}完。段落${printed}。`)
    expect(textOf(parts)).not.toContain(`段落${silent}`)
    const paragraphs =
      parts
        .get('word/document.xml')!
        .toString()
        .match(/<w:p[ >]/g) ?? []
    // Title, sentence, branch, and the cells of the table: nothing of the condition is left.
    expect(paragraphs).toHaveLength(5)
  })

  it('leaves no empty paragraph where a condition about all of one does not hold', async () => {
    const text = ['{{#如果 成交宗数 > 10}}完成交易{{成交宗数}}。{{/如果}}', '末段。']
    const count = async (trades: number): Promise<number> =>
      (
        (await filled(text, { trades })).parts
          .get('word/document.xml')!
          .toString()
          .match(/<w:p[ >]/g) ?? []
      ).length
    expect([await count(21), await count(3)]).toEqual([5, 4])
  })

  it('does not say twice what a change is compared with', async () => {
    const text = textOf((await filled(['办结{{办结量}}，同比{{同比:办结量}}，{{同比:受理量}}。'])).parts)
    expect(text).toContain('办结4660件，同比增长3.6%，同比增长3.6%。')
  })

  it('prints the other side of a condition where there is nothing', async () => {
    const text = textOf((await filled(lines.slice(0, 6), { trades: 0 })).parts)
    expect(text).toContain('本期没有交易。')
    expect(text).not.toContain('完成交易')
  })

  it('keeps the indent that a clerk gave the paragraph of a field by hand', async () => {
    const { parts } = await filled(['\t{{正文}}', '\t{{口径说明}}'])
    const paragraphs =
      parts
        .get('word/document.xml')!
        .toString()
        .match(/<w:p>.*?<\/w:p>/gs) ?? []
    for (const words of ['正文里的', '口径（来源）'])
      expect(paragraphs.find(paragraph => paragraph.includes(words))).toContain('<w:ind w:firstLine="640"/>')
  })

  it('says where nothing is known: a dash, a sentence under a caption, no clause about changes', async () => {
    const text = [
      '办结{{办结量}}（{{单位:办结量}}），同比{{同比:办结量}}，环比{{环比:办结量}}。',
      '表1　各窗口办结',
      '{{表:各窗口办结}}',
      '{{图:月度走势}}',
    ]
    const { parts } = await filled(text, { isEmpty: true })
    const nothing = '（这一时期没有数据）'
    expect(textOf(parts)).toContain(`办结—。表1\u3000各窗口办结${nothing}${nothing}`)
  })
})

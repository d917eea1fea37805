import { describe, expect, it } from 'vitest'
import { figureOf, measureIds, measureNamed, referenceKey } from '#measures'
import { figuresOf, seriesOf } from '../../server/briefing/document.ts'
import { draftOf } from '../../server/briefing/draft.ts'
import { published } from '../../server/briefing/published.ts'
import { readDocument } from '../../server/briefing/read.ts'
import { monthsBetween, monthsOf } from '../../server/briefing/templates/words.ts'
import { briefingFile } from '../../server/briefing/write/file.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { measureText } from '../../server/measures/texts/index.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { sheetCells, textIn, unzip } from '../support/unzip.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const launch = '2012-08-08..2012-12-31'
const context = () => ({ database: database(), scope: wholeScope, now })

type Asked = Partial<Parameters<typeof draftOf>[1]>
async function written(asked: Asked) {
  const draft = await draftOf(
    await centresOf(database()).find('pinghe'),
    { template: 'special', period: launch, comparison: 'none', language: 'zh', ...asked },
    context(),
  )
  const read = await readDocument(draft.document, {
    centre: 'pinghe',
    language: draft.document.language,
    context: context(),
  })
  return {
    ...draft,
    document: published(draft.document, read.readings),
    ...read,
    standing: { state: 'draft' as const },
    exported: { by: '=cmd|test', at: '2013-06-30 08:00' },
  }
}
const docxParts = async (asked: Asked) => unzip(await briefingFile('docx', await written(asked)))
const documentText = async (asked: Asked): Promise<string> =>
  textIn((await docxParts(asked)).get('word/document.xml'))

describe('the special issue of the launch months', () => {
  it('says in Word what the briefing of 2012 said, where the records can say it', async () => {
    const text = await documentText({})
    for (const sentence of [
      '已完成交易104宗，总成交金额3.5亿余元，节约政府资金3600余万元，没有接到群众反映违反廉洁自律等方面的举报和投诉',
      '四个多月来，进驻单位有40多个，进驻事项382项',
      '中心现有管理人员8人，进驻窗口工作人员110人',
      '在承诺时限压缩为法定时限60%的基础上，再次压缩审批时限，期末承诺时限为法定时限的28.1%',
      '进驻事项中有83%的事项可实现即办件（317项）',
      '已办结3万多件',
      '运行至今，已有7个窗口收到群众自发送来锦旗10面、感谢信4封',
      '日常管理制度19项、交易管理制度17项',
      '召开每周例会',
      '六大特色便民服务开展',
      '跟班培训乡镇人员',
      '窗口人员出勤率',
      '最多时一天完成4宗交易',
      '2012年8月8日，平和县行政服务中心暨公共资源交易中心揭牌投入运行。四个多月来，',
      '原本法定30个工作日的审批事项，最终1.5个工作日就将其办结',
      '平均每个工作日完成交易1.04宗',
      '艰辛努力创筹建奇迹',
      '严格管理建一流队伍',
      '高效便民树阳光形象',
    ])
      expect(text).toContain(sentence)
    expect(text).not.toMatch(/NaN|undefined|—%|口径待核|工作提示|请写|办件编号/)
  })

  it('every number in it is what ask answers, and its definition stands in the annex', async () => {
    const { document, readings } = await written({})
    const parts = await docxParts({})
    const [, notes = ''] = textIn(parts.get('word/document.xml')).split('附件：口径说明')
    const figures = figuresOf(document)
    expect(figures.length).toBeGreaterThan(35)
    for (const figure of figures.filter(
      figure => figure.form === 'plain' && figure.shows === 'value' && !figure.clause?.zero,
    )) {
      const measure = measureNamed(figure.measure)
      const answer = await ask(
        { measures: [figure.measure], centres: ['pinghe'], period: figure.period },
        context(),
      )
      const { value } = figureOf(measure, answer.current.overall)
      const { text } = readings.figures[referenceKey(figure)]!
      const printed = Number(/[\d.]+/.exec(text.slice(figure.clause?.before.length ?? 0))?.[0])
      const scale =
        measure.unit === 'percent' ? 100 : measure.unit === 'fen' ? (text.includes('亿') ? 1e-10 : 1e-6) : 1
      expect(Math.abs(printed - (value ?? Number.NaN) * scale), figure.measure).toBeLessThanOrEqual(
        measure.unit === 'fen' ? 0.5 : 0.0501,
      )
    }
    for (const id of ['savingsRate', 'tradesConcluded', 'instantItemShare'] as const)
      expect(notes).toContain(`${measureNamed(id).names.zh}：${measureText(id).formula.zh}`)
    expect(notes).toContain('317／382')
    const tabled = document.blocks.flatMap(block => (block.kind === 'table' ? block.rows : []))
    for (const { value } of tabled) expect(notes).toContain(`${measureNamed(value.measure).names.zh}：`)
    // How a version is told apart is for machines.
    expect(notes).not.toMatch(/口径版本|[0-9a-f]{12}/)
    // Sums in 分 or minutes are no reader's numbers.
    expect(notes).not.toMatch(/\d{1,3}(?:,\d{3}){2,}／/)
  })

  it('the same draft gives the same content twice, byte by byte, pictures included', async () => {
    const [one, two] = [await docxParts({}), await docxParts({})]
    const content = [...one.keys()].filter(name => name.startsWith('word/') && !name.endsWith('/'))
    expect(content.some(name => name.startsWith('word/media/'))).toBe(true)
    for (const part of content) expect(one.get(part)?.equals(two.get(part)!), part).toBe(true)
  })

  it('its pictures are real images with words for those who do not see them', async () => {
    const parts = await docxParts({})
    const [picture] = [...parts.entries()]
      .filter(([name]) => name.startsWith('word/media/'))
      .map(([, data]) => data)
    expect(picture?.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(picture!.readUInt32BE(16)).toBe(1600)
    expect(parts.get('word/document.xml')!.toString('utf8')).toMatch(
      /<wp:docPr [^>]*descr="每月办结件数：2012年8月 \d+件；9月/,
    )
  })
})

describe('the workbook of an issue', () => {
  it('has a sheet about itself and one a section, with numbers as numbers that ask answers', async () => {
    const issue = await written({})
    const parts = await unzip(await briefingFile('xlsx', issue))
    const about = new Map(sheetCells(parts, 1).map(([name, value]) => [name, value]))
    expect(about.get('期间 Period')).toBe(launch)
    expect(about.get('导出人 Exported by')).toBe('=cmd|test')
    expect(parts.get('xl/worksheets/sheet1.xml')!.toString('utf8')).not.toContain('<f>')
    const names = Array.from(
      parts
        .get('xl/workbook.xml')!
        .toString('utf8')
        .matchAll(/<sheet [^>]*name="([^"]+)"/g),
      match => match[1],
    )
    expect(names).toEqual(['说明 About', '艰辛努力创筹建奇迹', '严格管理建一流队伍', '高效便民树阳光形象'])
    const trades = sheetCells(parts, 4)
    const [header] = trades
    const column = (name: string): number => header!.findIndex(cell => String(cell).startsWith(name))
    const row = trades.find(cells => cells[0] === measureNamed('savingsRate').names.zh)!
    const answer = await ask({ measures: ['savingsRate'], centres: ['pinghe'], period: launch }, context())
    const { value, numerator, n } = figureOf(measureNamed('savingsRate'), answer.current.overall)
    expect([row[column('数值')], row[column('分子')], row[column('分母')], row[column('期间')]]).toEqual([
      value,
      numerator,
      n,
      launch,
    ])
    expect(row[column('口径版本')]).toMatch(/^[\da-f]{12}$/)
    expect(trades.find(cells => cells[0] === measureNamed('tradeAmount').names.zh)![column('单位')]).toBe(
      '元',
    )
  })

  it('the table of figures disarms formulas and says who took it out', async () => {
    const issue = await written({ template: 'month', period: '2012-10' })
    const heading = { kind: 'heading' as const, level: 1 as const, text: '=HYPERLINK("http://x")' }
    const csv = (
      await briefingFile('csv', {
        ...issue,
        document: { ...issue.document, blocks: [heading, ...issue.document.blocks] },
      })
    ).toString('utf8')
    expect(csv.startsWith('\uFEFF章节 Section,指标 Figure')).toBe(true)
    expect(csv).toContain("'=HYPERLINK")
    expect(csv).not.toMatch(/(?:^|,)"?=/m)
    expect(csv.trimEnd().split('\r\n').at(-1)).toContain('2012-10-01..2012-10-31')
  })
})

describe('a month', () => {
  it('compares every figure with what was asked, and says where nothing can be compared', async () => {
    const text = await documentText({ template: 'month', period: '2012-10', comparison: 'previous' })
    // The lead has the numbers, the sections how they changed: no finding is told twice.
    expect(text).toMatch(/10月，中心各窗口共受理各类事项\d+件；办结\d+件/)
    expect(text).toMatch(/10月共受理\d+件，环比(?:增长|下降)[\d.]+%/)
    expect(text).toMatch(/按时办结率[\d.]+%，(?:环比(?:提高|下降)[\d.]+个百分点|与上期持平)/)
    const lastYear = await documentText({ template: 'month', period: '2012-10', comparison: 'lastYear' })
    expect(lastYear.split('因中心于2012年8月8日投入运行').length - 1).toBe(1)
    expect(lastYear).toContain('未作同比')
    expect(lastYear).not.toContain('同比增长')
  })

  it('is written in English too, without a Chinese word but names', async () => {
    const text = await documentText({
      template: 'month',
      period: '2012-10',
      comparison: 'previous',
      language: 'en',
    })
    expect(text).toMatch(/In October 2012 the windows of the .* accepted [\d,]+ cases, /)
    expect(text).toMatch(/ cases, (?:up|down) [\d.]+% on the period before[;,]/)
    expect(text).toMatch(/Within the committed limit: [\d.]+% of completed cases/)
    expect(await documentText({ language: 'en' })).toContain(
      'The trading centre concluded 104 trades for 354.1 million yuan, ' +
        'saving 36.4 million yuan of public money',
    )
  })
})

describe('a year', () => {
  it('has a part for each month, and its grids hold what ask answers', async () => {
    const { document, readings } = await written({ template: 'year', period: '2012', comparison: 'none' })
    expect(
      document.blocks
        .filter(block => block.kind === 'heading' && block.level === 2)
        .map(block => ('text' in block ? block.text : '')),
    ).toContain('2012年9月')
    const grid = seriesOf(document).find(series => series.by === 'unit')!
    const answer = await ask(
      { measures: grid.measures, centres: ['pinghe'], period: grid.period, groupBy: ['unit'] },
      context(),
    )
    const rows = readings.series[referenceKey(grid)]!.rows
    expect(rows.length).toBeGreaterThan(40)
    for (const row of rows) {
      const parts = answer.current.totals.find(cell => cell.members[0] === row.code)!.parts
      expect(row.cells.map(cell => cell.value)).toEqual(
        grid.measures.map(id => figureOf(measureNamed(id), parts).value),
      )
    }
  })
})

describe('many measures', () => {
  it('are all answered, though one question may name only forty', async () => {
    const rows = measureIds
      .filter(id => !('within' in measureNamed(id)))
      .map(measure => ({
        value: {
          measure,
          period: launch,
          comparison: 'none',
          shows: 'value' as const,
          form: 'plain' as const,
        },
        change: null,
      }))
    const { readings } = await readDocument(
      { blocks: [{ kind: 'table', caption: '', rows }] },
      { centre: 'pinghe', language: 'zh', context: context() },
    )
    expect(rows.length).toBeGreaterThan(70)
    expect(Object.keys(readings.figures)).toHaveLength(rows.length)
    const textOf = (measure: string) =>
      readings.figures[referenceKey(rows.find(row => row.value.measure === measure)!.value)]!.text
    expect(textOf('banners')).toBe('10面')
    expect(textOf('servicesGiven')).toBe('675次')
    // Nothing is known of objections: no figure, and not a zero.
    expect(textOf('objectionRate')).toBe('—')
  })
})

describe('dates', () => {
  it('between two days there are whole months, and the days over', () => {
    expect([
      monthsBetween('2012-08-08', '2012-12-31'),
      monthsBetween('2012-08-08', '2012-08-20'),
      monthsBetween('2012-08-08', '2013-08-08'),
    ]).toEqual([
      { months: 4, days: 23 },
      { months: 0, days: 12 },
      { months: 12, days: 0 },
    ])
  })

  it('a period is cut into calendar months', () => {
    expect(monthsOf('2011-12-30', '2012-02-29')).toEqual([
      { month: '2011-12', from: '2011-12-30', to: '2011-12-31' },
      { month: '2012-01', from: '2012-01-01', to: '2012-01-31' },
      { month: '2012-02', from: '2012-02-01', to: '2012-02-29' },
    ])
  })
})

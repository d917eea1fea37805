import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { figuresOf } from '../../server/briefing/document.ts'
import { draftOf } from '../../server/briefing/draft.ts'
import { resolve, textOf } from '../../server/briefing/resolve.ts'
import { monthsBetween } from '../../server/briefing/templates/words.ts'
import { briefingDocx } from '../../server/briefing/write/docx.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { figureOf, measureIds, measureNamed } from '../../server/measures/index.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const launch = '2012-08-08..2012-12-31'
const asking = () => ({ database: database(), scope: wholeScope, now })

async function partOf(file: Buffer, name: string): Promise<string> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(file, { lazyEntries: true })
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName !== name)
        return zip.readEntry()
      zip.openReadStream(entry, (error, stream) => {
        if (error)
          return reject(error)
        const pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => resolve(Buffer.concat(pieces).toString('utf8')))
      })
    })
    zip.on('end', () => reject(new Error(`no ${name}`)))
    zip.readEntry()
  })
}
const textIn = (xml: string): string => Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), found => found[1]).join('')

async function special() {
  const draft = await draftOf(await centresOf(database()).find('pinghe'), { template: 'special', period: launch, comparison: 'none' }, asking())
  return { draft, file: await briefingDocx(draft.document, draft.answers, { exportedBy: 'test', dataUntil: '2012-12-31', asOf: now.toISOString() }) }
}

describe('the special issue of the launch months', () => {
  it('says in Word what the briefing of 2012 said, where the records can say it', async () => {
    const { file } = await special()
    const text = textIn(await partOf(file, 'word/document.xml'))
    for (const sentence of [
      '已完成交易104宗，总成交金额3.5亿余元，节约政府资金3600余万元，没有接到群众反映违反廉洁自律等方面的举报和投诉',
      '进驻事项382项，窗口工作人员110人，管理人员8人',
      '进驻单位40多个',
      '承诺时限压缩为法定时限的60%',
      '进驻事项中有83%的事项可实现即办件（317项）',
      '已办结3万多件',
      '7个窗口收到群众自发送来锦旗10面、感谢信4封',
      '日常管理制度19项、交易管理制度17项',
      '最多时一天完成4宗交易',
      '揭牌投入运行以来的四个多月里',
      '原本法定30个工作日的审批事项，最终1.5个工作日办结',
      '【口径待核】原文“平均每个工作日完成2宗交易”',
      '据记录为1.04宗。',
    ])
      expect(text).toContain(sentence)
    // At most four a day is what the records say too.
    expect(text).not.toContain('【口径待核】原文“最多时')
    expect(text).not.toMatch(/NaN|undefined|—%/)
  })

  it('every number in it is what ask answers, and its definition stands in a footnote', async () => {
    const { draft, file } = await special()
    const notes = textIn(await partOf(file, 'word/footnotes.xml'))
    const figures = figuresOf(draft.document)
    expect(figures.length).toBeGreaterThan(35)
    for (const figure of figures.filter(one => one.form === 'plain' && one.shows === 'value' && !one.none)) {
      const measure = measureNamed(figure.measure)
      const answer = await ask({ measures: [figure.measure], centres: ['pinghe'], period: figure.period }, asking())
      const { value } = figureOf(measure, answer.current.overall)
      const printed = Number(/[\d.]+/.exec(textOf(figure, draft.answers))?.[0])
      const scale = measure.unit === 'percent' ? 100 : measure.unit === 'fen' ? (textOf(figure, draft.answers).includes('亿') ? 1e-10 : 1e-6) : 1
      expect(Math.abs(printed - (value ?? Number.NaN) * scale), figure.measure).toBeLessThanOrEqual(measure.unit === 'fen' ? 0.5 : 0.0501)
    }
    for (const id of ['savingsRate', 'tradesConcluded', 'instantItemShare'] as const)
      expect(notes).toContain(`${measureNamed(id).names.zh}：${measureNamed(id).formula.zh}`)
    expect(notes).toContain('317／382')
    // Sums in 分 or minutes are no reader's numbers.
    expect(notes).not.toMatch(/\d{1,3}(?:,\d{3}){2,}／/)
  })

  it('the same draft gives the same content twice, byte by byte', async () => {
    const [one, two] = [await special(), await special()]
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/styles.xml'])
      expect(await partOf(one.file, part), part).toBe(await partOf(two.file, part))
  })
})

describe('a month', () => {
  it('compares every figure with what was asked, and says where there is nothing to compare with', async () => {
    const draft = await draftOf(await centresOf(database()).find('pinghe'), { template: 'month', period: '2012-10', comparison: 'previous' }, asking())
    const file = await briefingDocx(draft.document, draft.answers, { exportedBy: 'test', dataUntil: null, asOf: now.toISOString() })
    const text = textIn(await partOf(file, 'word/document.xml'))
    expect(text).toMatch(/受理办件\d+件，环比(?:增加|减少)\d+件，[增降]幅[\d.]+%/)
    expect(text).toMatch(/按时办结率[\d.]+%，环比(?:(?:提高|下降)[\d.]+个百分点|持平)/)
    const last = await draftOf(await centresOf(database()).find('pinghe'), { template: 'month', period: '2012-10', comparison: 'lastYear' }, asking())
    expect(textIn(await partOf(await briefingDocx(last.document, last.answers, { exportedBy: 'test', dataUntil: null, asOf: '' }), 'word/document.xml'))).toContain('同比无可比数据')
  })
})

describe('many measures', () => {
  it('are all answered, though one question may name only forty', async () => {
    const rows = measureIds.filter(id => !('within' in measureNamed(id))).map(measure => ({ value: { measure, period: launch, comparison: 'none', shows: 'value' as const, form: 'plain' as const }, change: null }))
    const { draft } = await special()
    const answers = await resolve({ ...draft.document, blocks: [{ kind: 'table', caption: '', rows }] }, 'pinghe', asking())
    expect(rows.length).toBeGreaterThan(70)
    expect(answers.size).toBe(rows.length)
    expect(textOf(rows.find(row => row.value.measure === 'servicesGiven')!.value, answers)).toMatch(/^0/)
  })
})

describe('the months between two dates', () => {
  it('are whole ones, and the days over', () => {
    expect([monthsBetween('2012-08-08', '2012-12-31'), monthsBetween('2012-08-08', '2012-08-20'), monthsBetween('2012-08-08', '2013-08-08')]).toEqual([{ months: 4, days: 23 }, { months: 0, days: 12 }, { months: 12, days: 0 }])
  })
})

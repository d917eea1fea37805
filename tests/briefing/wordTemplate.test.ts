import type { BriefingContext } from '../../server/briefing/briefingContext.ts'
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { referenceKey } from '#measures'
import { beginDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { findBriefing } from '../../server/briefing/store.ts'
import { briefingInWord, periodInWord } from '../../server/briefing/word/filled.ts'
import { keepTemplate, retireTemplate, templatesOf } from '../../server/briefing/word/templateStore.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { textIn, unzip } from '../support/unzip.ts'
import { documentOf } from '../support/wordDocument.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const desk = async (): Promise<BriefingContext> => ({
  centre: (await centresOf(database()).all())[0]!,
  context: { database: database(), scope: leaderScope, now },
  by: '文书',
})

const lines = [
  '受理{{受理量}}，办结{{办结量}}，日均{{日均办结量}}；按时办结率{{按时办结率}}。',
  '办结{{数字:办结量}}（{{单位:办结量}}），今年累计{{累计:办结量}}，上期{{上期:办结量}}，{{环比:办结量}}。',
  '{{#如果 成交宗数 > 10}}完成交易{{成交宗数}}，成交{{成交额}}，节约{{约:节约资金}}。{{/如果}}',
  '{{#如果 没有 成交宗数}}',
  '本期没有交易。',
  '{{/如果}}',
  '{{表:各窗口办结}}',
  '{{图:月度走势}}',
  '{{口径说明}}',
]
const october = '2012-10-01..2012-10-31'

async function kept(file: Buffer, name = '月报.docx') {
  const { centre } = await desk()
  return keepTemplate(database(), { centre, name, file, by: '文书', now })
}
const partsOf = async (file: Buffer) => {
  const parts = await unzip(file)
  const read = (part: string): string => parts.get(part)?.toString('utf8') ?? ''
  return { parts, read, xml: read('word/document.xml'), text: textIn(parts.get('word/document.xml')) }
}
const paragraphsOf = (xml: string): string[] => xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []

describe('a Word template of a centre', () => {
  it('comes back filled, with everything else as it was', async () => {
    const template = await documentOf(lines, ['办结', '{{办结量}}'])
    const { id, problems } = await kept(template)
    expect(problems).toEqual([])
    const { file } = await periodInWord(await desk(), id!, { period: october, language: 'zh' })
    const [before, after] = [await partsOf(template), await partsOf(file)]
    for (const part of ['word/styles.xml', 'word/settings.xml', 'word/fontTable.xml'])
      expect(after.read(part), part).toBe(before.read(part))
    expect(after.text).not.toMatch(/[{}]/)
    expect(after.text).toMatch(/^2012年10月政务服务情况受理\d+件，办结\d+件，日均/)
    expect(textIn(after.parts.get('word/header1.xml'))).toMatch(/2012年10月$/)
    // The styles and letters of her paragraphs are still hers, those of the built-in paper are nowhere.
    const spoken = paragraphsOf(after.xml).filter(paragraph => paragraph.includes('办结'))
    expect(spoken.length).toBeGreaterThan(2)
    for (const paragraph of spoken) {
      expect(paragraph).toMatch(/<w:pStyle w:val="Clerk"\/>/)
      expect(paragraph).toContain('<w:color w:val="1F4E8C"/>')
    }
    expect(after.xml).toContain('<w:pStyle w:val="ClerkTitle"/>')
  })

  it('says what the records say', async () => {
    const { id } = await kept(await documentOf(lines, ['{{数字:办结量}}']))
    const { file } = await periodInWord(await desk(), id!, { period: october, language: 'zh' })
    const { text } = await partsOf(file)
    const { centre } = await desk()
    const counted = await database().prisma.case.count({
      where: {
        centreId: centre.id,
        completedAt: { gte: new Date('2012-09-30T16:00:00Z'), lt: new Date('2012-10-31T16:00:00Z') },
      },
    })
    expect(counted).toBeGreaterThan(100)
    expect(text).toContain(`办结${counted}（件）`)
    const trades = Number(/完成交易(\d+)宗/.exec(text)?.[1])
    expect(trades).toBeGreaterThan(10)
    expect(text).not.toContain('本期没有交易')
    expect(text).toContain('办结量：')
  })

  it('fills a table a row a window, and a chart that its relations name', async () => {
    const { id } = await kept(await documentOf(lines))
    const { file } = await periodInWord(await desk(), id!, { period: october, language: 'zh' })
    const { xml, read, parts } = await partsOf(file)
    const table = /<w:tbl>.*?<\/w:tbl>/s.exec(xml)?.[0] ?? ''
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
    expect(rows.length).toBeGreaterThan(10)
    expect(textIn(Buffer.from(rows.at(-1) ?? ''))).toMatch(/^合计\d+$/)
    const [, relation] = /r:embed="([^"]+)"/.exec(xml) ?? []
    const named = new RegExp(`Id="${relation}"[^>]*Target="([^"]+)"`).exec(
      read('word/_rels/document.xml.rels'),
    )
    const picture = parts.get(`word/${named?.[1]}`)
    expect(picture?.subarray(1, 4).toString()).toBe('PNG')
    expect(read('[Content_Types].xml')).toMatch(/Extension="png"/)
    expect(xml).toMatch(/<wp:docPr [^>]*descr="[^"]*\d/)
  })

  it('leaves out what a condition holds back, on a day without trades', async () => {
    const { id } = await kept(await documentOf(lines))
    // Nothing was traded on the first day of the hall.
    const { file } = await periodInWord(await desk(), id!, {
      period: '2012-08-08..2012-08-08',
      language: 'zh',
    })
    const { text } = await partsOf(file)
    expect(text).not.toContain('完成交易')
  })

  it('takes an issue that was signed without it: its words, number, date and title', async () => {
    const { id } = await kept(
      await documentOf(['{{期号}}　{{日期}}', '{{标题}}', '{{正文}}', '锦旗{{锦旗}}。']),
    )
    const briefing = await desk()
    const asked = { template: 'month', period: '2012-10', comparison: 'none', language: 'zh' } as const
    const draft = await beginDraft(briefing, asked)
    const said = { kind: 'paragraph' as const, id: 'own', inlines: ['这一句是文书自己写的。'] }
    const saved = await saveDraft(briefing, {
      ...draft,
      document: { ...draft.document, blocks: [...draft.document.blocks, said] },
    })
    const findings = await checkDraft(briefing, saved)
    const issue = await freezeDraft(briefing, { ...saved, accepts: findings.map(({ kind }) => kind) })
    await expect(briefingInWord(briefing, issue.id)).rejects.toThrow('template-not-found')
    const filled = await briefingInWord(briefing, issue.id, id!)
    const { text } = await partsOf(filled.file)
    const { masthead, title } = issue.document
    for (const words of [masthead.issue, '2013年1月15日', title, '这一句是文书自己写的。'])
      expect(text, words).toContain(words)
    expect(text).toMatch(/锦旗\d+面。/)
    expect(filled.template).toBe(id)
  })

  it('is frozen with its issue: its numbers stay when the records change', async () => {
    const { id } = await kept(await documentOf(['办结{{办结量}}，累计{{累计:办结量}}，锦旗{{锦旗}}。']))
    const briefing = await desk()
    const asked = { template: 'month', period: '2012-10', comparison: 'none', language: 'zh' } as const
    const draft = await beginDraft(briefing, asked)
    const word = { template: id!, name: '别的', hash: 'x', openedOn: null, figures: [], series: [] }
    const saved = await saveDraft(briefing, {
      id: draft.id,
      revision: draft.revision,
      document: { ...draft.document, word },
    })
    // What a browser says of the fields is not used.
    expect(saved.document.word?.name).toBe('月报.docx')
    expect(saved.document.word?.figures.map(({ period }) => period)).toEqual([
      '2012-10-01..2012-10-31',
      '2012-08-08..2012-10-31',
      '2012-10-01..2012-10-31',
    ])
    for (const ref of saved.document.word!.figures)
      expect(saved.readings.figures[referenceKey(ref)]).toBeDefined()
    const findings = await checkDraft(briefing, saved)
    await freezeDraft(briefing, { ...saved, accepts: findings.map(({ kind }) => kind) })
    const before = (await partsOf((await briefingInWord(briefing, draft.id)).file)).text
    const live = async (): Promise<string> =>
      (await partsOf((await periodInWord(briefing, id!, { period: october, language: 'zh' })).file)).text
    const earlier = await live()
    await load(
      database(),
      { centre: 'pinghe', target: 'feedback', now: new Date('2013-01-14T00:00:00Z') },
      'feedbackCode,kind,givenDay\nWT1,banner,2012-10-09\n',
    )
    expect(await live()).not.toBe(earlier)
    await retireTemplate(database(), { centre: briefing.centre, id: id!, by: '文书', now })
    expect((await partsOf((await briefingInWord(briefing, draft.id)).file)).text).toBe(before)
    expect((await templatesOf(database(), briefing.centre)).map(template => template.id)).not.toContain(id)
    expect((await findBriefing(database(), briefing.centre, draft.id)).document.word?.template).toBe(id)
  })
})

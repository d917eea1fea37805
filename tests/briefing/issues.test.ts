import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { referenceKey } from '#measures'
import { listBriefings, reportedAcross } from '../../server/briefing/archive.ts'
import { findingKinds } from '../../server/briefing/checks.ts'
import { figuresOf } from '../../server/briefing/document.ts'
import { appendBlock, beginDraft, discardDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { restatementOf } from '../../server/briefing/restate.ts'
import { showBriefing, writtenOf } from '../../server/briefing/shown.ts'
import { findBriefing } from '../../server/briefing/store.ts'
import { briefingFile } from '../../server/briefing/write/file.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { textIn, unzip } from '../support/unzip.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const later = new Date('2013-02-01T02:00:00Z')
const launch = {
  template: 'special',
  period: '2012-08-08..2012-12-31',
  comparison: 'none',
  language: 'zh',
} as const
const october = { template: 'month', period: '2012-10', comparison: 'previous', language: 'zh' } as const

async function contextFor(by = '陈明', at = now) {
  return {
    centre: await centresOf(database()).find('pinghe'),
    context: { database: database(), scope: leaderScope, now: at },
    by,
  }
}
async function frozen(asked: Parameters<typeof beginDraft>[1], at = now) {
  const { id, revision } = await beginDraft(await contextFor(), asked)
  return freezeDraft(await contextFor('赵主任', at), { id, revision, accepts: findingKinds })
}

/** A trade as a line of a file, with another award. */
async function tradeLine(code: string, award: number): Promise<string> {
  const trade = await database().prisma.trade.findFirstOrThrow({ where: { tradeCode: code } })
  const values = {
    tradeCode: code,
    name: trade.name,
    category: trade.category,
    method: trade.method,
    priceForm: trade.priceForm,
    baseKind: trade.baseKind,
    base: Number(trade.baseFen) / 100,
    award,
    bidders: trade.bidders,
    outcome: trade.outcome,
    buyer: trade.buyer,
    winner: trade.winner,
    announcedDay: trade.announcedDay?.toISOString().slice(0, 10),
    openedDay: trade.openedDay?.toISOString().slice(0, 10),
    concludedDay: trade.concludedDay?.toISOString().slice(0, 10),
    contractedDay: trade.contractedDay?.toISOString().slice(0, 10),
  }
  return `${Object.keys(values).join(',')}\n${Object.values(values)
    .map(value => value ?? '')
    .join(',')}\n`
}

describe('a draft', () => {
  it('is not overwritten by somebody who has not seen what another wrote', async () => {
    const draft = await beginDraft(await contextFor(), october)
    const mine = { ...draft.document, title: '我的标题' }
    const saved = await saveDraft(await contextFor('陈明'), {
      id: draft.id,
      revision: draft.revision,
      document: mine,
    })
    expect([saved.revision, saved.document.title, saved.editedBy]).toEqual([2, '我的标题', '陈明'])
    await expect(
      saveDraft(await contextFor('李晓'), {
        id: draft.id,
        revision: draft.revision,
        document: { ...draft.document, title: '她的标题' },
      }),
    ).rejects.toThrow('briefing-changed {"by":"陈明","revision":2}')
    expect((await findBriefing(database(), (await contextFor()).centre, draft.id)).document.title).toBe(
      '我的标题',
    )
  })

  it('takes blocks from dashboards at its end, many at once, and loses none', async () => {
    const draft = await beginDraft(await contextFor(), october)
    await Promise.all(
      ['甲', '乙', '丙'].map(async text =>
        appendBlock(await contextFor(text), { id: draft.id, block: { kind: 'heading', level: 2, text } }),
      ),
    )
    const { document } = await findBriefing(database(), (await contextFor()).centre, draft.id)
    expect(
      document.blocks
        .slice(-3)
        .map(block => ('text' in block ? block.text : ''))
        .toSorted(),
    ).toEqual(['丙', '乙', '甲'])
    await discardDraft(await contextFor(), draft.id)
    await expect(findBriefing(database(), (await contextFor()).centre, draft.id)).rejects.toThrow(
      'briefing-not-found',
    )
  })

  it('says which numbers moved since it was last saved', async () => {
    const draft = await beginDraft(await contextFor(), { ...october, period: '2012-11' })
    const { batchId: batch } = await load(
      database(),
      { centre: 'pinghe', target: 'feedback' },
      `feedbackCode,kind,givenDay\n${randomUUID()},letter,2012-11-05\n`,
    )
    const shown = await showBriefing(await contextFor(), draft.id)
    const letters = figuresOf(draft.document).find(ref => ref.measure === 'letters')!
    expect(shown.moved).toEqual([
      {
        key: referenceKey(letters),
        was: draft.readings.figures[referenceKey(letters)]!.text,
        now: shown.readings.figures[referenceKey(letters)]!.text,
      },
    ])
    await undoBatch(database(), batch, { now, byUser: 'test' })
    expect((await showBriefing(await contextFor(), draft.id)).moved).toEqual([])
  })
})

describe('freezing', () => {
  it('asks to accept what was found: the stated two trades a day are not what the records say', async () => {
    const draft = await beginDraft(await contextFor(), launch)
    const findings = await checkDraft(await contextFor(), draft)
    expect(findings.map(({ kind, blocks, count }) => ({ kind, blocks, count }))).toContainEqual({
      kind: 'claimsDoubtful',
      blocks: false,
      count: 1,
    })
    expect(findings.some(({ blocks }) => blocks)).toBe(false)
    await expect(freezeDraft(await contextFor(), { ...draft, accepts: [] })).rejects.toThrow(
      /briefing-not-ready .*claimsDoubtful/,
    )
  })

  it('asks to accept that sections were left unwritten, by their headings', async () => {
    const draft = await beginDraft(await contextFor(), october)
    const findingsOf = async (at: typeof draft) =>
      (await checkDraft(await contextFor(), at)).find(({ kind }) => kind === 'unwritten')
    expect((await findingsOf(draft))?.names.map(({ zh }) => zh)).toEqual(['五、存在问题', '六、下一步工作'])
    const place = draft.document.blocks.findLastIndex(block => block.kind === 'note')
    const blocks = draft.document.blocks.with(place, { kind: 'paragraph', inlines: ['压缩时限。'] })
    const saved = await saveDraft(await contextFor(), {
      id: draft.id,
      revision: draft.revision,
      document: { ...draft.document, blocks },
    })
    expect((await findingsOf({ ...draft, ...saved }))?.names.map(({ zh }) => zh)).toEqual(['五、存在问题'])
  })

  it('keeps figures, approver, scope and a hash; a correction only adds a restatement', async () => {
    const issue = await frozen(launch)
    expect([issue.state, issue.frozen?.author, issue.frozen?.approver, issue.issue]).toEqual([
      'frozen',
      '陈明',
      '赵主任',
      { year: 2013, number: 1, edition: 1, total: 1 },
    ])
    expect(issue.hash).toMatch(/^[\da-f]{64}$/)
    const take = async (by: string) => {
      const briefing = await contextFor(by, later)
      const shown = await showBriefing(briefing, issue.id)
      return unzip(await briefingFile('docx', await writtenOf(briefing, shown, shown)))
    }
    const before = await take('甲')
    expect(await restatementOf(database(), (await contextFor()).centre, issue)).toEqual([])

    const [trade] = await database().prisma.trade.findMany({
      where: {
        category: 'works',
        outcome: 'concluded',
        concludedDay: { gte: new Date('2012-09-01'), lte: new Date('2012-09-30') },
      },
      orderBy: { tradeCode: 'asc' },
    })
    const correction = await load(
      database(),
      { centre: 'pinghe', target: 'trades', now: later },
      await tradeLine(trade!.tradeCode, Number(trade!.awardFen) / 100 - 1_000_000),
    )
    const letter = await load(
      database(),
      { centre: 'pinghe', target: 'feedback', now: later },
      `feedbackCode,kind,givenDay\nL99,letter,2012-12-05\n`,
    )
    const outside = await load(
      database(),
      { centre: 'pinghe', target: 'feedback', now: later },
      `feedbackCode,kind,givenDay\nL98,letter,2013-01-05\n`,
    )
    expect([correction.corrected, letter.loaded, outside.loaded]).toEqual([1, 1, 1])

    const restated = await restatementOf(
      database(),
      (await contextFor()).centre,
      await findBriefing(database(), (await contextFor()).centre, issue.id),
    )
    expect(
      Object.fromEntries(restated.map(figure => [figure.measure, figure.batches.map(batch => batch.id)])),
    ).toEqual({
      tradeAmount: [correction.batchId],
      savings: [correction.batchId],
      savingsRate: [correction.batchId],
      savingsRateOnAward: [correction.batchId],
      letters: [letter.batchId],
    })
    const savings = restated.find(figure => figure.measure === 'savings')!
    expect(Number(savings.now.value) - Number(savings.reported.value)).toBe(100_000_000)
    expect(restated.some(figure => figure.definitionChanged)).toBe(false)

    const after = await take('乙')
    for (const part of [...before.keys()].filter(name => name.startsWith('word/') && !name.endsWith('/')))
      expect(after.get(part)?.equals(before.get(part)!), part).toBe(true)
    expect(textIn(after.get('word/document.xml'))).toContain(issue.hash!.slice(0, 12))
    expect(after.get('docProps/core.xml')?.toString('utf8')).toContain('乙')

    await undoBatch(database(), letter.batchId, { now: later, byUser: 'test' })
    expect(
      (await restatementOf(database(), (await contextFor()).centre, issue)).map(figure => figure.measure),
    ).not.toContain('letters')
  })

  it('an undone batch that the figures knew of is named too', async () => {
    const { batchId: batch } = await load(
      database(),
      { centre: 'pinghe', target: 'feedback' },
      `feedbackCode,kind,givenDay\nL97,banner,2012-10-05\n`,
    )
    const [march, april] = [new Date('2013-03-01T02:00:00Z'), new Date('2013-04-01T02:00:00Z')]
    const issue = await frozen(october, march)
    await undoBatch(database(), batch, { now: april, byUser: 'test' })
    const restated = await restatementOf(database(), (await contextFor()).centre, issue)
    expect(
      restated.map(figure => [figure.measure, figure.batches.map(({ id, undone }) => [id, undone])]),
    ).toEqual([['banners', [[batch, true]]]])
  })

  it('numbers issues without gaps, however many are frozen at once', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 5 }, async () =>
        beginDraft(await contextFor(), { ...october, template: 'quarter', period: '2012-Q4' }),
      ),
    )
    const issues = await Promise.all(
      drafts.map(async ({ id, revision }) =>
        freezeDraft(await contextFor(), { id, revision, accepts: findingKinds }),
      ),
    )
    const numbers = issues.map(issue => issue.issue?.number ?? 0).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 5 }, (_, place) => (numbers[0] ?? 0) + place))
    expect(issues.every(issue => issue.document.masthead.issue === `2013年第${issue.issue?.number}期`)).toBe(
      true,
    )
  })

  it('is once and for all: nothing is saved, thrown away or frozen again', async () => {
    const issue = await frozen({ ...october, period: '2012-09' })
    await expect(
      saveDraft(await contextFor(), { id: issue.id, revision: issue.revision, document: issue.document }),
    ).rejects.toThrow('briefing-frozen')
    await expect(discardDraft(await contextFor(), issue.id)).rejects.toThrow('briefing-frozen')
    await expect(
      freezeDraft(await contextFor(), { id: issue.id, revision: issue.revision, accepts: findingKinds }),
    ).rejects.toThrow('briefing-frozen')
    await database().pool.query(
      'UPDATE "Briefing" SET "document" = jsonb_set("document", \'{title}\', \'"x"\') WHERE "id" = $1',
      [issue.id],
    )
    await expect(showBriefing(await contextFor(), issue.id)).rejects.toThrow('briefing-altered')
  })
})

describe('the archive', () => {
  it('finds issues by words and state, and shows a figure across issues as it was reported', async () => {
    const { centre } = await contextFor()
    expect(
      (await listBriefings(database(), centre, { text: '亮丽窗口', state: 'frozen', limit: 50 })).map(
        briefing => briefing.series,
      ),
    ).toEqual(['special'])
    expect(await listBriefings(database(), centre, { text: '没有这样的话', limit: 50 })).toEqual([])
    const page = await listBriefings(database(), centre, { limit: 2 })
    expect(
      (await listBriefings(database(), centre, { limit: 2, before: page[1]!.id })).every(
        briefing => briefing.id < page[1]!.id,
      ),
    ).toBe(true)
    const october2012 = (
      await listBriefings(database(), centre, { series: 'month', state: 'frozen', limit: 50 })
    ).find(briefing => briefing.from === '2012-10-01')!
    const across = await reportedAcross(database(), centre, 'banners').catch(() => [])
    await database().pool.query('DELETE FROM "Briefing" WHERE "document"->>\'title\' = \'x\'')
    const reported = await reportedAcross(database(), centre, 'banners')
    expect(reported.length).toBeGreaterThanOrEqual(across.length - 1)
    const stored = await findBriefing(database(), centre, october2012.id)
    const ref = figuresOf(stored.document).find(figure => figure.measure === 'banners')!
    expect(reported.find(figure => figure.id === october2012.id)?.value).toBe(
      stored.readings.figures[referenceKey(ref)]!.value,
    )
  })
})

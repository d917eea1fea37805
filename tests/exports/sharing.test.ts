import type { Viewer } from '../../server/access/permissions.ts'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { pageTitle } from '../../client/layout/pageTitles.ts'
import { sharedPageNames, sharedPages } from '../../server/exports/shared/sharedPage.ts'
import { basisOf } from '../../server/exports/shared/tables.ts'
import { viewerIn } from '../support/access.ts'
import { byWindow, daysLater, shareQuestion, useSharedPages } from '../support/sharedPages.ts'
import { storedAccount } from '../support/storedAccount.ts'

const { database, callerOf, setClock, share, open } = useSharedPages()

const audited = async (action: string) =>
  database().prisma.auditEntry.findMany({ where: { action }, orderBy: { number: 'asc' } })

describe('what can be shared', () => {
  it('is what whoever shares may see, and no more', async () => {
    await storedAccount(database(), {
      name: 'part',
      roles: ['leader'],
      scope: { centres: ['here'], units: ['here/U1'], windows: 'all' },
    })
    const part = { ...viewerIn('leader', { centres: ['here'], units: ['here/U1'] }), name: 'part' }
    const { path } = await share(part)
    const { body } = await open(path)
    expect(body).toContain('<dt>可见范围</dt>')
    expect(body).not.toContain('<td>2 件</td>')
    await expect(share(viewerIn('leader', { centres: ['there'] }))).rejects.toThrow('out-of-scope')
    await expect(
      share(viewerIn('leader'), { questions: [shareQuestion({ centres: ['there'] })] }),
    ).rejects.toThrow('bad-question')
  })

  it.each([['inspection'], ['administrator'], ['windowChief']] as const)('is nothing for %s', async role => {
    const viewer = viewerIn(role, role === 'windowChief' ? { units: ['here/U1'] } : {})
    await expect(share(viewer)).rejects.toThrow('not-permitted')
  })

  it('is nothing while an administrator looks at the product as somebody else', async () => {
    await expect(share({ ...viewerIn('leader'), impersonatedBy: 'administrator' })).rejects.toThrow(
      'preview-read-only',
    )
  })

  it('never splits or limits by what may name people', async () => {
    const viewer = { ...viewerIn(['leader', 'inspection']), name: 'leader' }
    const ofTrades = (more: object) => shareQuestion({ measures: ['tradesConcluded'], ...more })
    const byWinner = ofTrades({ groupBy: ['winner'] })
    const ofWinner = ofTrades({ filters: [{ dimension: 'winner', in: ['王某'] }] })
    const made = await share(viewer, { questions: [byWindow, byWinner, ofWinner] })
    expect([made.panels, made.leftOut]).toEqual([1, 2])
    expect((await open(made.path)).body).not.toContain('王某')
    await expect(share(viewer, { questions: [byWinner] })).rejects.toThrow('share-empty')
  })

  it('is asked anew by the server: no figure or heading of the caller is taken', async () => {
    await expect(
      share(viewerIn('leader'), {
        questions: [{ ...byWindow, heading: '<b>100%</b>', current: { overall: 9 } }],
      }),
    ).rejects.toThrow('bad-question')
    await expect(
      share(viewerIn('leader'), { questions: [shareQuestion({ measures: ['none'] })] }),
    ).rejects.toThrow('unknown-measure')
  })

  it('is one table a question, by time, by member, both, or neither', async () => {
    const { path, panels } = await share(viewerIn('leader'), {
      questions: [
        shareQuestion({ measures: ['casesReceived', 'casesAccepted'] }),
        shareQuestion({ granularity: 'month', comparison: 'lastYear' }),
        shareQuestion({ groupBy: ['window'], granularity: 'quarter' }),
        byWindow,
        byWindow,
        shareQuestion({ groupBy: ['window'], comparison: 'lastYear' }),
        shareQuestion({ period: '2012-10', filters: [{ dimension: 'window', in: ['W2'] }] }),
      ],
    })
    expect(panels).toBe(5)
    const { body } = await open(path)
    const headings = Array.from(body.matchAll(/<h2>([^<]*)</g), ([, text]) => text)
    expect(headings).toEqual([
      '收件量、受理量',
      '收件量（按月）',
      '收件量（按窗口、按季度）',
      '收件量（按窗口）',
      '收件量',
    ])
    expect(body).toContain('<th scope="col">对比期</th>')
    expect(body).toMatch(/<th scope="row">2012年9月<svg/)
    expect(body).toContain('<th scope="col">2012年四季度</th>')
    expect(body.match(/<dt>期间<\/dt>/g)).toHaveLength(2)
    expect(body).toMatch(/<dt>筛选<\/dt><dd>[^<]+<\/dd>/)
  })

  it('is limited in number, by person', async () => {
    for (let made = 0; made < 20; made++) await share()
    await expect(share()).rejects.toThrow('share-limit')
    await share(viewerIn('clerk'))
    setClock(daysLater(8))
    await share()
  })

  it('says what the page is limited to once, and of a table only what differs', async () => {
    const ofW2 = { dimension: 'window', in: ['W2'] }
    const caller = await callerOf(viewerIn('leader'))
    const { path } = await caller.shares.create({
      centre: 'here',
      page: 'windows',
      days: '1',
      filters: [ofW2, { dimension: 'applicant', in: ['王某'] }],
      questions: [
        byWindow,
        shareQuestion({ filters: [ofW2], comparison: '2011' }),
        shareQuestion({ groupBy: ['unit'] }),
      ],
    })
    const { body } = await open(path)
    const [head = '', ...tables] = body.split('<section>')
    expect(head).toMatch(/<dt>筛选<\/dt><dd>[^<]*窗口<\/dd>/)
    expect(head).toContain('<dt>对比期</dt><dd>2011年1月1日至2011年12月31日</dd>')
    expect(head).not.toContain('王某')
    expect(tables[0]).toContain('<dt>筛选</dt><dd>无</dd>')
    expect(tables[0]).toContain('<dt>对比期</dt><dd>无</dd>')
    expect(tables[1]).not.toContain('<dt>')
    const listed = await caller.shares.list({ centre: 'here' })
    expect(listed.shares[0]!.zh).toMatch(/^窗口 · .*窗口$/)
  })

  it('says what a share was counted of, in the words of each language, and nothing of a count', () => {
    const figure = { value: 0.5, numerator: 1200, n: 2400, coverage: null }
    expect(basisOf(measures.onTimeRate, figure, 'zh')).toBe('1,200／2,400')
    expect(basisOf(measures.onTimeRate, figure, 'en')).toBe('1,200 of 2,400')
    expect(basisOf(measures.casesReceived, figure, 'en')).toBe('')
    expect(basisOf(measures.savingsRate, figure, 'zh')).toBe('')
  })

  it('has the names that the navigation has', () => {
    for (const page of sharedPages) expect(sharedPageNames[page], page).toEqual(pageTitle(page))
  })
})

describe('the list of links', () => {
  it('shows one’s own with who opened it how often, and to an administrator all of the centre', async () => {
    const mine = await share()
    const others = await share(viewerIn('clerk'))
    for (const from of ['10.1.1.1', '10.1.1.1', '10.1.1.2']) await open(mine.path, from)
    const listed = async (viewer: Viewer) => (await callerOf(viewer)).shares.list({ centre: 'here' })
    const own = await listed(viewerIn('leader'))
    expect(own).toMatchObject({
      ofAll: false,
      shares: [
        {
          id: mine.id,
          zh: '窗口',
          en: 'Windows',
          openings: 3,
          openers: [
            { who: '10.1.1.1', times: 2 },
            { who: '10.1.1.2', times: 1 },
          ],
        },
      ],
    })
    expect(JSON.stringify(own)).not.toMatch(/content|tokenHash/)
    const all = await listed(viewerIn('administrator'))
    expect([all.ofAll, all.shares.map(({ id }) => id)]).toEqual([true, [others.id, mine.id]])
    expect((await listed(viewerIn('inspection'))).shares).toEqual([])
    const there = await (await callerOf(viewerIn('administrator'))).shares.list({ centre: 'there' })
    expect(there.shares).toEqual([])
  })

  it('lets an administrator withdraw those of others, and nobody else', async () => {
    const { id, path } = await share()
    const withdraw = async (viewer: Viewer, centre = 'here') =>
      (await callerOf(viewer)).shares.withdraw({ centre, id })
    await expect(withdraw(viewerIn('clerk'))).rejects.toThrow('not-found')
    await expect(withdraw(viewerIn('leader'), 'there')).rejects.toThrow('not-found')
    expect((await open(path)).statusCode).toBe(200)
    await withdraw(viewerIn('administrator'))
    expect((await open(path)).statusCode).toBe(410)
  })

  it('and every step stands in the audit log in words', async () => {
    await database().prisma.sharedPage.deleteMany()
    const { id, path } = await share()
    await open(path, '10.2.2.2')
    await open(path, '10.2.2.2')
    await open('/s/none', '10.2.2.2')
    await (await callerOf(viewerIn('leader'))).shares.withdraw({ centre: 'here', id })
    await open(path, '10.2.2.2')
    const about = { centre: 'here', subject: `share ${id}` }
    expect((await audited('share-created')).at(-1)).toMatchObject({
      ...about,
      actor: 'leader',
      outcome: 'done',
      details: { page: '窗口', days: 7, panels: 1 },
    })
    const opened = (await audited('share-opened')).filter(({ address }) => address === '10.2.2.2')
    expect(opened).toMatchObject([{ ...about, actor: '-', outcome: 'done', details: { page: '窗口' } }])
    expect((await audited('share-withdrawn')).at(-1)).toMatchObject({ ...about, details: { page: '窗口' } })
    const refused = (await audited('share-refused')).filter(({ address }) => address === '10.2.2.2')
    expect(refused).toMatchObject([
      { centre: null, details: { why: 'share-unknown' } },
      { ...about, details: { why: 'share-withdrawn' } },
    ])
  })
})

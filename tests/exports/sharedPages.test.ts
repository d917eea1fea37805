import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../../server/access/permissions.ts'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { pageTitle } from '../../client/layout/pageTitles.ts'
import { sharedPageNames, sharedPages } from '../../server/exports/shared/sharedPage.ts'
import { basisOf } from '../../server/exports/shared/tables.ts'
import { buildHttp } from '../../server/http.ts'
import { forgetOld } from '../../server/operations/retention.ts'
import { createCaller } from '../../server/router.ts'
import { httpAccess, testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'
import { storedAccount } from '../support/storedAccount.ts'

const database = useDatabase('empty')
const begun = new Date('2013-01-10T02:00:00Z')
const after = (days: number): Date => new Date(begun.getTime() + days * 86_400_000)
let clock = begun
let app: FastifyInstance
const logged: string[] = []

const people = ['leader', 'clerk', 'administrator', 'inspection'] as const

beforeAll(async () => {
  await addCentre(database(), 'here')
  await addCentre(database(), 'there')
  await loadSmallHall(database(), 'here')
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    'caseNumber,item,window,receivedAt,acceptedAt\n' +
      'A,NOW,W1,2012-09-03 08:00,2012-09-03 08:00\nB,TEN,W2,2012-09-03 08:00,2012-09-03 08:00\n' +
      'C,TEN,W2,2012-10-08 08:00,2012-10-08 08:00\n',
  )
  const scope = { centres: 'all', units: 'all', windows: 'all' }
  for (const name of people) await storedAccount(database(), { name, roles: [name], scope })
  const logger = pino(
    { level: 'debug' },
    new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk))
        done()
      },
    }),
  )
  app = await buildHttp({
    database: database(),
    clock: () => clock,
    logger,
    clientFolder: null,
    ...(await httpAccess(database())),
    perMinute: { requests: 1_000_000, signIns: 60 },
    ...intakeParts(),
  })
})
beforeEach(async () => {
  clock = begun
  await database().prisma.sharedPage.deleteMany()
})
afterAll(async () => app?.close())

const question = (more: object = {}) => ({
  measures: ['casesReceived'],
  centres: ['here'],
  period: '2012',
  ...more,
})
const byWindow = question({ groupBy: ['window'] })

const callerOf = async (viewer: Viewer) =>
  createCaller(await testContext(database(), viewer, { clock: () => clock }))
async function share(
  viewer: Viewer = viewerIn('leader'),
  more: { questions?: object[]; days?: '1' | '7' | '30' } = {},
) {
  const caller = await callerOf(viewer)
  return caller.shares.create({ centre: 'here', page: 'windows', days: '7', questions: [byWindow], ...more })
}
let visitor = 0
/** Each visit comes from an address of its own, as the limit of attempts is by address. */
const open = async (path: string, from = `10.0.0.${++visitor}`) =>
  app.inject({ method: 'GET', url: path, headers: { host: '127.0.0.1' }, remoteAddress: from })
const audited = async (action: string) =>
  database().prisma.auditEntry.findMany({ where: { action }, orderBy: { number: 'asc' } })

describe('a read-only link', () => {
  it('shows the figures of a page to whoever has it, in both languages, with what they are of', async () => {
    const { path, panels, leftOut, expiresAt } = await share()
    expect([panels, leftOut, expiresAt]).toEqual([1, 0, after(7).toISOString()])
    expect(path).toMatch(/^\/s\/[\w-]{43}$/)
    const zh = await open(path)
    expect(zh.statusCode).toBe(200)
    for (const part of [
      '<h1>窗口</h1>',
      '收件量（按窗口）',
      '总体：收件量 3 件',
      '<dt>期间</dt><dd>2012年1月1日至2012年12月31日</dd>',
      '<dt>分享人</dt><dd>leader</dd>',
      '<dt>分享时间</dt><dd>2013-01-10 10:00</dd>',
      '<dt>有效期至</dt><dd>2013-01-17 10:00</dd>',
      '<td>2 件</td>',
    ])
      expect(zh.body).toContain(part)
    const en = await open(`${path}?lang=en`)
    expect(en.body).toContain('Cases received overall: 3 cases')
    expect(en.body).toContain('<td>2 cases</td>')
  })

  it('can do nothing: no script, no form, no way into the product; nothing is kept or told on', async () => {
    const { path } = await share()
    const { body, headers } = await open(path)
    expect(body).not.toMatch(/<script|<form|<button|<input| style=| on\w+=/)
    expect(Array.from(body.matchAll(/(?:href|src|action)="([^"]*)"/g), ([, address]) => address)).toEqual([
      '/shared.css',
      '?lang=en',
    ])
    expect(body).not.toContain(path.slice(3))
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/)
    expect(headers['set-cookie']).toBeUndefined()
    expect((await open('/shared.css')).headers['content-type']).toContain('text/css')
  })

  it('keeps its figures when data are loaded, corrected, and the clock goes on', async () => {
    const { path } = await share()
    const before = (await open(path)).body
    await load(
      database(),
      { centre: 'here', target: 'cases' },
      'caseNumber,item,window,receivedAt,acceptedAt\n' +
        'A,NOW,W2,2012-09-03 08:00,2012-09-03 08:00\nD,TEN,W1,2012-11-08 08:00,2012-11-08 08:00\n',
    )
    clock = after(6)
    expect((await open(path)).body).toBe(before)
    expect(before).toContain('收件量 3 件')
    const anew = await share()
    expect((await open(anew.path)).body).toContain('收件量 4 件')
  })

  it('is kept as a hash alone, and never logged', async () => {
    const { path } = await share()
    const secret = path.slice(3)
    const wrong = 'x'.repeat(43)
    for (const address of [
      path,
      `${path}/`,
      `/s/${wrong}`,
      `/%73/${secret}`,
      `/s/${secret}/more`,
      `/s%2f${secret}`,
    ])
      await open(address)
    const [row] = await database().prisma.sharedPage.findMany()
    expect(row!.tokenHash).toMatch(/^[\da-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(secret)
    const entries = JSON.stringify(await database().prisma.auditEntry.findMany())
    for (const text of [logged.join(''), entries]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(wrong)
    }
    expect(logged.join('')).toContain('/s/…')
  })

  it.each([
    ['too short', (secret: string) => secret.slice(0, -1)],
    ['another', () => 'A'.repeat(43)],
    [
      'with a changed letter',
      (secret: string) => `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
    ],
    ['the hash', () => '0'.repeat(64)],
    ['empty', () => ''],
  ])('with a token that is %s shows nothing and says so', async (_, change) => {
    const { path } = await share()
    const answer = await open(`/s/${change(path.slice(3))}`)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).not.toContain('收件量')
  })

  it('ends on its day, and says so without a figure', async () => {
    const { path } = await share(viewerIn('leader'), { days: '1' })
    clock = new Date(after(1).getTime() - 1)
    expect((await open(path)).statusCode).toBe(200)
    clock = after(1)
    const answer = await open(path)
    expect(answer.statusCode).toBe(410)
    expect(answer.body).toContain('这个只读链接已于2013年1月11日到期')
    expect(answer.body).not.toContain('收件量')
    expect((await open(`${path}?lang=en`)).body).toContain('expired on 11 January 2013')
  })

  it('ends when it is withdrawn, and what it showed is gone', async () => {
    const { path, id } = await share()
    await (await callerOf(viewerIn('leader'))).shares.withdraw({ centre: 'here', id })
    const answer = await open(path)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([410, 'no-store'])
    expect(answer.body).toContain('已于2013年1月10日撤回')
    expect(await database().prisma.sharedPage.findFirst()).toMatchObject({
      content: null,
      withdrawnBy: 'leader',
    })
    await expect(
      (await callerOf(viewerIn('leader'))).shares.withdraw({ centre: 'here', id }),
    ).rejects.toThrow('not-found')
  })

  it('ends when the account of whoever shared it is closed', async () => {
    const { path } = await share(viewerIn('clerk'))
    await database().prisma.user.update({ where: { username: 'clerk' }, data: { disabledAt: begun } })
    expect((await open(path)).statusCode).toBe(410)
    await database().prisma.user.update({ where: { username: 'clerk' }, data: { disabledAt: null } })
    expect((await open(path)).statusCode).toBe(200)
  })

  it('is emptied by the daily clean-up, and gone a month later', async () => {
    await share(viewerIn('leader'), { days: '1' })
    const forget = async (days: number) => forgetOld(database(), { now: after(days), quarantineDays: 365 })
    expect((await forget(0)).shares).toBe(0)
    expect((await forget(1)).shares).toBe(1)
    expect(await database().prisma.sharedPage.findFirst()).toMatchObject({ content: null })
    await forget(30)
    expect(await database().prisma.sharedPage.count()).toBe(1)
    await forget(32)
    expect(await database().prisma.sharedPage.count()).toBe(0)
  })

  it('is refused in words to whoever tries too many', async () => {
    const answers = []
    for (let attempt = 0; attempt < 62; attempt++)
      answers.push(await open(`/s/${'x'.repeat(43)}`, '10.9.9.9'))
    expect(answers.at(-1)!.statusCode).toBe(429)
    expect(answers.at(-1)!.body).toContain('打开得太频繁')
  })
})

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
      share(viewerIn('leader'), { questions: [question({ centres: ['there'] })] }),
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
    const ofTrades = (more: object) => question({ measures: ['tradesConcluded'], ...more })
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
      share(viewerIn('leader'), { questions: [question({ measures: ['none'] })] }),
    ).rejects.toThrow('unknown-measure')
  })

  it('is one table a question, by time, by member, both, or neither', async () => {
    const { path, panels } = await share(viewerIn('leader'), {
      questions: [
        question({ measures: ['casesReceived', 'casesAccepted'] }),
        question({ granularity: 'month', comparison: 'lastYear' }),
        question({ groupBy: ['window'], granularity: 'quarter' }),
        byWindow,
        byWindow,
        question({ groupBy: ['window'], comparison: 'lastYear' }),
        question({ period: '2012-10', filters: [{ dimension: 'window', in: ['W2'] }] }),
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
    clock = after(8)
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
        question({ filters: [ofW2], comparison: '2011' }),
        question({ groupBy: ['unit'] }),
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
    expect([all.ofAll, all.shares.map(one => one.id)]).toEqual([true, [others.id, mine.id]])
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
    const opened = (await audited('share-opened')).filter(one => one.address === '10.2.2.2')
    expect(opened).toMatchObject([{ ...about, actor: '-', outcome: 'done', details: { page: '窗口' } }])
    expect((await audited('share-withdrawn')).at(-1)).toMatchObject({ ...about, details: { page: '窗口' } })
    const refused = (await audited('share-refused')).filter(one => one.address === '10.2.2.2')
    expect(refused).toMatchObject([
      { centre: null, details: { why: 'share-unknown' } },
      { ...about, details: { why: 'share-withdrawn' } },
    ])
  })
})

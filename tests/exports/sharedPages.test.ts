import { describe, expect, it } from 'vitest'
import { forgetOld } from '../../server/operations/retention.ts'
import { viewerIn } from '../support/access.ts'
import { load } from '../support/load.ts'
import { daysLater, shareTime, useSharedPages } from '../support/sharedPages.ts'

const { database, logged, callerOf, setClock, share, open } = useSharedPages()

describe('a read-only link', () => {
  it('shows the figures of a page to whoever has it, in both languages, with what they are of', async () => {
    const { path, panels, leftOut, expiresAt } = await share()
    expect([panels, leftOut, expiresAt]).toEqual([1, 0, daysLater(7).toISOString()])
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
    setClock(daysLater(6))
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
    setClock(new Date(daysLater(1).getTime() - 1))
    expect((await open(path)).statusCode).toBe(200)
    setClock(daysLater(1))
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
    await database().prisma.user.update({ where: { username: 'clerk' }, data: { disabledAt: shareTime } })
    expect((await open(path)).statusCode).toBe(410)
    await database().prisma.user.update({ where: { username: 'clerk' }, data: { disabledAt: null } })
    expect((await open(path)).statusCode).toBe(200)
  })

  it('is emptied by the daily clean-up, and gone a month later', async () => {
    await share(viewerIn('leader'), { days: '1' })
    const forget = async (days: number) =>
      forgetOld(database(), { now: daysLater(days), quarantineDays: 365 })
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

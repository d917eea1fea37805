import type { ChatRoom } from '../../server/operations/chatRoom.ts'
import { createServer } from 'node:http'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { channelNamed, channelsOf } from '../../server/briefing/delivery/channels.ts'
import { deliverDue, isTime } from '../../server/briefing/delivery/deliver.ts'
import { followingOf, isQuiet, setFollowing } from '../../server/briefing/delivery/following.ts'
import { kindsOf, topics } from '../../server/briefing/delivery/topics.ts'
import { notify } from '../../server/briefing/notices.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const logger = pino({ level: 'silent' })
const mail = {
  url: 'smtp://127.0.0.1:1',
  from: '亮窗 <bw@county.example>',
  to: [],
  domains: ['county.example'],
}
const hour = (at: number): number => at * 60

describe('the time of sending', () => {
  it.each([
    // Quiet from 20:00 to 07:00: through the night.
    [hour(20), hour(7), hour(19) + 59, false],
    [hour(20), hour(7), hour(20), true],
    [hour(20), hour(7), 0, true],
    [hour(20), hour(7), hour(6) + 59, true],
    [hour(20), hour(7), hour(7), false],
    // Quiet from 12:00 to 14:30, and no quiet hours at all.
    [hour(12), hour(14) + 30, hour(13), true],
    [hour(12), hour(14) + 30, hour(15), false],
    [hour(9), hour(9), hour(9), false],
  ])('is quiet from %s to %s: at %s %s', (quietFrom, quietTo, minute, quiet) => {
    expect(isQuiet(minute, { quietFrom, quietTo })).toBe(quiet)
  })

  const night = { quietFrom: hour(20), quietTo: hour(7), sentOn: null, failedAt: null }
  const now = new Date('2012-12-03T01:00:00Z')
  const at = (minute: number) => ({ minute, day: '2012-12-03', now })
  it('of a daily summary is its minute, once a day', () => {
    const daily = { ...night, minute: hour(8) }
    expect(isTime(daily, at(hour(8) - 1))).toBe(false)
    expect(isTime(daily, at(hour(8)))).toBe(true)
    expect(isTime(daily, at(hour(17)))).toBe(true)
    expect(isTime({ ...daily, sentOn: new Date('2012-12-03') }, at(hour(17)))).toBe(false)
    expect(isTime({ ...daily, sentOn: new Date('2012-12-02') }, at(hour(17)))).toBe(true)
  })
  it('of single notices is any that is not quiet', () => {
    expect(isTime({ ...night, minute: null }, at(hour(21)))).toBe(false)
    expect(isTime({ ...night, minute: null }, at(hour(9)))).toBe(true)
  })
  it('comes again a quarter of an hour after a failure', () => {
    const failed = (minutes: number) => ({
      ...night,
      minute: null,
      failedAt: new Date(now.getTime() - minutes * 60_000),
    })
    expect(isTime(failed(14), at(hour(9)))).toBe(false)
    expect(isTime(failed(15), at(hour(9)))).toBe(true)
  })
})

describe('channels', () => {
  const rooms: ChatRoom[] = ['wecom', 'feishu', 'wecom'].map(form => ({
    form: form as 'wecom',
    url: `http://127.0.0.1/${form}`,
  }))
  it('are those that the configuration names, and mail to its domains', () => {
    const settings = { mail, rooms, address: null }
    expect(channelsOf(settings)).toEqual(['mail', 'wecom-1', 'feishu-1', 'wecom-2'])
    expect(channelNamed({ channel: 'wecom-2', address: '' }, settings)).toEqual({ room: rooms[2] })
    const to = (address: string) => () => channelNamed({ channel: 'mail', address }, settings)
    expect(to('li@County.Example')()).toMatchObject({ mail: { to: ['li@County.Example'] } })
    for (const address of ['', 'li', 'li@evil.example', 'a@b.example,c@county.example', 'li@county.example.'])
      expect(to(address), address).toThrow('address-not-allowed')
    expect(() => channelNamed({ channel: 'wecom-3', address: '' }, settings)).toThrow('channel-not-set-up')
    expect(() =>
      channelNamed({ channel: 'mail', address: 'a@county.example' }, { ...settings, mail: null }),
    ).toThrow('channel-not-set-up')
  })
  it('carry kinds of notices, each of which belongs to one topic', () => {
    const all = topics.flatMap(topic => kindsOf([topic]))
    expect(new Set(all).size).toBe(all.length)
    expect(kindsOf(['targets', 'unknown'])).toEqual(['target'])
  })
})

describe('people who follow something', () => {
  const taken: string[] = []
  let refuses = false
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (text += chunk))
    request.on('end', () => {
      if (!refuses) taken.push((JSON.parse(text) as { markdown: { content: string } }).markdown.content)
      response.end(refuses ? '{"errcode":93000,"errmsg":"invalid"}' : '{"errcode":0}')
    })
  })
  beforeAll(async () => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => server.close())
  const room = (): ChatRoom => {
    const address = server.address()
    return {
      form: 'wecom',
      url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    }
  }
  const settings = () => ({ mail: null, rooms: [room()], address: 'https://bw.county.example' })
  const wish = {
    topics: ['targets', 'late'] as ('targets' | 'late')[],
    channel: 'wecom-1',
    address: '',
    minute: hour(8),
    quietFrom: hour(20),
    quietTo: hour(7),
  }
  const pinghe = async () => centresOf(database()).find('pinghe')
  const person = 'director'
  const scope = { centres: 'all', units: 'all', windows: 'all' }
  const own = async () => ({ centreId: (await pinghe()).id, person })
  /** A local time of the hall in Shanghai. */
  const at = (text: string): Date => new Date(`${text}+08:00`)

  async function tell(
    subject: string,
    zh: string,
    { day, kind = 'target' }: { day: string; kind?: 'target' | 'variation' },
  ): Promise<void> {
    const said = { kind, subject, link: `/?show=${subject}&centre=pinghe`, words: { zh, en: zh } }
    await notify(database(), said, { centreId: (await pinghe()).id, day, now: at(`${day}T06:30:00`) })
  }
  const deliver = async (now: Date): Promise<string[]> => {
    taken.length = 0
    await deliverDue({ database: database(), centre: await pinghe(), now, settings: settings(), logger })
    return [...taken]
  }

  beforeEach(async () => {
    refuses = false
    await database().prisma.following.deleteMany()
    await database().prisma.notice.deleteMany()
    await database().prisma.user.upsert({
      where: { id: person },
      create: {
        id: person,
        name: '主任',
        email: 'director@invalid',
        username: person,
        roles: ['leader'],
        scope,
      },
      update: { roles: ['leader'], disabledAt: null },
    })
    await tell('old', '设定以前的', { day: '2012-12-02' })
    await setFollowing(database(), await own(), { wish, settings: settings() })
  })

  it('are sent what they follow once a day, with links to the proof, and nothing of before', async () => {
    await tell('savings', '节约资金落后于目标', { day: '2012-12-03' })
    await tell('x', '不关注的', { day: '2012-12-03', kind: 'variation' })
    expect(await deliver(at('2012-12-03T07:59:00'))).toEqual([])
    expect(await deliver(at('2012-12-03T08:00:00'))).toEqual([
      '**亮窗 平和县行政服务中心暨公共资源交易中心 2012-12-03**\n' +
        '- 节约资金落后于目标 [查看](https://bw.county.example/?show=savings&centre=pinghe)',
    ])
    await tell('savings', '又一次', { day: '2012-12-03' })
    expect(await deliver(at('2012-12-03T09:00:00'))).toEqual([])
    expect(await deliver(at('2012-12-04T08:00:00'))).toEqual([expect.stringContaining('又一次')])
    const audited = await database().prisma.auditEntry.findMany({ where: { action: 'news-sent' } })
    expect(audited.map(entry => [entry.subject, entry.details])).toEqual([
      [person, { notices: 1, channel: 'wecom-1' }],
      [person, { notices: 1, channel: 'wecom-1' }],
    ])
  })

  it('are sent single notices as they come, after the quiet hours, and two of a subject a day', async () => {
    await setFollowing(database(), await own(), { wish: { ...wish, minute: null }, settings: settings() })
    const centreId = (await pinghe()).id
    const day = new Date('2012-12-03')
    const add = async (zh: string) =>
      database().prisma.notice.create({
        data: { centreId, kind: 'target', subject: 's', day, at: day, zh, en: zh, link: '/', readBy: [] },
      })
    await add('第一')
    expect(await deliver(at('2012-12-03T06:59:00'))).toEqual([])
    expect(await deliver(at('2012-12-03T07:00:00'))).toEqual([expect.stringContaining('第一')])
    expect(await deliver(at('2012-12-03T07:01:00'))).toEqual([])
    await add('第二')
    await add('第三')
    const [second = ''] = await deliver(at('2012-12-03T07:02:00'))
    expect(second).toContain('第二')
    expect(second).not.toContain('第三')
    await add('第四')
    expect(await deliver(at('2012-12-03T07:03:00'))).toEqual([])
  })

  it('are sent nothing that they have read, nor anything once the account is closed', async () => {
    await tell('savings', '已读的', { day: '2012-12-03' })
    await database().prisma.notice.updateMany({ data: { readBy: [person] } })
    expect(await deliver(at('2012-12-03T08:00:00'))).toEqual([])
    for (const [day, change] of [
      ['2012-12-04', { disabledAt: new Date() }],
      ['2012-12-05', { disabledAt: null, roles: ['administrator'] }],
    ] as const) {
      await database().prisma.user.update({
        where: { id: person },
        data: { ...change, roles: change.disabledAt ? ['leader'] : ['administrator'] },
      })
      await tell('savings', day, { day })
      expect(await deliver(at(`${day}T08:00:00`)), day).toEqual([])
    }
  })

  it('see why sending failed; it is tried again with what has come meanwhile', async () => {
    refuses = true
    await tell('savings', '落后', { day: '2012-12-03' })
    await deliver(at('2012-12-03T08:00:00'))
    expect(await followingOf(database(), await own())).toMatchObject({
      failure: 'chat-failed',
      failedAt: at('2012-12-03T08:00:00').toISOString(),
      sentAt: null,
    })
    refuses = false
    await tell('other', '也落后', { day: '2012-12-03' })
    expect(await deliver(at('2012-12-03T08:14:00'))).toEqual([])
    expect(await deliver(at('2012-12-03T08:15:00'))).toEqual([expect.stringMatching(/落后[\s\S]*也落后/)])
    expect(await followingOf(database(), await own())).toMatchObject({ failure: '', failedAt: null })
  })

  it('cannot choose a time within their quiet hours', async () => {
    const quiet = { ...wish, minute: hour(21) }
    await expect(
      setFollowing(database(), await own(), { wish: quiet, settings: settings() }),
    ).rejects.toThrow('sent-in-quiet-hours')
    expect(await followingOf(database(), await own())).toMatchObject({ minute: hour(8) })
  })
})

import type { AddressInfo } from 'node:net'
import { Buffer } from 'node:buffer'
import { createServer } from 'node:net'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { noticesOf, notify } from '../../server/briefing/notices.ts'
import { tellPeople } from '../../server/briefing/schedule.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { readConfig } from '../../server/config.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load } from '../support/load.ts'

const database = useDatabase('launch')
const logger = pino({ level: 'silent' })
const december = new Date('2012-12-03T01:00:00Z')
const centre = async () => centresOf(database()).find('pinghe')

/** A mail server that takes one mail and keeps what it says. */
async function mailServer(): Promise<{ url: string; mail: Promise<string>; close: () => void }> {
  let took: (text: string) => void = () => undefined
  const mail = new Promise<string>(resolve => (took = resolve))
  const server = createServer(socket => {
    let text = ''
    let inData = false
    socket.write('220 test\r\n')
    socket.on('data', chunk => {
      text += chunk.toString('utf8')
      if (inData) {
        if (text.includes('\r\n.\r\n')) {
          inData = false
          took(text)
          socket.write('250 taken\r\n')
        }
        return
      }
      const verb = text.trimEnd().split('\r\n').at(-1)!.toUpperCase()
      inData = verb === 'DATA'
      text = inData ? '' : text
      socket.write(inData ? '354 go\r\n' : verb === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mail,
    close: () => server.close(),
  }
}

function decoded(mail: string): string {
  const [, body = ''] = mail.split(/\r\n\r\n(.*)/s)
  return /base64/i.test(mail)
    ? Buffer.from(body.replaceAll(/\s|\.$/g, ''), 'base64').toString('utf8')
    : Buffer.from(
        body
          .replaceAll(/=\r\n/g, '')
          .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
}

describe('each morning', () => {
  it('last month’s draft is prepared once, announced in the inbox and mailed with its figures', async () => {
    const server = await mailServer()
    const telling = {
      now: december,
      logger,
      mail: { url: server.url, from: 'bw@county.example', to: ['director@county.example'] },
      address: 'https://bw.county.example',
    }
    await tellPeople(database(), await centresOf(database()).all(), telling)
    const text = decoded(await server.mail)
    const drafts = await database().prisma.briefing.findMany()
    expect(
      drafts.map(draft => [draft.series, draft.periodFrom.toISOString().slice(0, 10), draft.state]),
    ).toEqual([['month', '2012-11-01', 'draft']])
    expect(text).toContain('2012年11月月报草稿已生成')
    expect(text).toContain('11月，中心各窗口共受理各类事项7937件；办结8079件')
    expect(text).toContain(`https://bw.county.example/briefings/${drafts[0]!.id}?centre=pinghe`)
    const inbox = await noticesOf(database(), { centreId: (await centre()).id, name: 'x', now: december })
    expect(inbox.map(notice => notice.kind)).toContain('draft')
    expect(inbox.some(notice => notice.kind === 'overdue' && /^在办超期\d+件$/.test(notice.zh))).toBe(true)
    await tellPeople(database(), await centresOf(database()).all(), { ...telling, mail: null })
    expect(
      await noticesOf(database(), { centreId: (await centre()).id, name: 'x', now: december }),
    ).toHaveLength(inbox.length)
    expect(await database().prisma.briefing.count()).toBe(1)
    server.close()
  })

  it('a target behind its pace is told of', async () => {
    await load(
      database(),
      { centre: 'pinghe', target: 'targets' },
      'measure,value,validFrom,validTo\nsavings,99000000,2012-08-08,' +
        '2012-12-31\nonTimeRate,10,2012-08-08,2012-12-31\n',
    )
    await tellPeople(database(), await centresOf(database()).all(), {
      now: new Date('2012-12-04T01:00:00Z'),
      logger,
      mail: null,
      address: null,
    })
    const told = (
      await noticesOf(database(), {
        centreId: (await centre()).id,
        name: 'x',
        now: new Date('2012-12-04T02:00:00Z'),
      })
    ).filter(notice => notice.kind === 'target')
    expect(told.map(notice => notice.zh)).toEqual([
      expect.stringMatching(
        new RegExp(
          '^节约资金落后于目标：8月8日至12月4日为[\\d,.]+ ?万元，目标9,900.0? ?万元（至12月31日）' +
            '；其余\\d+个工作日每日还需[\\d,.]+ ?万元；(?:期末数无法预测|预计期末.+)$',
        ),
      ),
    ])
  })

  it('nobody hears more than twice a day of one subject, nor the same words twice', async () => {
    const at = { centreId: (await centre()).id, day: '2012-12-05', now: december }
    const say = async (zh: string) =>
      notify(database(), { kind: 'signal', subject: 'signal x', words: { zh, en: zh }, link: '/' }, at)
    expect([await say('一'), await say('一'), await say('二'), await say('三')]).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(
      await notify(
        database(),
        { kind: 'signal', subject: 'signal x', words: { zh: '一', en: '' }, link: '/' },
        { ...at, day: '2012-12-06' },
      ),
    ).toBe(true)
  })

  it('a mail server that is away leaves the notices in the inbox', async () => {
    await tellPeople(database(), await centresOf(database()).all(), {
      now: new Date('2012-12-07T01:00:00Z'),
      logger,
      mail: { url: 'smtp://127.0.0.1:1', from: 'a@b.example', to: ['c@d.example'] },
      address: null,
    })
    expect(
      (
        await noticesOf(database(), {
          centreId: (await centre()).id,
          name: 'x',
          now: new Date('2012-12-07T02:00:00Z'),
        })
      ).some(notice => notice.at.startsWith('2012-12-07')),
    ).toBe(true)
  })
})

describe('more than usual variation', () => {
  it('is told once, of the last whole month: a hundred complaints after a year of one or two', async () => {
    await addCentre(database(), 'small')
    const months = Array.from(
      { length: 13 },
      (_, place) =>
        `${2011 + Math.floor((place + 10) / 12)}-${String(((place + 10) % 12) + 1).padStart(2, '0')}`,
    )
    const lines = months.flatMap((month, place) =>
      Array.from(
        { length: place === 12 ? 100 : (place % 2) + 1 },
        (_, index) => `${month}-${index},complaint,${month}-05`,
      ),
    )
    await load(
      database(),
      { centre: 'small', target: 'feedback' },
      `feedbackCode,kind,givenDay\n${lines.join('\n')}\n`,
    )
    const small = await centresOf(database()).find('small')
    const told = async (now: Date) => {
      await tellPeople(database(), await centresOf(database()).all(), {
        now,
        logger,
        mail: null,
        address: null,
      })
      return (await noticesOf(database(), { centreId: small.id, name: 'x', now }))
        .filter(notice => notice.kind === 'variation')
        .map(notice => notice.zh)
    }
    expect(months.at(-1)).toBe('2012-11')
    expect(await told(new Date('2012-12-10T01:00:00Z'))).toEqual([
      expect.stringMatching(/^2012年11月投诉为100 件，高于正常波动的上限（通常范围0 件–\d+ 件）$/),
    ])
    expect(await told(new Date('2012-12-11T01:00:00Z'))).toHaveLength(1)
  })
})

describe('the settings of mail', () => {
  it('belong together', () => {
    expect(readConfig({}).mail).toBeNull()
    expect(
      readConfig({
        BW_SMTP_URL: 'smtps://u:p@mail.county.example',
        BW_MAIL_FROM: 'bw@x.example',
        BW_MAIL_TO: 'a@x.example, b@x.example',
      }).mail?.to,
    ).toEqual(['a@x.example', 'b@x.example'])
    expect(() => readConfig({ BW_SMTP_URL: 'smtps://u:p@mail.county.example' })).toThrow('bad-arguments')
    expect(() => readConfig({ BW_SMTP_URL: 'http://mail', BW_MAIL_FROM: 'a', BW_MAIL_TO: 'b' })).toThrow(
      'bad-arguments',
    )
    expect([
      readConfig({}).operations.briefingsAt,
      readConfig({ BW_BRIEFINGS_AT: 'off' }).operations.briefingsAt,
    ]).toEqual([390, null])
  })
})

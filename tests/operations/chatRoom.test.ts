import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chatBody, chatRoomsFrom, sendToRoom } from '../../server/operations/chatRoom.ts'

const message = { title: '亮窗 平和 2026-11-29', lines: ['- 按时办结率低于通常', '- 在办超期3件'] }

describe('the forms of messages', () => {
  it('are those of each program', () => {
    expect(chatBody('wecom', message)).toEqual({
      msgtype: 'markdown',
      markdown: { content: '**亮窗 平和 2026-11-29**\n- 按时办结率低于通常\n- 在办超期3件' },
    })
    expect(chatBody('dingtalk', message)).toEqual({
      msgtype: 'markdown',
      markdown: {
        title: '亮窗 平和 2026-11-29',
        text: '**亮窗 平和 2026-11-29**\n\n- 按时办结率低于通常\n\n- 在办超期3件',
      },
    })
    expect(chatBody('feishu', message)).toMatchObject({
      msg_type: 'interactive',
      card: { elements: [{ tag: 'markdown', content: '- 按时办结率低于通常\n- 在办超期3件' }] },
    })
  })

  it('stay below what a program takes, whole lines alone', () => {
    const body = chatBody('wecom', { title: '一', lines: Array.from({ length: 500 }, () => '二'.repeat(20)) })
    const { markdown } = body as { markdown: { content: string } }
    expect(new TextEncoder().encode(markdown.content).length).toBeLessThanOrEqual(4000)
    expect(markdown.content.endsWith('二'.repeat(20))).toBe(true)
  })
})

describe('sending to a room', () => {
  const taken: unknown[] = []
  let [answer, status] = ['{"errcode":0}', 200]
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (text += chunk))
    request.on('end', () => {
      taken.push(JSON.parse(text))
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(answer)
    })
  })
  beforeAll(async () => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => server.close())
  const room = () => ({
    form: 'wecom' as const,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cgi-bin/webhook/send?key=x`,
  })

  it('delivers the message', async () => {
    await sendToRoom(room(), message)
    expect(taken.at(-1)).toMatchObject({ msgtype: 'markdown' })
  })

  it.each([
    ['a refusal that comes with 200', '{"errcode":93000,"errmsg":"invalid webhook url"}', 200],
    ['a failure', '{}', 500],
    ['a redirect to another address', '{}', 302],
  ])('names %s', async (_, body, code) => {
    ;[answer, status] = [body, code]
    await expect(sendToRoom(room(), message)).rejects.toThrow('chat-failed')
  })
})

describe('the setting', () => {
  it('names rooms by program and address', () => {
    expect(chatRoomsFrom(undefined)).toEqual([])
    expect(
      chatRoomsFrom('wecom=https://qyapi.example/send?key=a=b  feishu=https://open.example/hook/1'),
    ).toEqual([
      { form: 'wecom', url: 'https://qyapi.example/send?key=a=b' },
      { form: 'feishu', url: 'https://open.example/hook/1' },
    ])
    expect(() => chatRoomsFrom('icq=https://x.example')).toThrow('bad-arguments')
    expect(() => chatRoomsFrom('wecom=file:///etc/passwd')).toThrow('bad-arguments')
  })
})

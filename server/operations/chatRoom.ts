import { NamedError } from '../common/errors.ts'

/** The supported chat programs with webhooks: 企业微信, 钉钉 and 飞书. */
const chatForms = ['wecom', 'dingtalk', 'feishu'] as const
type ChatForm = (typeof chatForms)[number]

/** A room of a chat program. Addresses come only from the configuration. */
export interface ChatRoom {
  form: ChatForm
  url: string
}

/** A message: a title, and lines in Markdown. */
interface ChatMessage {
  title: string
  lines: readonly string[]
}

const waitedMost = 10_000
/** The maximum size of a message in bytes; 企业微信 accepts 4096, the others more. */
const longest = 4000

/** Cuts lines to a number of bytes, at the end of a line. */
function within(lines: readonly string[], bytes: number): string {
  const kept: string[] = []
  let left = bytes
  for (const line of lines) {
    left -= new TextEncoder().encode(line).length + 1
    if (left < 0) break
    kept.push(line)
  }
  return kept.join('\n')
}

/** The request body for a chat program. */
export function chatBody(form: ChatForm, { title, lines }: ChatMessage): object {
  const text = within([`**${title}**`, ...lines], longest)
  switch (form) {
    case 'wecom':
      return { msgtype: 'markdown', markdown: { content: text } }
    case 'dingtalk':
      return { msgtype: 'markdown', markdown: { title, text: text.replaceAll('\n', '\n\n') } }
    case 'feishu':
      return {
        msg_type: 'interactive',
        card: {
          header: { title: { tag: 'plain_text', content: title } },
          elements: [{ tag: 'markdown', content: within(lines, longest) }],
        },
      }
  }
}

/** Why a program refused a message; null where it accepted it. The status is 200 in both cases. */
function refusalOf(answer: unknown): string | null {
  const { errcode, code, errmsg, msg } = (answer ?? {}) as Record<string, unknown>
  const failed = errcode ?? code ?? 0
  return failed === 0 ? null : String(errmsg ?? msg ?? failed)
}

/** Sends a message to a room. Redirects are not followed. Errors: chat-failed. */
export async function sendToRoom({ form, url }: ChatRoom, message: ChatMessage): Promise<void> {
  const fail = (reason: string, cause?: unknown): NamedError =>
    new NamedError('chat-failed', { form, reason: reason.slice(0, 200) }, cause)
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(chatBody(form, message)),
    redirect: 'error',
    signal: AbortSignal.timeout(waitedMost),
  }).catch((cause: unknown) => {
    throw fail(cause instanceof Error ? cause.message : '-', cause)
  })
  const refusal = reply.ok ? refusalOf(await reply.json().catch(() => null)) : `HTTP ${reply.status}`
  if (refusal !== null) throw fail(refusal)
}

/**
 * Reads rooms such as `wecom=https://… feishu=https://…`, with blanks between. Errors: bad-arguments.
 */
export function chatRoomsFrom(text: string | undefined): ChatRoom[] {
  return (text ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map(line => {
      const [name = '', ...rest] = line.split('=')
      const [form, url] = [chatForms.find(candidate => candidate === name), rest.join('=')]
      if (!form || !/^https?:\/\//.test(url) || !URL.canParse(url))
        throw new NamedError('bad-arguments', { argument: 'BW_CHAT_ROOMS', value: name })
      return { form, url }
    })
}

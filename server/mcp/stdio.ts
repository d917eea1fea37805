import type { Language } from '#measures'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { isNamedError, NamedError, shownError } from '#measures'

/** The address of the running product, and the token and language of an assistant. */
interface Connection {
  address: string
  token: string
  language: Language
}

/** The fields of a message that the transport reads. */
interface Message {
  id?: string | number | null
  method?: string
  params?: { name?: unknown; _meta?: Record<string, unknown> }
  result?: { protocolVersion?: unknown }
}

const longestAnswer = 120_000
const versionKey = 'io.modelcontextprotocol/protocolVersion'

/** Encodes a header value: visible ASCII as it is, anything else as the protocol specifies. */
const headerText = (text: string): string =>
  /^[\x21-\x7E]+$/.test(text) ? text : `=?base64?${Buffer.from(text).toString('base64')}?=`

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The headers that the protocol requires over HTTP; they repeat fields of the message. */
function headersFor({ method, params }: Message, agreed: string | null): Record<string, string> {
  // Since the revision of 2026, messages name their protocol version; before, it was negotiated at the
  // beginning.
  const own = textOr(params?._meta?.[versionKey])
  const version = own ?? (method === 'initialize' ? null : agreed)
  const name = method === 'tools/call' ? textOr(params?.name) : null
  return {
    ...(version !== null && { 'mcp-protocol-version': version }),
    ...(own !== null && method !== undefined && { 'mcp-method': method }),
    ...(own !== null && name !== null && { 'mcp-name': headerText(name) }),
  }
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const message: unknown = JSON.parse(text)
    return typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** An error of the product as a protocol message. */
function failure(id: Message['id'], error: { zh: string; en: string }, language: Language): unknown {
  return { jsonrpc: '2.0', id: id ?? null, error: { code: -32_000, message: error[language], data: error } }
}

async function post(
  line: string,
  headers: Record<string, string>,
  { address, token, language }: Connection,
): Promise<Record<string, unknown> | null> {
  const reply = await fetch(new URL('/mcp', address), {
    method: 'POST',
    headers: {
      ...headers,
      'authorization': `Bearer ${token}`,
      'accept': 'application/json, text/event-stream',
      'accept-language': language,
      'content-type': 'application/json',
    },
    body: line,
    redirect: 'error',
    signal: AbortSignal.timeout(longestAnswer),
  }).catch((cause: unknown) => {
    throw new NamedError('product-unreachable', { address }, cause)
  })
  const text = await reply.text()
  return text === ''
    ? null
    : (parsed(text) ?? { error: shownError(new NamedError('product-unreachable', { address })) })
}

/** Sends the messages of one assistant to the product, and returns its replies. */
class Bridge {
  private agreed: string | null = null
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** The reply to a line; null where there is none. */
  async answer(line: string): Promise<unknown> {
    const { language } = this.connection
    const message: Message | null = parsed(line)
    if (message === null)
      return { jsonrpc: '2.0', id: null, error: { code: -32_700, message: 'not a message in JSON' } }
    try {
      const reply = await post(line, headersFor(message, this.agreed), this.connection)
      if (message.method === 'initialize')
        this.agreed = textOr((reply as Message | null)?.result?.protocolVersion)
      if (reply === null || 'jsonrpc' in reply) return reply
      return failure(message.id, reply.error as { zh: string; en: string }, language)
    } catch (error) {
      if (!isNamedError(error)) throw error
      process.stderr.write(`${shownError(error)[language]}\n`)
      // Notifications have no reply.
      return message.id === undefined ? null : failure(message.id, shownError(error), language)
    }
  }
}

/**
 * Serves one assistant over standard input and output, one message per line, until the input ends. Replies
 * come from the running product; nothing else is written to the output.
 */
export async function serveStdio(connection: Connection): Promise<void> {
  const bridge = new Bridge(connection)
  const open = new Set<Promise<void>>()
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const work = bridge.answer(line).then(reply => {
      if (reply !== null) process.stdout.write(`${JSON.stringify(reply)}\n`)
    })
    open.add(work)
    void work.finally(() => open.delete(work))
  }
  await Promise.all(open)
}

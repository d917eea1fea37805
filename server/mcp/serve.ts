import type { CallToolResult } from '@modelcontextprotocol/server'
import type { Language } from '#measures'
import type { Context } from '../context.ts'
import type { Session } from './tool.ts'
import {
  createMcpHandler,
  isLegacyRequest,
  Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server'
import { NamedError } from '#measures'
import { ownVersion } from '../operations/serverState.ts'
import { createCaller } from '../router.ts'
import { failureOf } from './failure.ts'
import { describeTool } from './schema.ts'
import { tools } from './tools.ts'
import { instructions } from './words.ts'

/** The result of a tool: an object for the assistant's program, and a text for its model. */
const resultOf = (content: Record<string, unknown>): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(content) }],
  structuredContent: content,
})

async function callTool(name: string, input: unknown, session: Session): Promise<CallToolResult> {
  try {
    const tool = tools.find(tool => tool.name === name)
    if (!tool) throw new NamedError('not-found', { what: name.slice(0, 80) })
    return resultOf(await tool.run(input ?? {}, session))
  } catch (error) {
    return { ...resultOf(failureOf(error, { session, tool: name })), isError: true }
  }
}

/** A protocol server for one message; it keeps no state between messages. */
function serverFor(session: Session): Server {
  const server = new Server(
    { name: 'bright-window', title: '亮窗 Bright Window', version: ownVersion },
    { capabilities: { tools: {} }, instructions: instructions[session.language] },
  )
  server.setRequestHandler('tools/list', () => ({
    tools: tools.map(tool => describeTool(tool, session.language)),
  }))
  server.setRequestHandler('tools/call', async ({ params }) =>
    callTool(params.name, params.arguments, session),
  )
  return server
}

const languageOf = (headers: Headers): Language =>
  /^en\b/i.test(headers.get('accept-language') ?? '') ? 'en' : 'zh'

/**
 * Answers one message of an authenticated assistant. Subscriptions are refused, because the list of tools
 * never changes while the product runs.
 */
export async function serveMessage(
  body: unknown,
  { headers, context }: { headers: Headers; context: Context },
): Promise<Response> {
  const session = { caller: createCaller(context), context, language: languageOf(headers) }
  const request = new Request('http://localhost/mcp', { method: 'POST', headers, body: JSON.stringify(body) })
  const options = { parsedBody: body }
  if (!(await isLegacyRequest(request, body)))
    return createMcpHandler(() => serverFor(session), { legacy: 'reject', maxSubscriptions: 0 }).fetch(
      request,
      options,
    )
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  await serverFor(session).connect(transport)
  return transport.handleRequest(request, options)
}

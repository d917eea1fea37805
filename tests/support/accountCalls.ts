import type { FastifyInstance } from 'fastify'
import { cookieOf } from './access.ts'

/** A reply of the server, with the cookies that it set. */
export interface Reply {
  status: number
  body: string
  json: <T>() => T
  cookie: string
}

/** Calls a tRPC procedure over HTTP; `json` returns its result. */
export type CallProcedure = (
  procedure: string,
  input: unknown,
  cookie?: string,
  kind?: 'query' | 'mutation',
) => Promise<Reply>

/** Posts to a route below /auth; `json` returns the body. */
export type PostAuth = (route: string, body: object, cookie?: string) => Promise<Reply>

/** Calls over HTTP, as a browser with a cookie makes them. */
export function accountCalls(app: () => FastifyInstance): { call: CallProcedure; signIn: PostAuth } {
  return {
    async call(procedure, input, cookie = '', kind = 'mutation') {
      const reply = await app().inject({
        method: 'POST',
        url: `/trpc/${procedure}`,
        headers: {
          'host': '127.0.0.1',
          'content-type': 'application/json',
          cookie,
          ...(kind === 'query' && { 'x-trpc-method-override': 'query' }),
        },
        payload: JSON.stringify(input ?? null),
      })
      return {
        status: reply.statusCode,
        body: reply.body,
        cookie: '',
        json: <T>() => (JSON.parse(reply.body) as { result: { data: T } }).result.data,
      }
    },
    async signIn(route, body, cookie = '') {
      const reply = await app().inject({
        method: 'POST',
        url: `/auth${route}`,
        headers: { 'host': '127.0.0.1', 'content-type': 'application/json', cookie },
        payload: JSON.stringify(body),
      })
      return {
        status: reply.statusCode,
        body: reply.body,
        cookie: cookieOf(reply.headers['set-cookie']),
        json: <T>() => JSON.parse(reply.body) as T,
      }
    },
  }
}

/** Decodes a base 32 text (RFC 4648), the format of authenticator keys; one character per byte. */
export function decodeBase32(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(text.replaceAll('=', ''), letter =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('')
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    String.fromCharCode(Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2)),
  ).join('')
}

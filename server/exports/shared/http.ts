import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#measures'
import type { Access } from '../../access/index.ts'
import type { Clock } from '../../common/clock.ts'
import type { Database } from '../../storage/database.ts'
import type { OpenedLink } from './store.ts'
import { recordAudit } from '../../access/audit.ts'
import { viewerOfRequest } from '../../access/http.ts'
import { countOpening } from '../../access/openings.ts'
import { refusalHtml, sharedHtml, sharedStyle } from './html.ts'
import { readShare } from './store.ts'

/** The dependencies of shared pages. */
interface SharedParts {
  database: Database
  clock: Clock
  access: Access
}

type Asked = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: string } }>

const languageOf = ({ query }: Asked): Language => (query.lang === 'en' ? 'en' : 'zh')

/** Headers of shared pages: not cached, not indexed, no referrer, and only the style may be loaded. */
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.headers(headers).type('text/html; charset=utf-8').send(text)

/** Who opens a link: the signed-in account, or else the address. */
async function openerOf(request: Asked, { access }: SharedParts): Promise<string> {
  const { impersonatedBy, name } = await viewerOfRequest(request, access)
  return (impersonatedBy ?? name) || request.ip
}

const whyOf = ({ state }: OpenedLink): { why?: string } =>
  state === 'expired' || state === 'withdrawn' ? { why: `share-${state}` } : {}

/** Audits that a link was opened or refused, once in ten minutes per visitor, because pages are reloaded. */
async function audited(
  link: OpenedLink,
  who: string,
  parts: SharedParts & { address: string },
): Promise<void> {
  const { database, clock, access, address } = parts
  const about = link.state === 'unknown' ? 'unknown' : `${link.centreId} ${link.id}`
  if (!access.auditThrottle.isNew(`share ${about} ${link.state} ${who}`, clock())) return
  const isOpen = link.state === 'open'
  await recordAudit(database, {
    at: clock(),
    actor: who === address ? '-' : who,
    action: isOpen ? 'share-opened' : 'share-refused',
    outcome: isOpen ? 'done' : 'refused',
    address,
    ...(link.state !== 'unknown' && { centre: link.centre, subject: `share ${link.id}` }),
    details: link.state === 'unknown' ? { why: 'share-unknown' } : { page: link.subject, ...whyOf(link) },
  })
}

/** Handles GET /s/:token: the figures of a link, or why it shows none. */
async function sendShared(request: Asked, reply: FastifyReply, parts: SharedParts): Promise<FastifyReply> {
  const { database, clock } = parts
  const language = languageOf(request)
  const who = await openerOf(request, parts)
  const link = await readShare(database, request.params.token, clock())
  await audited(link, who, { ...parts, address: request.ip })
  switch (link.state) {
    case 'open':
      await countOpening(database, link, { who, now: clock() })
      return html(reply, sharedHtml(link.content, language))
    case 'unknown':
      return html(reply.code(404), refusalHtml({ state: 'unknown' }, language))
    case 'expired':
    case 'withdrawn':
      return html(reply.code(410), refusalHtml(link, language))
  }
}

/** Adds the routes of read-only links. Attempts are limited by address, as for signing in. */
export function addSharedPages(app: FastifyInstance, parts: SharedParts, perMinute: number): void {
  const rateLimit = {
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) => request.ip,
  }
  app.get('/shared.css', async (_, reply) => reply.type('text/css').send(sharedStyle))
  app.get('/s/:token', {
    config: { rateLimit, secretAddress: true },
    exposeHeadRoute: false,
    handler: async (request: Asked, reply) => sendShared(request, reply, parts),
    errorHandler: (error: { statusCode?: number }, request, reply) => {
      if (error.statusCode !== 429) throw error
      html(reply.code(429), refusalHtml({ state: 'tooMany' }, languageOf(request)))
    },
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#measures'
import type { Access } from '../../access/index.ts'
import type { Viewer } from '../../access/permissions.ts'
import type { Clock } from '../../common/clock.ts'
import type { Database } from '../../storage/database.ts'
import type { BriefingDocument } from '../document.ts'
import type { ReadDocument } from '../read.ts'
import type { PlainTable, SignInFailure } from './page.ts'
import { bareText, measureNamed, nothing, spanWords } from '#measures'
import { viewerOfRequest } from '../../access/http.ts'
import { roleNames, roleTable } from '../../access/roles.ts'
import { centresOf } from '../../centres/centre.ts'
import { isNamedError, NamedError } from '../../common/errors.ts'
import { shownError } from '../../common/errorWords.ts'
import { seesCentre } from '../../measures/scope.ts'
import { briefingContextFor, readHeadline } from '../briefingContext.ts'
import { readingAt } from '../write/written.ts'
import { figuresPage, plainStyle, sayingPage, signInPage } from './page.ts'

/** The dependencies of the pages without scripts. */
interface PlainParts {
  database: Database
  clock: Clock
  access: Access
}

type Asked = FastifyRequest<{
  Querystring: { lang?: string; centre?: string; failed?: string }
  Body: Record<string, string>
}>

const languageOf = ({ query }: Asked): Language => (query.lang === 'en' ? 'en' : 'zh')

const html = (reply: FastifyReply, text: string): FastifyReply =>
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(text)

const failures: Record<string, SignInFailure> = { password: 'refused', code: 'secondFactor' }

/** The tables of a document with their readings. */
function tablesOf({ blocks, language }: BriefingDocument, { readings }: ReadDocument): PlainTable[] {
  return blocks.flatMap((block): PlainTable[] => {
    if (block.kind !== 'table') return []
    const rows = block.rows.map(({ label, value, change }) => ({
      name: label ?? measureNamed(value.measure).names[language],
      value: bareText(value, readingAt(readings, value).text) || nothing,
      change: change ? bareText(change, readingAt(readings, change).text) : '',
    }))
    return [{ caption: block.caption, rows }]
  })
}

/** The requested centre, else the first that the viewer sees. Errors: unknown-centre. */
async function centreOf(request: Asked, { database }: PlainParts, viewer: Viewer): Promise<string> {
  if (request.query.centre) return request.query.centre
  const all = await centresOf(database).all()
  const first = all.find(({ code }) => seesCentre(viewer.scope, code))
  if (!first) throw new NamedError('unknown-centre', { centre: '' })
  return first.code
}

async function figures(request: Asked, parts: PlainParts, viewer: Viewer): Promise<string> {
  const language = languageOf(request)
  if (!viewer.may.includes('figures.read')) throw new NamedError('not-permitted', { what: 'figures' })
  const code = await centreOf(request, parts, viewer)
  const context = await briefingContextFor({ ...parts, viewer }, code)
  const read = await readHeadline(context, { period: 'yearToDate', comparison: 'lastYear', language })
  const { document, from, dataUntil } = read
  // The year ends with the last known day, as on every other page.
  const to = dataUntil !== null && dataUntil >= from && dataUntil < read.to ? dataUntil : read.to
  const title = `${document.masthead.unit} ${document.title}`
  const about = spanWords({ from, to }, language, '')
  return figuresPage({ title, about, tables: tablesOf(document, read) }, language)
}

/** GET /plain: the headline figures of this year, or the sign-in page. */
async function sendPlain(request: Asked, reply: FastifyReply, parts: PlainParts): Promise<FastifyReply> {
  const language = languageOf(request)
  const viewer = await viewerOfRequest(request, parts.access)
  if (!viewer.may.includes('signedIn')) {
    const isDemo = await parts.access.signIn.demoOpen()
    const roles = isDemo ? roleNames.map(name => ({ name, names: roleTable[name].names })) : []
    const failure = failures[request.query.failed ?? ''] ?? null
    return html(reply, signInPage({ failure, roles }, language))
  }
  try {
    return await html(reply, await figures(request, parts, viewer))
  } catch (error) {
    if (!isNamedError(error)) throw error
    return html(reply.code(422), sayingPage(shownError(error)[language], language))
  }
}

/**
 * POST /plain: signs in through the route that scripts use, so that its limits, locks and audit entries
 * apply.
 */
async function signIn(app: FastifyInstance, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { username = '', password = '', role } = request.body
  const { 'content-length': _, ...headers } = request.headers
  const answer = await app.inject({
    method: 'POST',
    url: role === undefined ? '/auth/sign-in/username' : '/auth/sign-in/demo',
    remoteAddress: request.socket.remoteAddress ?? request.ip,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: role === undefined ? { username, password } : { role },
  })
  const language = languageOf(request)
  const isPending = answer.body.includes('"twoFactorRedirect":true')
  const failed = answer.statusCode >= 400 ? '&failed=password' : isPending ? '&failed=code' : ''
  const cookies = answer.headers['set-cookie']
  if (cookies !== undefined && failed === '') void reply.header('set-cookie', cookies)
  return reply.redirect(`/plain?lang=${language}${failed}`, 303)
}

const mostFormBytes = 4096

/** Adds pages for browsers without scripts, or too old for those of the product. */
export function addPlainPages(app: FastifyInstance, parts: PlainParts, perMinute: number): void {
  app.get('/plain', async (request: Asked, reply) => sendPlain(request, reply, parts))
  app.get('/plain.css', async (_, reply) => reply.type('text/css').send(plainStyle))
  void app.register(async forms => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: mostFormBytes },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    const rateLimit = {
      max: perMinute,
      timeWindow: '1 minute',
      keyGenerator: (request: FastifyRequest) => request.ip,
    }
    forms.post('/plain', { config: { rateLimit } }, async (request: Asked, reply) =>
      signIn(app, request, reply),
    )
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Viewer } from '../../access/permissions.ts'
import type { Clock } from '../../common/clock.ts'
import type { Database } from '../../storage/database.ts'
import { z } from 'zod'
import { recordAudit } from '../../access/audit.ts'
import { actorOf } from '../../access/permissions.ts'
import { centresOf } from '../../centres/centre.ts'
import { NamedError } from '../../common/errors.ts'
import { parseInput } from '../../measures/parseInput.ts'
import { checkCentres } from '../../query/scopeFilters.ts'
import { readBooklet } from './booklet.ts'
import { bookletDocx } from './bookletDocx.ts'
import { bookletXlsx } from './bookletXlsx.ts'

/** The dependencies of the booklet's route; the caller authorises requests. */
interface BookletFiles {
  database: Database
  clock: Clock
  allowed: (request: FastifyRequest) => Promise<Viewer>
  answering: (reply: FastifyReply, work: () => Promise<unknown>) => Promise<unknown>
}

type Given = FastifyRequest<{
  Params: { centre: string; format: string }
  Querystring: Record<string, string>
}>

const askedSchema = z.object({
  period: z.string().min(1).max(40),
  language: z.enum(['zh', 'en']).default('zh'),
})

const writers = {
  docx: {
    write: bookletDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { write: bookletXlsx, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const

/** Handles GET /files/booklet/CENTRE.docx or .xlsx, with ?period= and &language=. */
async function sendBooklet(request: Given, reply: FastifyReply, files: BookletFiles): Promise<unknown> {
  const { database, clock } = files
  const viewer = await files.allowed(request)
  const { centre: code, format } = request.params
  const writer = Object.hasOwn(writers, format) ? writers[format as keyof typeof writers] : undefined
  if (!writer) throw new NamedError('not-found', { what: format.slice(0, 40) })
  const now = clock()
  checkCentres(viewer.scope, [code])
  const { period, language } = parseInput(askedSchema, request.query)
  const centre = await centresOf(database).find(code)
  const booklet = await readBooklet({ database, scope: viewer.scope, now }, { centre, period, language })
  const at = centre.hall.zone.textAt(now.getTime())
  const file = await writer.write(booklet, { by: viewer.impersonatedBy ?? viewer.shownName, at, language })
  await recordAudit(database, {
    at: now,
    actor: actorOf(viewer),
    action: 'export',
    outcome: 'done',
    centre: code,
    subject: `booklet.${format}`,
    address: viewer.address,
  })
  const full = encodeURIComponent(`${booklet.title} ${booklet.day}.${format}`)
  return reply
    .header('Content-Disposition', `attachment; filename="booklet.${format}"; filename*=UTF-8''${full}`)
    .type(writer.type)
    .send(file)
}

/** Adds the route of the booklet of windows. */
export function addBookletFiles(app: FastifyInstance, files: BookletFiles): void {
  app.get<{ Params: { centre: string; format: string }; Querystring: Record<string, string> }>(
    '/files/booklet/:centre.:format',
    async (request, reply) => files.answering(reply, async () => sendBooklet(request, reply, files)),
  )
}

import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import type { Answering } from './access/answering.ts'
import type { Access } from './access/index.ts'
import type { BriefingFiles } from './briefing/http.ts'
import type { SmallFile } from './briefing/paperHttp.ts'
import type { Clock } from './common/clock.ts'
import type { Uploads } from './intake/jobs/uploads.ts'
import type { Limits } from './intake/read/limits.ts'
import type { Database } from './storage/database.ts'
import { Buffer } from 'node:buffer'
import multipart from '@fastify/multipart'
import { answeringWith } from './access/answering.ts'
import { recordAudit } from './access/audit.ts'
import { actorOf, seesCells } from './access/permissions.ts'
import { bearerOf } from './access/systems.ts'
import { addBriefingFiles } from './briefing/http.ts'
import { addPaperFiles, addPaperUploads } from './briefing/paperHttp.ts'
import { centresOf } from './centres/centre.ts'
import { isNamedError, NamedError } from './common/errors.ts'
import { addPhotos, addPhotoUpload } from './entry/photos/http.ts'
import { addBookletFiles } from './exports/booklet/http.ts'
import { hasConnection } from './httpGuards.ts'
import { pushRows } from './intake/jobs/push.ts'
import { quarantineWorkbook } from './intake/jobs/quarantineFile.ts'
import { quarantinedRows, withoutCells } from './intake/jobs/repair.ts'
import { shownName } from './intake/jobs/uploads.ts'
import { recordNumberIn } from './measures/inputs.ts'
import { checkCentres } from './query/scopeFilters.ts'

/** What the routes beside tRPC work with: those that carry files, and the one for other systems. */
interface FileParts {
  database: Database
  clock: Clock
  uploads: Uploads
  limits: Limits
  access: Access
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostRows = 200_000
const mostPushBytes = 8 << 20
const pushesPerMinute = 120
/** Of an upload that was refused so many milliseconds and bytes are still read. */
const lingering = 500
const mostLingered = 64 << 20
const lookEvery = 20

/**
 * A form that is cut or malformed is the sender's failure, in the words of the library that reads it;
 * all other failures stay what they are.
 */
function refuseBrokenForm(error: unknown): never {
  const { message = '', code = '' } = error as { message?: string; code?: string }
  if (isNamedError(error) || !(/form|header|boundary|multipart/i.test(message) || code.startsWith('FST_')))
    throw error
  throw new NamedError('bad-question', { field: 'file', value: message.slice(0, 80) }, error)
}

/**
 * Ends a connection whose upload was refused. Its sender gets a moment to read why, unless it sends on
 * without looking: a fast one sends a gigabyte in that time.
 */
function endSoon(socket: Socket): void {
  const before = socket.bytesRead
  const end = (): void => void socket.destroy()
  const timer = setTimeout(end, lingering).unref()
  const watch = setInterval(() => {
    if (socket.bytesRead - before > mostLingered) end()
  }, lookEvery).unref()
  socket.once('close', () => {
    clearTimeout(timer)
    clearInterval(watch)
  })
}

/** What a form adds to its file. */
const mostFrame = 1 << 16

/** An upload that says it is too large is refused before it is read. Errors: file-too-large. */
function refuseAnnounced(request: FastifyRequest, most: number): void {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > most + mostFrame)
    throw new NamedError('file-too-large', {
      what: `${Math.round(announced / 1048576)} MB`,
      most: `${Math.round(most / 1048576)} MB`,
    })
}

const tooLarge = ({ filename }: MultipartFile, most: number): NamedError =>
  new NamedError('file-too-large', { what: shownName(filename), most: `${most >> 20} MB` })

/**
 * The one file of a form; it fails with file-too-large at the limit. The header cannot be set by a form on
 * another site, so no other page can upload. Errors: foreign-origin, bad-question, file-too-large.
 */
async function fileOfForm(request: FastifyRequest, most: number): Promise<MultipartFile> {
  refuseAnnounced(request, most)
  if (request.headers['x-brightwindow'] !== 'upload') throw new NamedError('foreign-origin')
  if (!request.isMultipart())
    throw new NamedError('bad-question', {
      field: 'content-type',
      value: String(request.headers['content-type'] ?? '').slice(0, 80),
    })
  const part = await request.file({ limits: { files: 1, fields: 0, fileSize: most } }).catch(refuseBrokenForm)
  if (!part) throw new NamedError('bad-question', { field: 'file', value: '' })
  // The form would be read to its end otherwise, however long it is.
  part.file.once('limit', () => part.file.destroy(tooLarge(part, most)))
  return part
}

/** The one file of a form in memory. Errors: file-too-large, and those of `fileOfForm`. */
async function smallFileOfForm(request: FastifyRequest, most: number): Promise<SmallFile> {
  const part = await fileOfForm(request, most)
  const pieces: Buffer[] = []
  for await (const piece of part.file as AsyncIterable<Buffer>) pieces.push(piece)
  if (part.file.truncated) throw tooLarge(part, most)
  return { name: shownName(part.filename), data: Buffer.concat(pieces) }
}

/** POST /files: one file of a form. */
async function takeUpload(
  request: FastifyRequest,
  parts: FileParts,
  allowed: Answering['allowed'],
): Promise<unknown> {
  const viewer = await allowed(request, 'imports.write')
  const part = await fileOfForm(request, parts.limits.uploadBytes)
  const { id, name, size } = await parts.uploads
    .keep(part.file, { name: part.filename, byUser: viewer.name, now: parts.clock().getTime() })
    .catch(refuseBrokenForm)
  if (part.file.truncated) {
    await parts.uploads.remove(id)
    throw tooLarge(part, parts.limits.uploadBytes)
  }
  return { id, name, size }
}

/** GET /files/quarantine/CENTRE/BATCH.xlsx */
async function sendQuarantine(
  request: FastifyRequest<{ Params: { centre: string; batch: string } }>,
  reply: FastifyReply,
  { database, clock, allowed }: Pick<FileParts, 'database' | 'clock'> & Pick<Answering, 'allowed'>,
): Promise<unknown> {
  const viewer = await allowed(request, 'imports.read')
  const { centre } = request.params
  checkCentres(viewer.scope, [centre])
  const batchId = recordNumberIn(request.params.batch)
  if (batchId === 0) throw new NamedError('batch-not-found', { batch: request.params.batch })
  const page = await quarantinedRows(database, await centresOf(database).find(centre), {
    batchId,
    offset: 0,
    limit: mostRows,
  })
  const shown = seesCells(viewer) ? page : withoutCells(page)
  const file = await quarantineWorkbook(shown, { by: viewer.impersonatedBy ?? viewer.shownName, at: clock() })
  await recordAudit(database, {
    at: clock(),
    actor: actorOf(viewer),
    action: 'export',
    outcome: 'done',
    centre,
    subject: `quarantine ${batchId}`,
    details: { rows: page.rows.length },
    address: viewer.address,
  })
  return reply
    .header('Content-Disposition', `attachment; filename="quarantine-${batchId}.xlsx"`)
    .type(workbook)
    .send(file)
}

/** POST /push/CENTRE/TARGET with a bearer token and an Idempotency-Key. */
async function takePush(
  request: FastifyRequest<{ Params: { centre: string; target: string } }>,
  parts: FileParts,
): Promise<unknown> {
  const { centre, target } = request.params
  const token = bearerOf(request.headers.authorization)
  const key = String(request.headers['idempotency-key'] ?? '')
  const {
    seconds: _,
    problems,
    ...result
  } = await pushRows(parts.database, {
    centre,
    target,
    token,
    key,
    body: request.body,
    now: parts.clock(),
    limits: parts.limits,
  })
  return {
    ...result,
    problems: problems.map(({ row, field, value, reason }) => ({ row, field, value, reason })),
  }
}

/** Adds the routes that carry files, and the one to which other systems push rows. */
export async function addFiles(app: FastifyInstance, parts: FileParts): Promise<void> {
  const { database, clock } = parts
  const { answering, allowed } = answeringWith(parts)
  const files: BriefingFiles = {
    database,
    clock,
    answering,
    allowed: async (request, permission = 'briefings.read') => allowed(request, permission),
  }
  const photos = { database, clock, answering, fileOf: fileOfForm, allowed }
  // Forms are read on these routes alone; everywhere else their content type is refused.
  await app.register(async uploads => {
    await uploads.register(multipart)
    uploads.addHook('onResponse', async ({ raw }) => {
      if (!raw.complete && hasConnection(raw)) endSoon(raw.socket)
    })
    uploads.post('/files', { config: { slowBody: true } }, async (request, reply) =>
      answering(reply, async () => takeUpload(request, parts, allowed)),
    )
    addPaperUploads(uploads, { ...files, fileOf: smallFileOfForm })
    addPhotoUpload(uploads, photos)
  })
  addPhotos(app, photos)
  app.get<{ Params: { centre: string; batch: string } }>(
    '/files/quarantine/:centre/:batch.xlsx',
    async (request, reply) =>
      answering(reply, async () => sendQuarantine(request, reply, { database, clock, allowed })),
  )
  addBriefingFiles(app, files)
  addPaperFiles(app, files)
  addBookletFiles(app, {
    database,
    clock,
    answering,
    allowed: async request => allowed(request, 'rows.read'),
  })
  app.post<{ Params: { centre: string; target: string } }>(
    '/push/:centre/:target',
    {
      bodyLimit: mostPushBytes,
      config: { rateLimit: { max: pushesPerMinute, timeWindow: '1 minute' } },
    },
    async (request, reply) => answering(reply, async () => takePush(request, parts)),
  )
}

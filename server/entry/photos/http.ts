import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Permission, Viewer } from '../../access/permissions.ts'
import type { Clock } from '../../common/clock.ts'
import type { Database } from '../../storage/database.ts'
import type { PhotoOf } from './storedPhotos.ts'
import { Buffer } from 'node:buffer'
import { recordAudit } from '../../access/audit.ts'
import { actorOf } from '../../access/permissions.ts'
import { centresOf } from '../../centres/centre.ts'
import { isNamedError, NamedError } from '../../common/errors.ts'
import { recordNumberIn } from '../../measures/inputs.ts'
import { checkCentres } from '../../query/scopeFilters.ts'
import { mostPhotoBytes, readPhoto } from './readPhoto.ts'
import { findPhoto, keepPhoto } from './storedPhotos.ts'

/** The dependencies of the photo routes; the caller authorises requests. */
interface PhotoFiles {
  database: Database
  clock: Clock
  allowed: (request: FastifyRequest, permission: Permission) => Promise<Viewer>
  /** Returns the single file of a form. Errors: bad-question, foreign-origin. */
  fileOf: (request: FastifyRequest, mostBytes: number) => Promise<UploadedFile>
  answering: (reply: FastifyReply, work: () => Promise<unknown>) => Promise<unknown>
}

/** A file while it arrives. Bytes beyond the limit are dropped, and `truncated` is then true. */
interface UploadedFile {
  file: AsyncIterable<Buffer> & { truncated: boolean }
}

/** Uploads are limited, because a photo is held in memory until it is decoded, one at a time. */
const rateLimit = { max: 60, timeWindow: '1 minute' }

interface Routed {
  Params: { centre: string; code: string }
  Querystring: Record<string, string>
}

/** The bytes of the one file of a form. Errors: photo-too-large, bad-question, foreign-origin. */
async function bytesOfForm(request: FastifyRequest, { fileOf }: PhotoFiles): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    const { file } = await fileOf(request, mostPhotoBytes)
    for await (const chunk of file) chunks.push(chunk)
    if (!file.truncated) return Buffer.concat(chunks)
  } catch (error) {
    if (!isNamedError(error) || error.name !== 'file-too-large') throw error
  }
  throw new NamedError('photo-too-large', { most: mostPhotoBytes >> 20 })
}

/** Handles POST /files/photo/CENTRE: a form with one photo. Returns the hash by which a row refers to it. */
async function takePhoto(request: FastifyRequest<Routed>, files: PhotoFiles): Promise<unknown> {
  const viewer = await files.allowed(request, 'entries.write')
  const { centre: code } = request.params
  checkCentres(viewer.scope, [code])
  const centre = await centresOf(files.database).find(code)
  const photo = await readPhoto(await bytesOfForm(request, files))
  const now = files.clock()
  const hash = await keepPhoto(files.database, centre.id, { photo, now })
  await recordAudit(files.database, {
    at: now,
    actor: actorOf(viewer),
    action: 'photo-stored',
    outcome: 'done',
    centre: code,
    subject: hash.slice(0, 16),
    details: { bytes: photo.bytes.length },
    address: viewer.address,
  })
  return { photo: hash, width: photo.width, height: photo.height }
}

/** Sends a photo to viewers who may see its record; only the browser's own cache may keep it. */
async function sendPhoto(
  request: FastifyRequest<Routed>,
  reply: FastifyReply,
  { files, of, permission }: { files: PhotoFiles; of: PhotoOf; permission: Permission },
): Promise<unknown> {
  const viewer = await files.allowed(request, permission)
  const { centre: code } = request.params
  checkCentres(viewer.scope, [code])
  const centre = await centresOf(files.database).find(code)
  const small = request.query.size === 'small'
  const { hash, bytes } = await findPhoto(files.database, { centre, viewer, of, small })
  const tag = `"${hash}${small ? '-small' : ''}"`
  void reply
    .header('Cache-Control', 'private, no-cache')
    .header('ETag', tag)
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Security-Policy', "default-src 'none'; sandbox")
    .header('Cross-Origin-Resource-Policy', 'same-origin')
    .header('Content-Disposition', 'inline; filename="photo.jpg"')
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  return reply.type('image/jpeg').send(Buffer.from(bytes))
}

/** Adds the upload route. The multipart plugin must be registered before. */
export function addPhotoUpload(app: FastifyInstance, files: PhotoFiles): void {
  app.post<Routed>(
    '/files/photo/:centre',
    { config: { slowBody: true, rateLimit } },
    async (request, reply) => files.answering(reply, async () => takePhoto(request, files)),
  )
}

/** Adds the routes for viewing photos of records and of pending rows. */
export function addPhotos(app: FastifyInstance, files: PhotoFiles): void {
  app.get<Routed>('/files/photo/:centre/feedback/:code', async (request, reply) =>
    files.answering(reply, async () => {
      const of = { feedback: request.params.code }
      return sendPhoto(request, reply, { files, of, permission: 'rows.read' })
    }),
  )
  app.get<Routed>('/files/photo/:centre/entry/:code', async (request, reply) =>
    files.answering(reply, async () => {
      const of = { entry: recordNumberIn(request.params.code) }
      return sendPhoto(request, reply, { files, of, permission: 'catalogue.read' })
    }),
  )
}

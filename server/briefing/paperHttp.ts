import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Buffer } from 'node:buffer'
import type { Permission, Viewer } from '../access/permissions.ts'
import type { BriefingContext } from './briefingContext.ts'
import type { BriefingFiles } from './http.ts'
import { z } from 'zod'
import { NamedError } from '#measures'
import { recordAudit } from '../access/audit.ts'
import { actorOf } from '../access/permissions.ts'
import { photoOfHash } from '../entry/photos/storedPhotos.ts'
import { recordNumberIn } from '../measures/inputs.ts'
import { parseInput } from '../measures/parseInput.ts'
import { briefingContextFor } from './briefingContext.ts'
import { keepPicture, pictureLimits, pictureOf } from './paper/picture.ts'
import { checkPhotos } from './photos.ts'
import { findBriefing } from './store.ts'
import { briefingInWord, periodInWord } from './word/filled.ts'
import { templateLimits } from './word/package.ts'
import { keepTemplate, templateFile, templateOf } from './word/templateStore.ts'
import { fileTypes } from './write/file.ts'

/** Checking a template takes the server a second or more. */
const rateLimit = { max: 30, timeWindow: '1 minute' }

/** An uploaded file in memory. */
export interface SmallFile {
  name: string
  data: Buffer
}
type Uploading = BriefingFiles & {
  fileOf: (request: FastifyRequest, mostBytes: number) => Promise<SmallFile>
}
type Given = FastifyRequest<{
  Params: { centre: string; id: string; hash: string }
  Querystring: Record<string, string>
}>

/** The viewer, and the centre on which they may work. */
async function enter(
  request: Given,
  files: BriefingFiles,
  permission: Permission,
): Promise<{ viewer: Viewer; briefing: BriefingContext }> {
  const viewer = await files.allowed(request, permission)
  const briefing = await briefingContextFor({ ...files, viewer }, request.params.centre)
  if (permission === 'briefings.write' && viewer.impersonatedBy !== null)
    throw new NamedError('preview-read-only')
  return { viewer, briefing }
}

interface Noted {
  viewer: Viewer
  centre: string
  action: string
  subject: string
  details?: Record<string, string | number>
}
const noted = async (files: BriefingFiles, { viewer, ...what }: Noted): Promise<void> =>
  recordAudit(files.database, {
    at: files.clock(),
    actor: actorOf(viewer),
    outcome: 'done',
    address: viewer.address,
    ...what,
  })

/**
 * POST /files/paper/CENTRE/template: uploads a Word document with fields; returns its problems where it
 * cannot be filled.
 */
async function takeTemplate(request: Given, files: Uploading): Promise<unknown> {
  const { viewer, briefing } = await enter(request, files, 'briefings.write')
  const { name, data } = await files.fileOf(request, templateLimits.bytes)
  const { centre, context, by } = briefing
  const kept = await keepTemplate(files.database, { centre, name, file: data, by, now: context.now })
  await noted(files, {
    viewer,
    centre: centre.code,
    action: 'briefing-template-added',
    subject: kept.id === null ? 'template' : `template ${kept.id}`,
    details: { name, bytes: data.length, problems: kept.problems.length },
  })
  return kept
}

/** POST /files/paper/CENTRE/picture: uploads a picture for the masthead. */
async function takePicture(request: Given, files: Uploading): Promise<unknown> {
  const { viewer, briefing } = await enter(request, files, 'briefings.write')
  const { name, data } = await files.fileOf(request, pictureLimits.bytes)
  const { centre, context, by } = briefing
  const kept = await keepPicture(files.database, { centre, file: data, by, now: context.now })
  await noted(files, {
    viewer,
    centre: centre.code,
    action: 'briefing-picture-added',
    subject: `picture ${kept.hash.slice(0, 12)}`,
    details: { name, bytes: data.length },
  })
  return kept
}

/** GET /files/paper/CENTRE/picture-SHA256: the picture of a masthead. It never changes. */
async function sendPicture(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const { briefing } = await enter(request, files, 'briefings.read')
  const picture = await pictureOf(files.database, briefing.centre, request.params.hash)
  if (!picture) throw new NamedError('not-found', { what: `picture ${request.params.hash.slice(0, 12)}` })
  return reply
    .header('Cache-Control', 'private, max-age=31536000, immutable')
    .type(picture.type === 'png' ? 'image/png' : 'image/jpeg')
    .send(picture.data)
}

/**
 * GET /files/briefing/CENTRE/ID/photo-SHA256: a photo in the text, for those who may read the briefing. A
 * photo that is not saved yet needs `?record=` and is served to those who may see that record.
 */
async function sendTextPhoto(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const { briefing } = await enter(request, files, 'briefings.read')
  const { hash } = request.params
  const { record = '' } = request.query
  const { document } = await findBriefing(files.database, briefing.centre, recordNumberIn(request.params.id))
  await checkPhotos(briefing, { blocks: [{ kind: 'photo', caption: '', record, photo: hash }] }, document)
  const photo = await photoOfHash(files.database, briefing.centre.id, hash)
  if (!photo) throw new NamedError('photo-not-found')
  return reply
    .header('Cache-Control', 'private, no-cache')
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Security-Policy', "default-src 'none'; sandbox")
    .header('Cross-Origin-Resource-Policy', 'same-origin')
    .type('image/jpeg')
    .send(photo.bytes)
}

async function sendDocx(reply: FastifyReply, name: string, file: Buffer): Promise<unknown> {
  const full = encodeURIComponent(name.endsWith('.docx') ? name : `${name}.docx`)
  return reply
    .header('Content-Disposition', `attachment; filename="template.docx"; filename*=UTF-8''${full}`)
    .type(fileTypes.docx)
    .send(file)
}

/** GET /files/paper/CENTRE/template-ID.docx: a template as uploaded. */
async function sendTemplate(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const { viewer, briefing } = await enter(request, files, 'briefings.read')
  const id = recordNumberIn(request.params.id)
  const { name } = await templateOf(files.database, briefing.centre, id)
  const file = await templateFile(files.database, briefing.centre, id)
  await noted(files, {
    viewer,
    centre: briefing.centre.code,
    action: 'export',
    subject: `template ${id}.docx`,
  })
  return sendDocx(reply, name, file)
}

const filledSchema = z.object({
  period: z.string().min(1).max(40),
  language: z.enum(['zh', 'en']).default('zh'),
})

/** GET /files/paper/CENTRE/template-ID/filled.docx with a period: a template filled with current figures. */
async function sendFilled(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const { viewer, briefing } = await enter(request, files, 'briefings.read')
  const id = recordNumberIn(request.params.id)
  const asked = parseInput(filledSchema, request.query)
  const { name, file, from, to } = await periodInWord(briefing, id, asked)
  await noted(files, {
    viewer,
    centre: briefing.centre.code,
    action: 'export',
    subject: `template ${id} filled.docx`,
    details: { from, to },
  })
  return sendDocx(reply, name, file)
}

/** GET /files/briefing/CENTRE/ID/word.docx: a briefing in its Word template, or in that of `?template=`. */
async function sendWord(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const { viewer, briefing } = await enter(request, files, 'briefings.read')
  const id = recordNumberIn(request.params.id)
  const { template: asked } = request.query
  const other = asked === undefined ? undefined : recordNumberIn(asked)
  const { name, file, template } = await briefingInWord(briefing, id, other)
  await noted(files, {
    viewer,
    centre: briefing.centre.code,
    action: 'export',
    subject: `briefing ${id} word.docx`,
    details: { template },
  })
  return sendDocx(reply, name, file)
}

/** Adds the download routes of a centre's paper. */
export function addPaperFiles(app: FastifyInstance, files: BriefingFiles): void {
  const route = (
    path: string,
    give: (request: Given, reply: FastifyReply, files: BriefingFiles) => Promise<unknown>,
  ): void => {
    app.get(path, async (request, reply) =>
      files.answering(reply, async () => give(request as Given, reply, files)),
    )
  }
  route('/files/paper/:centre/picture-:hash', sendPicture)
  route('/files/paper/:centre/template-:id.docx', sendTemplate)
  route('/files/paper/:centre/template-:id/filled.docx', sendFilled)
  route('/files/briefing/:centre/:id/word.docx', sendWord)
  route('/files/briefing/:centre/:id/photo-:hash', sendTextPhoto)
}

/** Adds the upload routes of a centre's paper. */
export function addPaperUploads(app: FastifyInstance, files: Uploading): void {
  app.post(
    '/files/paper/:centre/template',
    { config: { slowBody: true, rateLimit } },
    async (request, reply) => files.answering(reply, async () => takeTemplate(request as Given, files)),
  )
  app.post(
    '/files/paper/:centre/picture',
    { config: { slowBody: true, rateLimit } },
    async (request, reply) => files.answering(reply, async () => takePicture(request as Given, files)),
  )
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Viewer } from '../access/permissions.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../storage/database.ts'
import type { FileFormat } from './write/file.ts'
import type { Written } from './write/written.ts'
import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { NamedError, parsePeriod, referenceKey, textOfDay } from '#measures'
import { recordAudit } from '../access/audit.ts'
import { actorOf } from '../access/permissions.ts'
import { centresOf } from '../centres/centre.ts'
import { parseInput } from '../measures/parseInput.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { headlineFigures } from './headline.ts'
import { drawSeries } from './picture/draw.ts'
import { withProvenance } from './picture/marks.ts'
import { outlinedSvg, pngOf } from './picture/png.ts'
import { readDocument } from './read.ts'
import { showBriefing, writtenOf } from './shown.ts'
import { filterWords } from './write/figureLines.ts'
import { briefingFile, fileFormats, fileTypes } from './write/file.ts'

/** How files of briefings are given: who asks is found out and refused by the caller's own rules. */
export interface BriefingFiles {
  database: Database
  clock: Clock
  allowed: (request: FastifyRequest) => Promise<Viewer>
  answering: (reply: FastifyReply, work: () => Promise<unknown>) => Promise<unknown>
}

type Given = FastifyRequest<{ Params: { centre: string, id: string, format: string, place: string }, Querystring: Record<string, string> }>

const nameOf = (viewer: Viewer): string => viewer.previewedBy ?? viewer.shownName

function formatOf(text: string): FileFormat {
  const found = fileFormats.find(one => one === text)
  if (!found)
    throw new NamedError('not-found', { what: text.slice(0, 40) })
  return found
}

async function deskFor({ params: { centre } }: Given, viewer: Viewer, { database, clock }: BriefingFiles) {
  checkCentres(viewer.scope, [centre])
  return { centre: await centresOf(database).find(centre), asking: { database, scope: viewer.scope, now: clock() }, by: nameOf(viewer) }
}

async function give(reply: FastifyReply, written: Written, { format, name }: { format: FileFormat, name: string }): Promise<unknown> {
  const file = await briefingFile(format, written)
  const full = encodeURIComponent(`${name}.${format}`)
  return reply.header('Content-Disposition', `attachment; filename="briefing.${format}"; filename*=UTF-8''${full}`).type(fileTypes[format]).send(file)
}

/** GET /files/briefing/CENTRE/ID.docx, .xlsx or .csv. */
async function giveBriefing(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const viewer = await files.allowed(request)
  const { params } = request
  const format = formatOf(params.format)
  const shown = await showBriefing(await deskFor(request, viewer, files), Number(params.id) || 0)
  const at = files.clock()
  await recordAudit(files.database, { at, actor: actorOf(viewer), action: 'export', outcome: 'done', centre: params.centre, subject: `briefing ${shown.id}.${format}`, details: { state: shown.state, from: shown.from, to: shown.to }, address: viewer.address })
  return give(reply, writtenOf(shown, { by: nameOf(viewer), at: at.toISOString() }), { format, name: `${shown.document.title} ${shown.document.masthead.issue}`.trim() })
}

const figuresSchema = z.object({ period: z.string().min(1).max(40), comparison: z.string().min(1).max(40).default('none'), language: z.enum(['zh', 'en']).default('zh') })

/** GET /files/figures/CENTRE.xlsx or .csv, with period, comparison and language: all headline figures. */
async function giveFigures(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const viewer = await files.allowed(request)
  const format = formatOf(request.params.format)
  const { centre, asking } = await deskFor(request, viewer, files)
  const { language, ...asked } = parseInput(figuresSchema, request.query)
  const days = parsePeriod(asked.period, centre.hall.zone.localAt(asking.now.getTime()).day)
  const [from, to] = [textOfDay(days.from), textOfDay(days.to)]
  const document = headlineFigures({ ...asked, period: `${from}..${to}`, unit: language === 'zh' ? centre.name : centre.nameEn, language })
  const read = await readDocument(document, { centre: centre.code, language, asking })
  await recordAudit(files.database, { at: asking.now, actor: actorOf(viewer), action: 'export', outcome: 'done', centre: centre.code, subject: `figures.${format}`, details: { from, to, comparison: asked.comparison }, address: viewer.address })
  return give(reply, { document, ...read, from, to, standing: { state: 'draft' }, exported: { by: nameOf(viewer), at: asking.now.toISOString() } }, { format, name: `${document.title} ${from}..${to}` })
}

/** GET /files/briefing/CENTRE/ID/chart-N.svg or .png: one picture of a briefing, counted from 1; the same on every machine. */
async function giveChart(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const viewer = await files.allowed(request)
  const { params } = request
  const shown = await showBriefing(await deskFor(request, viewer, files), Number(params.id) || 0)
  const { document, readings } = shown
  const chart = document.blocks.flatMap(block => block.kind === 'chart' ? [block] : [])[Number(params.place) - 1]
  const reading = chart && readings.series[referenceKey(chart.series)]
  if (!chart || !reading || !['svg', 'png'].includes(params.format))
    throw new NamedError('not-found', { what: `chart ${params.place}.${params.format}`.slice(0, 40) })
  const picture = withProvenance(drawSeries(chart.series, reading, document.language), [chart.caption, `${reading.from}..${reading.to} · ${filterWords(chart.series.filters)} · ${shown.dataUntil ?? '—'} · ${reading.fingerprints[0] ?? ''}`, `${nameOf(viewer)} · ${files.clock().toISOString()}`])
  await recordAudit(files.database, { at: files.clock(), actor: actorOf(viewer), action: 'export', outcome: 'done', centre: params.centre, subject: `briefing ${params.id} chart ${params.place}.${params.format}`, address: viewer.address })
  const svg = await outlinedSvg(picture, chart.caption)
  const file = params.format === 'png' ? await pngOf(svg) : Buffer.from(svg)
  return reply.header('Content-Disposition', `attachment; filename="chart-${Number(params.place)}.${params.format}"`).type(params.format === 'png' ? 'image/png' : 'image/svg+xml').send(file)
}

/** Adds the routes by which briefings are taken out. */
export function addBriefingFiles(app: FastifyInstance, files: BriefingFiles): void {
  const route = (path: string, give: (request: Given, reply: FastifyReply, files: BriefingFiles) => Promise<unknown>): void => {
    app.get(path, async (request, reply) => files.answering(reply, async () => give(request as Given, reply, files)))
  }
  route('/files/briefing/:centre/:id.:format', giveBriefing)
  route('/files/briefing/:centre/:id/chart-:place.:format', giveChart)
  route('/files/figures/:centre.:format', giveFigures)
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Permission, Viewer } from '../access/permissions.ts'
import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { BriefingContext } from './briefingContext.ts'
import type { FileFormat } from './write/file.ts'
import type { Written } from './write/written.ts'
import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { NamedError, printingOfReadings, referenceKey } from '#measures'
import { recordAudit } from '../access/audit.ts'
import { actorOf } from '../access/permissions.ts'
import { xmlText } from '../common/xmlText.ts'
import { recordNumberIn } from '../measures/inputs.ts'
import { parseInput } from '../measures/parseInput.ts'
import { briefingContextFor, namedBy, readHeadline } from './briefingContext.ts'
import { withPhotos } from './photos.ts'
import { drawSeries } from './picture/draw.ts'
import { withProvenance } from './picture/marks.ts'
import { outlinedSvg, pngOf } from './picture/png.ts'
import { localTimeText, showBriefing, writtenOf } from './shown.ts'
import { filterWords } from './write/figureLines.ts'
import { briefingFile, fileFormats, fileTypes } from './write/file.ts'
import { fileWords } from './write/fileWords.ts'

/** How files of briefings are served. The caller's own rules authenticate and refuse requests. */
export interface BriefingFiles {
  database: Database
  clock: Clock
  /** The viewer, where they have the permission; by default that to read briefings. */
  allowed: (request: FastifyRequest, permission?: Permission) => Promise<Viewer>
  answering: (reply: FastifyReply, work: () => Promise<unknown>) => Promise<unknown>
}

type Given = FastifyRequest<{
  Params: { centre: string; id: string; format: string; place: string }
  Querystring: Record<string, string>
}>

function formatOf(text: string): FileFormat {
  const format = fileFormats.find(format => format === text)
  if (!format) throw new NamedError('not-found', { what: text.slice(0, 40) })
  return format
}

const contextOf = async (
  { params: { centre } }: Given,
  viewer: Viewer,
  files: BriefingFiles,
): Promise<BriefingContext> => briefingContextFor({ ...files, viewer }, centre)

async function give(
  reply: FastifyReply,
  written: Written,
  { format, name }: { format: FileFormat; name: string },
): Promise<unknown> {
  const file = await briefingFile(format, written)
  const full = encodeURIComponent(`${name}.${format}`)
  return reply
    .header('Content-Disposition', `attachment; filename="briefing.${format}"; filename*=UTF-8''${full}`)
    .type(fileTypes[format])
    .send(file)
}

/** The name of a briefing's file: title and issue, which says of a draft whether it is submitted. */
function nameOf({ document, state, review }: Awaited<ReturnType<typeof showBriefing>>): string {
  const { title, masthead, language } = document
  const { draft, submitted } = fileWords[language]
  const isSubmitted = state === 'draft' && review === 'submitted'
  const issue = isSubmitted ? masthead.issue.replace(draft.trim(), submitted.trim()) : masthead.issue
  return `${title}${issue.startsWith('（') ? '' : ' '}${issue}`.trim()
}

/** GET /files/briefing/CENTRE/ID.docx, .xlsx or .csv. */
async function sendBriefing(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const viewer = await files.allowed(request)
  const { params } = request
  const format = formatOf(params.format)
  const briefings = await contextOf(request, viewer, files)
  const shown = await showBriefing(briefings, recordNumberIn(params.id))
  const at = files.clock()
  await recordAudit(files.database, {
    at,
    actor: actorOf(viewer),
    action: 'export',
    outcome: 'done',
    centre: params.centre,
    subject: `briefing ${shown.id}.${format}`,
    details: { state: shown.state, from: shown.from, to: shown.to },
    address: viewer.address,
  })
  return give(reply, await withPhotos(briefings, await writtenOf(briefings, shown, shown)), {
    format,
    name: nameOf(shown),
  })
}

const figuresSchema = z.object({
  period: z.string().min(1).max(40),
  comparison: z.string().min(1).max(40).default('none'),
  language: z.enum(['zh', 'en']).default('zh'),
})

/** GET /files/figures/CENTRE.xlsx or .csv, with period, comparison and language: all headline figures. */
async function sendFigures(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const viewer = await files.allowed(request)
  const format = formatOf(request.params.format)
  const briefing = await contextOf(request, viewer, files)
  const asked = parseInput(figuresSchema, request.query)
  const read = await readHeadline(briefing, asked)
  const { document, from, to } = read
  const { now } = briefing.context
  await recordAudit(files.database, {
    at: now,
    actor: actorOf(viewer),
    action: 'export',
    outcome: 'done',
    centre: briefing.centre.code,
    subject: `figures.${format}`,
    details: { from, to, comparison: asked.comparison },
    address: viewer.address,
  })
  return give(
    reply,
    {
      ...read,
      standing: { state: 'draft' },
      exported: { by: namedBy(viewer), at: localTimeText(now, briefing.centre.hall.zone) },
    },
    { format, name: `${document.title} ${from}..${to}` },
  )
}

/**
 * GET /files/briefing/CENTRE/ID/chart-N.svg or .png: a picture of a briefing, counted from 1; identical on
 * every machine.
 */
async function sendChart(request: Given, reply: FastifyReply, files: BriefingFiles): Promise<unknown> {
  const viewer = await files.allowed(request)
  const { params } = request
  const briefings = await contextOf(request, viewer, files)
  const shown = await showBriefing(briefings, recordNumberIn(params.id))
  const { document, readings } = shown
  const chart = document.blocks.flatMap(block => (block.kind === 'chart' ? [block] : []))[
    recordNumberIn(params.place) - 1
  ]
  const reading = chart && readings.series[referenceKey(chart.series)]
  if (!chart || !reading || !['svg', 'png'].includes(params.format))
    throw new NamedError('not-found', { what: `chart ${params.place}.${params.format}`.slice(0, 40) })
  const say = fileWords[document.language]
  const picture = withProvenance(
    drawSeries(chart.series, reading, printingOfReadings(readings, document.language)),
    [
      xmlText(chart.caption),
      [
        `${reading.from}..${reading.to}`,
        filterWords(chart.series.filters),
        `${say.dataUntil}${shown.dataUntil ?? '—'}`,
      ]
        .filter(Boolean)
        .join(' · '),
      `${say.exportedBy}${namedBy(viewer)} · ${localTimeText(files.clock(), briefings.centre.hall.zone)}`,
    ],
  )
  await recordAudit(files.database, {
    at: files.clock(),
    actor: actorOf(viewer),
    action: 'export',
    outcome: 'done',
    centre: params.centre,
    subject: `briefing ${params.id} chart ${params.place}.${params.format}`,
    address: viewer.address,
  })
  const svg = await outlinedSvg(picture, xmlText(chart.caption))
  const file = params.format === 'png' ? await pngOf(svg) : Buffer.from(svg)
  return reply
    .header(
      'Content-Disposition',
      `attachment; filename="chart-${recordNumberIn(params.place)}.${params.format}"`,
    )
    .type(params.format === 'png' ? 'image/png' : 'image/svg+xml')
    .send(file)
}

/** Adds the download routes of briefings. */
export function addBriefingFiles(app: FastifyInstance, files: BriefingFiles): void {
  const route = (
    path: string,
    give: (request: Given, reply: FastifyReply, files: BriefingFiles) => Promise<unknown>,
  ): void => {
    app.get(path, async (request, reply) =>
      files.answering(reply, async () => give(request as Given, reply, files)),
    )
  }
  route('/files/briefing/:centre/:id.:format', sendBriefing)
  route('/files/briefing/:centre/:id/chart-:place.:format', sendChart)
  route('/files/figures/:centre.:format', sendFigures)
}

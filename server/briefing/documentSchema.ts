import type { MeasureId } from '#measures'
import { z } from 'zod'
import { filterSchema, granularities, measureIds } from '#measures'

const known = new Set<string>(measureIds)
const line = z.string().max(400)
const text = z.string().max(20_000)
const measure = z.custom<MeasureId>(value => typeof value === 'string' && known.has(value))
const period = z.string().min(1).max(40)
const filters = z.array(filterSchema).max(12).optional()

/** A reference to one number. */
export const figureSchema = z.strictObject({
  measure,
  period,
  comparison: period,
  filters,
  shows: z.enum(['value', 'change']),
  form: z.enum(['plain', 'about', 'whole']),
  none: z.strictObject({ zero: line, before: line }).optional(),
})

/** A reference to rows of numbers. */
export const seriesSchema = z.strictObject({
  measures: z.array(measure).min(1).max(12),
  period,
  comparison: period,
  filters,
  granularity: z.enum(granularities),
  by: z.string().max(40),
  most: z.int().min(1).max(400),
})

/** One block of a briefing. */
export const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: line, level: z.union([z.literal(1), z.literal(2)]) }),
  z.strictObject({ kind: z.literal('paragraph'), inlines: z.array(z.union([text, z.strictObject({ text, strong: z.literal(true) }), figureSchema])).max(400) }),
  z.strictObject({ kind: z.literal('table'), caption: line, rows: z.array(z.strictObject({ label: line.optional(), value: figureSchema, change: figureSchema.nullable() })).max(400) }),
  z.strictObject({ kind: z.literal('claim'), sentence: text, source: line, stated: z.number(), figure: figureSchema }),
  z.strictObject({ kind: z.enum(['chart', 'grid']), caption: line, series: seriesSchema }),
])

/** A briefing as a browser sends it: nothing in it is trusted. */
export const documentSchema = z.strictObject({
  language: z.enum(['zh', 'en']),
  masthead: z.strictObject({ name: line, issue: line, unit: line, date: line }),
  title: line,
  subtitle: line,
  blocks: z.array(blockSchema).max(1500),
  ending: z.strictObject({ copyTo: line, distributeTo: line, printed: line }),
})

import type { MeasureId } from '#measures'
import { z } from 'zod'
import { filterSchema, granularities, measureIds } from '#measures'
import { integer, recordNumber } from '../measures/inputs.ts'
import { definitionPlaces } from './paper/settings.ts'

const sha256 = z.string().regex(/^[\da-f]{64}$/)
const ids = new Set<string>(measureIds)
const line = z.string().max(400)
const text = z.string().max(20_000)
const measure = z.custom<MeasureId>(value => typeof value === 'string' && ids.has(value))
const period = z.string().min(1).max(40)
const filters = z.array(filterSchema).max(12).optional()

/** A reference to one number. */
export const figureSchema = z.strictObject({
  measure,
  period,
  comparison: period,
  filters,
  shows: z.enum(['value', 'change', 'share', 'rank', 'largest', 'without']),
  form: z.enum(['plain', 'about', 'whole']),
  by: z.string().min(1).max(40).optional(),
  most: integer(1, 40).optional(),
  clause: z
    .strictObject({
      before: line,
      after: line,
      zero: line.nullable(),
      below: z.strictObject({ before: line, after: line }).optional(),
    })
    .optional(),
  none: z.strictObject({ zero: line, before: line }).optional(),
})

/** A reference to a series. */
const seriesSchema = z.strictObject({
  measures: z.array(measure).min(1).max(12),
  period,
  comparison: period,
  filters,
  granularity: z.enum(granularities),
  by: z.string().max(40),
  most: integer(1, 400),
  order: z.literal('lowest').optional(),
  limit: z
    .strictObject({ is: z.enum(['below', 'atMost', 'above', 'atLeast']), value: z.number() })
    .optional(),
})

const strong = z.literal(true)
const inlines = z
  .array(
    z.union([text, z.strictObject({ text, strong }), figureSchema.extend({ strong: strong.optional() })]),
  )
  .max(400)

const identified = {
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
}

/** One block of a briefing. */
export const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...identified,
    kind: z.literal('heading'),
    text: line,
    level: z.union([z.literal(1), z.literal(2)]),
    inlines: inlines.optional(),
  }),
  z.strictObject({ ...identified, kind: z.literal('paragraph'), inlines }),
  z.strictObject({ ...identified, kind: z.literal('note'), text }),
  z.strictObject({
    ...identified,
    kind: z.literal('textTable'),
    caption: line,
    rows: z.array(z.array(line).min(1).max(40)).min(1).max(400),
  }),
  z.strictObject({
    ...identified,
    kind: z.literal('table'),
    caption: line,
    rows: z
      .array(z.strictObject({ label: line.optional(), value: figureSchema, change: figureSchema.nullable() }))
      .max(400),
  }),
  z.strictObject({
    ...identified,
    kind: z.literal('claim'),
    sentence: text,
    source: line,
    stated: z.number(),
    figure: figureSchema,
  }),
  z.strictObject({ ...identified, kind: z.enum(['chart', 'grid']), caption: line, series: seriesSchema }),
  z.strictObject({
    ...identified,
    kind: z.literal('photo'),
    caption: line,
    record: z.string().min(1).max(200),
    photo: sha256,
  }),
])

/** A briefing as sent by a browser; nothing in it is trusted. */
export const documentSchema = z.strictObject({
  language: z.enum(['zh', 'en']),
  masthead: z.strictObject({
    name: line,
    issue: line,
    unit: line,
    date: line,
    issuedOn: z.iso.date().optional(),
    contact: line.optional(),
    picture: sha256.optional(),
  }),
  title: line,
  subtitle: line,
  blocks: z.array(blockSchema).max(1500),
  ending: z.strictObject({
    copyTo: line,
    distributeTo: line,
    printed: line,
    signature: line.optional(),
    registration: line.optional(),
    office: line.optional(),
  }),
  definitions: z.enum(definitionPlaces).optional(),
  correction: z.array(text).max(400).optional(),
  // References of the template are taken from the stored template, not from the browser.
  word: z
    .object({ template: recordNumber })
    .transform(({ template }) => ({ template, name: '', hash: '', openedOn: null, figures: [], series: [] }))
    .optional(),
})

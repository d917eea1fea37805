import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import { z } from 'zod'
import { integer } from '../../measures/inputs.ts'

const line = z.string().trim().max(400)

/** The first issue of a run that this product numbers: a centre that printed 45 begins at 46. */
const startSchema = z.strictObject({
  year: integer(1949, 2200),
  number: integer(1, 99_999),
  total: integer(1, 999_999),
})

/** What carries the definitions of the figures: an annex, footnotes where a figure stands, or nothing. */
export const definitionPlaces = ['annex', 'footnotes', 'none'] as const

export const paperSettingsSchema = z.strictObject({
  /** Name above the red line; empty for that of the template. */
  masthead: line.max(60),
  /** A picture instead of the name in red letters, by its SHA-256; empty for none. */
  picture: z.union([z.literal(''), z.string().regex(/^[\da-f]{64}$/)]),
  /** Who edits it, left above the red line; empty for the centre. */
  unit: line,
  /** A telephone number or mail address, below the date. */
  contact: line,
  /** Whose name stands below the text; empty for none. */
  signature: line,
  copyTo: line,
  distributeTo: line,
  /** Who prints it, left beside the date of printing; empty for none. */
  office: line,
  /** 平简007号: the next issue gets the following number. Empty for none. */
  registration: line.max(60),
  definitions: z.enum(definitionPlaces),
  numbering: z.strictObject({
    /** 2012年第46期 instead of 第46期. */
    withYear: z.boolean(),
    /** （总第46期） behind the number of the year. */
    withTotal: z.boolean(),
    /** Special issues are marked in the one run, or counted in a run of their own. */
    special: z.enum(['label', 'run']),
    start: startSchema.nullable(),
    specialStart: startSchema.nullable(),
  }),
})
export type PaperSettings = z.infer<typeof paperSettingsSchema>
export type Numbering = PaperSettings['numbering']

export const usualPaper: PaperSettings = {
  masthead: '',
  picture: '',
  unit: '',
  contact: '',
  signature: '',
  copyTo: '',
  distributeTo: '',
  office: '',
  registration: '',
  definitions: 'annex',
  numbering: { withYear: true, withTotal: false, special: 'label', start: null, specialStart: null },
}

/** How a centre's issues look and are numbered; the usual where nothing was set. */
export async function paperOf({ prisma }: Database, centre: Pick<Centre, 'id'>): Promise<PaperSettings> {
  const row = await prisma.paperSettings.findUnique({ where: { centreId: centre.id } })
  const read = paperSettingsSchema.safeParse({ ...usualPaper, ...(row?.settings as object | undefined) })
  return read.success ? read.data : usualPaper
}

import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import { z } from 'zod'
import { integer } from '../../measures/inputs.ts'

const line = z.string().trim().max(400)

/** The first issue of a run that this product numbers: 46 for a centre whose last one was 45. */
const startSchema = z.strictObject({
  year: integer(1949, 2200),
  number: integer(1, 99_999),
  total: integer(1, 999_999),
})

/** Where figures are defined: an annex, footnotes at each figure, or nowhere. */
export const definitionPlaces = ['annex', 'footnotes', 'none'] as const

export const paperSettingsSchema = z.strictObject({
  /** The name above the red line; empty for that of the template. */
  masthead: line.max(60),
  /** The SHA-256 of a picture that replaces the name in red letters; empty for none. */
  picture: z.union([z.literal(''), z.string().regex(/^[\da-f]{64}$/)]),
  /** The editing unit, printed left above the red line; empty for the centre. */
  unit: line,
  /** A telephone number or mail address, below the date. */
  contact: line,
  /** The signature below the text; empty for none. */
  signature: line,
  copyTo: line,
  distributeTo: line,
  /** The printing unit, printed left of the printing date; empty for none. */
  office: line,
  /** The first registration, such as 平简007号; later issues count on. Empty for none. */
  registration: line.max(60),
  definitions: z.enum(definitionPlaces),
  numbering: z.strictObject({
    /** Whether the year is printed: 2012年第46期 instead of 第46期. */
    withYear: z.boolean(),
    /** Whether the total number is printed: （总第46期） after the number of the year. */
    withTotal: z.boolean(),
    /** Whether special issues are marked in the one run, or have a run of their own. */
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

/** The look and numbering of a centre's issues, with defaults for what was not set. */
export async function paperOf({ prisma }: Database, centre: Pick<Centre, 'id'>): Promise<PaperSettings> {
  const row = await prisma.paperSettings.findUnique({ where: { centreId: centre.id } })
  const read = paperSettingsSchema.safeParse({ ...usualPaper, ...(row?.settings as object | undefined) })
  return read.success ? read.data : usualPaper
}

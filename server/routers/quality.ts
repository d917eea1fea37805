import { z } from 'zod'
import { contractOf, setContact } from '../intake/quality/contract.ts'
import { gradesOf, shareOf } from '../intake/quality/grade.ts'
import { gradedNames } from '../intake/quality/graded.ts'
import { odcsOf } from '../intake/quality/odcs.ts'
import { qualityParts } from '../intake/quality/qualityParts.ts'
import { faultyRows } from '../intake/quality/rows.ts'
import { targetNames } from '../intake/rows/targetNames.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const target = z.enum(targetNames)
const of = z.enum(gradedNames)
const place = z.strictObject({
  centre: centreCode,
  of,
  unit: z.string().max(200),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  part: z.enum(qualityParts),
})
const contactSchema = z.strictObject({ centre: centreCode, target, contact: z.string().max(200) })

/** The quality of the loaded records, and the contract of each source. */
export const qualityRouter = router({
  grades: centreProcedure('imports.read')
    .input(z.strictObject({ centre: centreCode, of }))
    .query(async ({ input, ctx }) => {
      const grades = await gradesOf(ctx.database, ctx.centre, input.of)
      const units = await ctx.database.prisma.unit.findMany({ where: { centreId: ctx.centre.id } })
      const names = new Map(units.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn ?? name }]))
      return grades.map(({ parts, unitName, ...grade }) => ({
        ...grade,
        /** The unit of a trade is its buyer, whose name is the same in both languages. */
        names: names.get(grade.unit) ?? { zh: unitName, en: unitName },
        parts: qualityParts.map(part => ({ part, ...parts[part], share: shareOf(parts[part]) })),
      }))
    }),

  rows: centreProcedure('imports.read')
    .input(place)
    .query(async ({ input: { centre: _, ...where }, ctx }) => faultyRows(ctx.database, ctx.centre, where)),

  contract: centreProcedure('imports.read')
    .input(z.strictObject({ centre: centreCode, target }))
    .query(async ({ input, ctx }) => {
      const contract = await contractOf(ctx.database, ctx.centre, input.target)
      return { ...contract, odcs: odcsOf(contract, ctx.centre) }
    }),

  setContact: centreProcedure('imports.write', { audit: 'contract-changed' })
    .input(contactSchema)
    .mutation(async ({ input: { centre: code, ...contact }, ctx }) => {
      const { contact: before } = await contractOf(ctx.database, ctx.centre, contact.target)
      ctx.note({
        centre: code,
        subject: contact.target,
        details: { contact: contact.contact.trim(), before: before ?? '' },
      })
      await setContact(ctx.database, ctx.centre, contact)
    }),
})

import type { Field } from '../intake/field.ts'
import type { JobState } from '../intake/jobs.ts'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { centresOf } from '../centres/centre.ts'
import { importCalendar, parseYear } from '../intake/calendar.ts'
import { loadFile } from '../intake/loadFile.ts'
import { parseMapping, targetNames } from '../intake/mapping.ts'
import { reasonWords } from '../intake/problems.ts'
import { findingSentence } from '../intake/propose/finding.ts'
import { look } from '../intake/propose/look.ts'
import { formShape } from '../intake/read/form.ts'
import { savedMappings, saveMapping } from '../intake/savedMappings.ts'
import { warningWords } from '../intake/target.ts'
import { targets } from '../intake/targets/index.ts'
import { NamedError } from '../measures/errors.ts'
import { parseInput } from '../measures/parseInput.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { procedureFor, router } from '../trpc.ts'

const centre = z.string().min(1).max(120)
const upload = z.uuid()
const lookSchema = z.strictObject({ centre, upload, target: z.enum(targetNames).optional(), form: z.strictObject(formShape).optional() })
const startSchema = z.strictObject({ centre, upload, mapping: z.unknown(), check: z.boolean() })
const jobSchema = z.strictObject({ job: z.uuid() })
const saveSchema = z.strictObject({ centre, name: z.string().max(60), mapping: z.unknown(), headers: z.array(z.string()).max(16_384) })
const calendarSchema = z.strictObject({ centre, upload, dryRun: z.boolean() })
const mostCalendarBytes = 1 << 20

const shownField = ({ name, names, reads, required = false, values, refersTo, transient = false }: Field) => ({ name, names, reads, required, refersTo: refersTo ?? null, transient, values: values ? Object.entries(values).map(([code, words]) => ({ code, ...words })) : null })

/** Whether an input may be known from the outside: the fields of every target, and the words for problems and warnings. */
function catalogueOfTargets() {
  return { targets: Object.values(targets).map(({ name, names, fields }) => ({ name, names, fields: fields.map(shownField) })), reasons: reasonWords, warnings: warningWords }
}

/** Files on their way in: look, check, load. */
export const intakeRouter = router({
  catalogue: procedureFor('imports.read').query(catalogueOfTargets),

  look: procedureFor('imports.write')
    .input((input: unknown) => parseInput(lookSchema, input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      const { file, name, size } = ctx.uploads.find(input.upload, ctx.viewer.name)
      const seen = await look(ctx.database, { file, centre: await centresOf(ctx.database).find(input.centre), limits: ctx.limits, ...input.target && { target: input.target }, ...input.form && { form: input.form } })
      const findings = seen.findings.map(finding => ({ about: finding.about, certain: finding.certain, zh: findingSentence(finding, 'zh'), en: findingSentence(finding, 'en') }))
      return { ...seen, rows: seen.rows.map(({ row, cells }) => ({ row, cells: cells.map(cell => cell.slice(0, 200)) })), findings, name, size }
    }),

  mappings: procedureFor('imports.read')
    .input((input: unknown) => parseInput(z.strictObject({ centre }), input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return savedMappings(ctx.database, await centresOf(ctx.database).find(input.centre))
    }),

  saveMapping: procedureFor('imports.write', { audit: 'mapping-saved' })
    .input((input: unknown) => parseInput(saveSchema, input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      ctx.note({ centre: input.centre, subject: input.name })
      const version = await saveMapping(ctx.database, await centresOf(ctx.database).find(input.centre), { ...input, mapping: parseMapping(input.mapping, input.name), byUser: ctx.viewer.name, now: ctx.clock() })
      return { name: input.name, version }
    }),

  start: procedureFor('imports.write')
    .input((input: unknown) => parseInput(startSchema, input))
    .mutation(async ({ input, ctx }): Promise<{ job: string }> => {
      checkCentres(ctx.viewer.scope, [input.centre])
      const { database, uploads, viewer, limits } = ctx
      const file = uploads.find(input.upload, viewer.name)
      const mapping = parseMapping(input.mapping, file.name)
      const at = await centresOf(database).find(input.centre)
      const state = ctx.jobs.start(async (report, signal) => {
        const result = await loadFile(database, { file: file.file, mapping, centre: at, limits, fileName: file.name, fileHash: file.hash, byUser: viewer.name, now: ctx.clock(), dryRun: input.check, signal, onProgress: report })
        if (!input.check)
          await uploads.remove(file.id)
        return result
      }, { check: input.check, owner: viewer.name })
      return { job: state.id }
    }),

  watch: procedureFor('imports.write')
    .input((input: unknown) => parseInput(jobSchema, input))
    .subscription(async function* ({ input, ctx, signal }): AsyncGenerator<JobState> {
      yield* ctx.jobs.watch(input.job, { owner: ctx.viewer.name, signal })
    }),

  cancel: procedureFor('imports.write')
    .input((input: unknown) => parseInput(jobSchema, input))
    .mutation(({ input, ctx }) => ctx.jobs.cancel(input.job, ctx.viewer.name)),

  calendar: procedureFor('imports.write')
    .input((input: unknown) => parseInput(calendarSchema, input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      const file = ctx.uploads.find(input.upload, ctx.viewer.name)
      if (file.size > mostCalendarBytes)
        throw new NamedError('file-too-large', { what: `${file.size} B`, most: '1 MB' })
      const result = await importCalendar(ctx.database, { year: parseYear(await readFile(file.file, 'utf8')), centre: await centresOf(ctx.database).find(input.centre), fileName: file.name, fileHash: file.hash, byUser: ctx.viewer.name, now: ctx.clock(), dryRun: input.dryRun })
      if (!input.dryRun)
        await ctx.uploads.remove(file.id)
      return result
    }),
})

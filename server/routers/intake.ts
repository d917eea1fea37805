import type { JobState } from '../intake/jobs/jobs.ts'
import type { Finding } from '../intake/propose/finding.ts'
import type { Field } from '../intake/rows/field.ts'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { NamedError } from '../common/errors.ts'
import { loadFile } from '../intake/batch/loadFile.ts'
import { savedMappings, saveMapping } from '../intake/jobs/savedMappings.ts'
import { findingEffect, findingSentence, weightOf } from '../intake/propose/finding.ts'
import { look } from '../intake/propose/look.ts'
import { needsOf } from '../intake/propose/needs.ts'
import { formShape } from '../intake/read/form.ts'
import { choicesOf } from '../intake/rows/field.ts'
import { parseMapping } from '../intake/rows/mapping.ts'
import { reasonWords } from '../intake/rows/problems.ts'
import { targetNames } from '../intake/rows/targetNames.ts'
import { importCalendar, parseYear } from '../intake/targets/calendar.ts'
import { targets } from '../intake/targets/index.ts'
import { warningWords } from '../intake/targets/target.ts'
import { centreCode, centreProcedure, procedureFor, router } from '../trpc.ts'

const upload = z.uuid()
const lookSchema = z.strictObject({
  centre: centreCode,
  upload,
  target: z.enum(targetNames).optional(),
  form: z.strictObject(formShape).optional(),
  anew: z.boolean().default(false),
})
const startSchema = z.strictObject({ centre: centreCode, upload, mapping: z.unknown(), check: z.boolean() })
const jobSchema = z.strictObject({ job: z.uuid() })
const saveSchema = z.strictObject({
  centre: centreCode,
  name: z.string().max(60),
  mapping: z.unknown(),
  headers: z.array(z.string()).max(16_384),
})
const calendarSchema = z.strictObject({ centre: centreCode, upload, dryRun: z.boolean() })
const mostCalendarBytes = 1 << 20

const shownField = ({
  name,
  names,
  reads,
  required = false,
  refersTo,
  transient = false,
  ...field
}: Field) => {
  const values = choicesOf({ name, names, reads, ...field })
  return {
    name,
    names,
    reads,
    required,
    refersTo: refersTo ?? null,
    transient,
    identifies: field.identifies ?? false,
    values: values ? Object.entries(values).map(([code, words]) => ({ code, ...words })) : null,
  }
}

/**
 * The fields of every target, and the texts of problems and warnings, for the import page.
 */
function catalogueOfTargets() {
  return {
    targets: Object.values(targets).map(({ name, names, fields }) => ({
      name,
      names,
      fields: fields.map(shownField),
      needs: needsOf(name),
    })),
    reasons: reasonWords,
    warnings: warningWords,
  }
}

function effectOf(finding: Finding): { zh: string; en: string } | null {
  const [zh, en] = [findingEffect(finding, 'zh'), findingEffect(finding, 'en')]
  return zh === null || en === null ? null : { zh, en }
}

/** Imports of uploaded files: inspection, check and load. */
export const intakeRouter = router({
  catalogue: procedureFor('imports.read').query(catalogueOfTargets),

  look: centreProcedure('imports.write')
    .input(lookSchema)
    .mutation(async ({ input, ctx, signal }) => {
      const { file, name, size } = ctx.uploads.find(input.upload, ctx.viewer.name)
      const seen = await look(ctx.database, {
        file,
        name,
        centre: ctx.centre,
        limits: ctx.limits,
        now: ctx.clock(),
        signal,
        anew: input.anew,
        ...(input.target && { target: input.target }),
        ...(input.form && { form: input.form }),
      })
      const findings = seen.findings.map(finding => ({
        about: finding.about,
        certain: finding.certain,
        weight: weightOf(finding),
        examples: finding.examples ?? [],
        effect: effectOf(finding),
        zh: findingSentence(finding, 'zh'),
        en: findingSentence(finding, 'en'),
      }))
      return {
        ...seen,
        rows: seen.rows.map(({ row, cells }) => ({ row, cells: cells.map(cell => cell.slice(0, 200)) })),
        findings,
        name,
        size,
      }
    }),

  mappings: centreProcedure('imports.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => {
      return savedMappings(ctx.database, ctx.centre)
    }),

  saveMapping: centreProcedure('imports.write', { audit: 'mapping-saved' })
    .input(saveSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: input.name })
      const version = await saveMapping(ctx.database, ctx.centre, {
        ...input,
        mapping: parseMapping(input.mapping, input.name),
        byUser: ctx.viewer.name,
        now: ctx.clock(),
      })
      return { name: input.name, version }
    }),

  start: centreProcedure('imports.write')
    .input(startSchema)
    .mutation(async ({ input, ctx }): Promise<{ job: string }> => {
      const { database, uploads, viewer, limits } = ctx
      const file = uploads.find(input.upload, viewer.name)
      const mapping = parseMapping(input.mapping, file.name)
      const at = ctx.centre
      const state = ctx.jobs.start(
        async (report, signal) => {
          const result = await loadFile(database, {
            file: file.file,
            mapping,
            centre: at,
            limits,
            fileName: file.name,
            fileHash: file.hash,
            byUser: viewer.name,
            now: ctx.clock(),
            dryRun: input.check,
            signal,
            onProgress: report,
          })
          if (!input.check) await uploads.remove(file.id)
          return result
        },
        { check: input.check, owner: viewer.name },
      )
      return { job: state.id }
    }),

  watch: procedureFor('imports.write')
    .input(jobSchema)
    .subscription(async function* ({ input, ctx, signal }): AsyncGenerator<JobState> {
      yield* ctx.jobs.watch(input.job, { owner: ctx.viewer.name, signal })
    }),

  cancel: procedureFor('imports.write')
    .input(jobSchema)
    .mutation(({ input, ctx }) => ctx.jobs.cancel(input.job, ctx.viewer.name)),

  calendar: centreProcedure('imports.write')
    .input(calendarSchema)
    .mutation(async ({ input, ctx }) => {
      const file = ctx.uploads.find(input.upload, ctx.viewer.name)
      if (file.size > mostCalendarBytes)
        throw new NamedError('file-too-large', { what: `${file.size} B`, most: '1 MB' })
      const result = await importCalendar(ctx.database, {
        year: parseYear(await readFile(file.file, 'utf8')),
        centre: ctx.centre,
        fileName: file.name,
        fileHash: file.hash,
        byUser: ctx.viewer.name,
        now: ctx.clock(),
        dryRun: input.dryRun,
      })
      if (!input.dryRun) await ctx.uploads.remove(file.id)
      return result
    }),
})

import type { ShallowRef } from 'vue'
import type { Outputs, ReadableError } from '../data/trpc.ts'
import type { JobState } from '../data/watchJob.ts'
import type { Uploaded } from './upload.ts'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { readableError, trpc } from '../data/trpc.ts'
import { watchJob } from '../data/watchJob.ts'
import { sendFile } from './upload.ts'

export type Look = Outputs['intake']['look']
export type Mapping = NonNullable<Look['mapping']>
export type { JobState } from '../data/watchJob.ts'
/** Mappings are plain JSON; `structuredClone` refuses the reactive arrays that one may hold. */
const copyOf = (mapping: Mapping): Mapping => JSON.parse(JSON.stringify(mapping)) as Mapping

export type Step = 'upload' | 'look' | 'check' | 'load'

interface LookWish {
  /** True where the file is to be read without the mapping of last time, now and at later looks. */
  anew?: boolean
  target?: Mapping['target']
  form?: Partial<
    Pick<Mapping, 'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'headerRow' | 'headerRows' | 'format'>
  >
}

/** How a file was read at the last look, to be read the same way again. */
export function formOf(look: Look): NonNullable<LookWish['form']> {
  const { gzip: _, encoding, delimiter, ...shape } = look.form
  if (shape.format === 'csv') return { ...shape, encoding, delimiter }
  return ['xlsx', 'xls', 'xlsb', 'ods'].includes(shape.format) ? shape : { ...shape, encoding }
}

/** The text of a mapping file as a mapping; the server checks its parts. */
function mappingIn(text: string): Partial<Mapping> | null {
  try {
    const content: unknown = JSON.parse(text)
    const isMapping = typeof content === 'object' && content !== null && 'columns' in content
    return isMapping ? (content as Partial<Mapping>) : null
  } catch {
    return null
  }
}

/** A mapping without any rule, in which a file that leaves keys out is completed. */
const blankMapping = (mapping: Mapping): Mapping => ({
  ...mapping,
  columns: {},
  constants: {},
  values: {},
  missing: {},
  only: {},
  except: {},
  repeats: 'refuse',
  timeFormats: {},
  moneyUnits: {},
  create: [],
})

/** One thing at a time, and how it failed. */
function useTrying() {
  const busy = shallowRef(false)
  const error = shallowRef<ReadableError | null>(null)
  let running = 0
  async function trying(work: () => Promise<void>): Promise<void> {
    running++
    busy.value = true
    error.value = null
    try {
      await work()
    } catch (failure) {
      error.value = failure instanceof Error ? readableError(failure) : (failure as ReadableError)
    }
    running--
    busy.value = running > 0
  }
  return { busy, error, trying }
}

/** The state of the job that is watched. */
function useWatch(error: ShallowRef<ReadableError | null>) {
  const job = shallowRef<JobState | null>(null)
  let end: (() => void) | null = null
  const stop = (): void => end?.()
  function watch(id: string): void {
    stop()
    end = watchJob(id, {
      onState: state => {
        job.value = state
      },
      onError: failure => {
        error.value = failure
      },
    })
  }
  onScopeDispose(stop)
  return { job, watch, stop }
}

/** The file that was sent, what a look at it showed, and the mapping as a person changes it. */
function useFile(centre: () => string | null, trying: (work: () => Promise<void>) => Promise<void>) {
  const uploaded = shallowRef<Uploaded | null>(null)
  const sent = shallowRef(0)
  const look = shallowRef<Look | null>(null)
  const mapping = ref<Mapping | null>(null)

  async function send(file: File): Promise<void> {
    sent.value = 0
    uploaded.value = null
    await trying(async () => {
      uploaded.value = await sendFile(file, share => {
        sent.value = share
      })
    })
  }
  let looks = 0
  let anew = false
  /** An older look that answers late replaces neither a newer one nor the mapping. */
  async function lookAgain(wish: LookWish = {}): Promise<void> {
    const own = ++looks
    anew ||= wish.anew === true
    await trying(async () => {
      const found = await trpc.intake.look.mutate({
        centre: centre() ?? '',
        upload: uploaded.value?.id ?? '',
        ...wish,
        anew,
      })
      if (own !== looks) return
      look.value = found
      mapping.value = structuredClone(found.mapping)
    })
  }
  function forget(): void {
    looks++
    anew = false
    for (const part of [uploaded, look, mapping]) part.value = null
  }
  /** Takes a kept mapping in place of the proposal; how the file is read stays as it was found. */
  function useMapping(kept: Mapping): void {
    const { format, encoding, delimiter, sheet, sheets, headerRow, headerRows } = mapping.value ?? {}
    const form = { format, encoding, delimiter, sheet, sheets, headerRow, headerRows }
    mapping.value = { ...copyOf(kept), ...form }
  }
  /** Takes the text of a mapping file; false where it is none for this target. */
  function useMappingFile(text: string): boolean {
    const kept = mappingIn(text)
    if (kept === null || mapping.value === null || kept.target !== mapping.value.target) return false
    useMapping({ ...blankMapping(mapping.value), ...kept })
    return true
  }
  return { uploaded, sent, look, mapping, send, lookAgain, forget, useMapping, useMappingFile }
}

/** One file on its way in, from the choice of the file to its last row. */
export function useImport(centre: () => string | null) {
  const step = shallowRef<Step>('upload')
  const { busy, error, trying } = useTrying()
  const { job, watch, stop } = useWatch(error)
  const { send, forget, ...file } = useFile(centre, trying)

  async function choose(chosen: File): Promise<void> {
    await send(chosen)
    if (!error.value) await lookAgain()
  }
  async function lookAgain(wish: LookWish = {}): Promise<void> {
    await file.lookAgain(wish)
    if (!error.value && file.look.value) step.value = 'look'
  }
  async function start(check: boolean): Promise<void> {
    job.value = null
    step.value = check ? 'check' : 'load'
    await trying(async () =>
      watch(
        (
          await trpc.intake.start.mutate({
            centre: centre() ?? '',
            upload: file.uploaded.value?.id ?? '',
            mapping: file.mapping.value,
            check,
          })
        ).job,
      ),
    )
  }
  return {
    ...file,
    step,
    job,
    busy,
    error,
    choose,
    lookAgain,
    start,
    ...endings({ step, job, error, trying, stop, forget }),
  }
}

interface Parts {
  step: ShallowRef<Step>
  job: ShallowRef<JobState | null>
  error: ShallowRef<ReadableError | null>
  trying: (work: () => Promise<void>) => Promise<void>
  stop: () => void
  forget: () => void
}

/** The ways back: to the mapping, out of a running job, to another file. */
function endings({ step, job, error, trying, stop, forget }: Parts) {
  return {
    backToMapping: () => {
      error.value = null
      step.value = 'look'
    },
    cancel: async () => {
      const id = job.value?.id
      if (id) await trying(async () => trpc.intake.cancel.mutate({ job: id }))
    },
    restart: () => {
      stop()
      forget()
      job.value = null
      error.value = null
      step.value = 'upload'
    },
  }
}

export type Importing = ReturnType<typeof useImport>

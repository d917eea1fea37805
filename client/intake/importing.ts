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
/** Copies a mapping, which is plain JSON; `structuredClone` rejects reactive arrays. */
const copyOf = (mapping: Mapping): Mapping => JSON.parse(JSON.stringify(mapping)) as Mapping

export type Step = 'upload' | 'look' | 'check' | 'load'

interface LookWish {
  /** True to ignore the mapping of the last time, for this look and later ones. */
  anew?: boolean
  target?: Mapping['target']
  form?: Partial<
    Pick<Mapping, 'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'headerRow' | 'headerRows' | 'format'>
  >
}

/** The form in which a file was read at a look, for reading it in the same way again. */
export function formOf(look: Look): NonNullable<LookWish['form']> {
  const { gzip: _, encoding, delimiter, ...shape } = look.form
  if (shape.format === 'csv') return { ...shape, encoding, delimiter }
  return ['xlsx', 'xls', 'xlsb', 'ods'].includes(shape.format) ? shape : { ...shape, encoding }
}

/** Parses a mapping file; null where it is none. The server validates its content. */
function mappingIn(text: string): Partial<Mapping> | null {
  try {
    const content: unknown = JSON.parse(text)
    const isMapping = typeof content === 'object' && content !== null && 'columns' in content
    return isMapping ? (content as Partial<Mapping>) : null
  } catch {
    return null
  }
}

/** A mapping without rules, for completing a mapping file that lacks keys. */
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

/** Runs actions; `busy` is true while any of them is running, `error` is the last failure. */
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

/** Watches a job and holds its latest state. */
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

/** The uploaded file, the result of the last look at it, and the mapping that the user edits. */
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
  /** Looks at the file again. A late reply of an older look replaces neither a newer look nor the mapping. */
  async function lookAgain(wish: LookWish = {}): Promise<void> {
    const own = ++looks
    anew ||= wish.anew === true
    await trying(async () => {
      const result = await trpc.intake.look.mutate({
        centre: centre() ?? '',
        upload: uploaded.value?.id ?? '',
        ...wish,
        anew,
      })
      if (own !== looks) return
      look.value = result
      mapping.value = structuredClone(result.mapping)
    })
  }
  function forget(): void {
    looks++
    anew = false
    for (const part of [uploaded, look, mapping]) part.value = null
  }
  /** Replaces the proposed mapping by a stored one; the form in which the file is read is kept. */
  function useMapping(kept: Mapping): void {
    const { format, encoding, delimiter, sheet, sheets, headerRow, headerRows } = mapping.value ?? {}
    const form = { format, encoding, delimiter, sheet, sheets, headerRow, headerRows }
    mapping.value = { ...copyOf(kept), ...form }
  }
  /** Uses the mapping in the text of a mapping file; false where it is invalid or for another target. */
  function useMappingFile(text: string): boolean {
    const kept = mappingIn(text)
    if (kept === null || mapping.value === null || kept.target !== mapping.value.target) return false
    useMapping({ ...blankMapping(mapping.value), ...kept })
    return true
  }
  return { uploaded, sent, look, mapping, send, lookAgain, forget, useMapping, useMappingFile }
}

/** The state of an import, from the choice of the file to the result of the load. */
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

/** Functions that go back: to the mapping, out of a running job, and to another file. */
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

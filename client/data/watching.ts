import type { Outputs, ReadableError } from './trpc.ts'
import { offline } from './trpc.ts'

type Watched<T> = Extract<T, AsyncIterable<unknown>> extends AsyncIterable<infer State> ? State : never

/** The state of a job as it is told. */
export type JobState = NonNullable<Watched<Outputs['intake']['watch']>>

interface Told { onState: (state: JobState) => void, onError: (error: ReadableError) => void }

/**
 * Follows a job as a stream of events, which the browser reads by itself and takes up again where the line breaks. Returns what ends it.
 * A stream that is refused or fails for good is told once, as an error.
 */
export function watchJob(job: string, { onState, onError }: Told): () => void {
  const source = new EventSource(`/trpc/intake.watch?input=${encodeURIComponent(JSON.stringify({ job }))}`)
  const fail = (error: ReadableError): void => {
    source.close()
    onError(error)
  }
  source.addEventListener('message', (event: MessageEvent<string>) => onState(JSON.parse(event.data) as JobState))
  source.addEventListener('return', () => source.close())
  source.addEventListener('serialized-error', (event: MessageEvent<string>) => fail((JSON.parse(event.data) as { data?: { error?: ReadableError } }).data?.error ?? offline))
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED)
      fail(offline)
  })
  return () => source.close()
}

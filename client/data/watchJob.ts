import type { AppRouter } from '../../server/router.ts'
import type { ReadableError } from './readableError.ts'
import type { Outputs } from './trpc.ts'
import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import { readableError } from './readableError.ts'

type Yielded<T> = Extract<T, AsyncIterable<unknown>> extends AsyncIterable<infer State> ? State : never

/** The state of an import job. */
export type JobState = NonNullable<Yielded<Outputs['intake']['watch']>>

/** Callbacks for the states of a job, and for an error that ends the stream. */
interface JobObserver {
  onState: (state: JobState) => void
  onError: (error: ReadableError) => void
}

// A separate client: only the import pages subscribe, so only they load its code.
const subscriptions = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/trpc' })] })

/**
 * Follows a job over server-sent events until it ends, reconnecting after failures. Returns a function that
 * ends the subscription. A refused stream reports one error.
 */
export function watchJob(job: string, { onState, onError }: JobObserver): () => void {
  const subscription = subscriptions.intake.watch.subscribe(
    { job },
    { onData: onState, onError: failure => onError(readableError(failure)) },
  )
  return () => subscription.unsubscribe()
}

import type { AppRouter } from '../../server/router.ts'
import type { ReadableError } from './readableError.ts'
import type { Outputs } from './trpc.ts'
import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import { readableError } from './readableError.ts'

type Yielded<T> = Extract<T, AsyncIterable<unknown>> extends AsyncIterable<infer State> ? State : never

/** The state of an import job. */
export type JobState = NonNullable<Yielded<Outputs['intake']['watch']>>

/** What is done with each state of a job, and with an error that ends the stream. */
interface JobObserver {
  onState: (state: JobState) => void
  onError: (error: ReadableError) => void
}

// A client of its own: only the import pages subscribe, so only they load the code for it.
const subscriptions = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/trpc' })] })

/**
 * Follows a job until it ends, over server-sent events; a broken connection is taken up again by
 * itself. Returns a function that ends the subscription. A stream that is refused reports one error.
 */
export function watchJob(job: string, { onState, onError }: JobObserver): () => void {
  const subscription = subscriptions.intake.watch.subscribe(
    { job },
    { onData: onState, onError: failure => onError(readableError(failure)) },
  )
  return () => subscription.unsubscribe()
}

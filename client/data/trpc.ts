import type { TRPCLink } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../server/router.ts'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
// eslint-disable-next-line ts/no-restricted-imports -- part of the tRPC package, not of this product's server
import { tap } from '@trpc/server/observable'
import { dropUnusedQueries } from './queryClient.ts'
import { readableError } from './readableError.ts'

export { offline, readableError } from './readableError.ts'
export type { ReadableError } from './readableError.ts'

/** Dispatches `signed-out` when the server no longer recognises the session. */
export const signedOut = new EventTarget()

/** Reports a lost session, and drops cached replies after a mutation. */
const watchSession: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    next(op).pipe(
      tap({
        error: failure => {
          if (readableError(failure).name === 'sign-in-needed')
            signedOut.dispatchEvent(new Event('signed-out'))
        },
        complete: () => {
          if (op.type === 'mutation') dropUnusedQueries()
        },
      }),
    )

/** Calls that take longer than figures; they are not batched with others. */
const unbatched = new Set(['measures.rows', 'measures.due', 'measures.joint'])

/** Calls that a page sends when it is closed; the browser completes them afterwards (`keepalive`). */
const keptAlive = new Set(['briefings.beside'])

/**
 * The typed client of the server. Calls of one tick are batched; subscriptions have a client of their own.
 */
export const trpc = createTRPCClient<AppRouter>({
  links: [
    watchSession,
    splitLink({
      condition: operation => keptAlive.has(operation.path),
      true: httpLink({
        url: '/trpc',
        fetch: async (url, options) => fetch(url, { ...(options as RequestInit), keepalive: true }),
      }),
      false: splitLink({
        condition: operation => unbatched.has(operation.path),
        true: httpLink({ url: '/trpc', methodOverride: 'POST' }),
        false: httpBatchLink({ url: '/trpc', methodOverride: 'POST', maxItems: 40 }),
      }),
    }),
  ],
})

/** The inputs of the procedures; `Outputs` are their results. */
export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

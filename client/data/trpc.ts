import type { inferRouterOutputs } from '@trpc/server'
import type { ErrorDetails, ErrorName } from '#measures'
import type { AppRouter } from '../../server/router.ts'
import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client'

/** Records are looked up, not added up: figures do not wait for them. */
const alone = new Set(['measures.rows', 'measures.due', 'measures.joint'])

/** The typed way to the server. Calls of one tick travel in one request; what is watched comes another way (watching.ts). */
export const trpc = createTRPCClient<AppRouter>({
  links: [splitLink({
    condition: operation => alone.has(operation.path),
    true: httpLink({ url: '/trpc', methodOverride: 'POST' }),
    false: httpBatchLink({ url: '/trpc', methodOverride: 'POST', maxItems: 40 }),
  })],
})

/** What the procedures give back. */
export type Outputs = inferRouterOutputs<AppRouter>

/** An error as a person reads it. */
export interface ReadableError {
  name: ErrorName | 'offline'
  details: ErrorDetails
  zh: string
  en: string
}

export const offline: ReadableError = { name: 'offline', details: {}, zh: '连不上亮窗服务。请检查它是否在运行，然后再试。', en: 'The Bright Window server cannot be reached. Check that it runs, then try again.' }

/** Says when the server no longer knows who is looking. */
export const signedOut = new EventTarget()

/** What to tell a person of a failed call. */
export function readableError(error: unknown): ReadableError {
  const shown = error instanceof TRPCClientError ? (error.data as { error?: ReadableError } | null)?.error : undefined
  if (shown?.name === 'sign-in-needed')
    signedOut.dispatchEvent(new Event('signed-out'))
  return shown ?? offline
}

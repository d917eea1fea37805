import type { ErrorDetails, ErrorName } from '#measures'
import { TRPCClientError } from '@trpc/client'

/** An error message in both languages. */
export interface ReadableError {
  name: ErrorName | 'offline'
  details: ErrorDetails
  zh: string
  en: string
}

/** The error of a call that got no reply. */
export const offline: ReadableError = {
  name: 'offline',
  details: {},
  zh: '连不上亮窗服务。请检查它是否在运行，然后再试。',
  en: 'The Bright Window server cannot be reached. Check that it runs, then try again.',
}

/** The message for a failed call. */
export function readableError(failure: unknown): ReadableError {
  const sent =
    failure instanceof TRPCClientError ? (failure.data as { error?: ReadableError } | null)?.error : undefined
  return sent ?? offline
}

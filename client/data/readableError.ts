import type { ErrorDetails, ErrorName } from '#measures'
import { TRPCClientError } from '@trpc/client'

/** An error message in both languages. */
export interface ReadableError {
  name: ErrorName | 'offline'
  details: ErrorDetails
  zh: string
  en: string
}

/** The error of a call without a reply. */
export const offline: ReadableError = {
  name: 'offline',
  details: {},
  zh: '无法连接亮窗服务。请检查服务是否在运行，然后重试。',
  en: 'The Bright Window server cannot be reached. Check that it is running, then try again.',
}

/** The message for a failed call. */
export function readableError(failure: unknown): ReadableError {
  const sent =
    failure instanceof TRPCClientError ? (failure.data as { error?: ReadableError } | null)?.error : undefined
  return sent ?? offline
}

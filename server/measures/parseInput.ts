import type { z } from 'zod'
import { NamedError } from '../common/errors.ts'

/** The error for input that does not match its schema: the first wrong field, its value and the reason. */
export function inputError(error: z.ZodError, input: unknown): NamedError {
  const [issue] = error.issues
  const field = issue?.path.join('.') || 'question'
  const value = issue?.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    input,
  )
  const reason = issue?.message ?? ''
  const isMissing = value === undefined || value === ''
  return new NamedError('bad-question', {
    field,
    value: isMissing ? reason : `${shortened(value)} (${reason})`,
  })
}

/** Validates outside input with a schema. Errors: bad-question. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw inputError(result.error, input)
}

/** A value as JSON text; … where it is nested too deeply. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '…'
  }
}

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : textOf(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

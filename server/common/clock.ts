import { NamedError } from './errors.ts'

/**
 * Returns the present instant. Everything reads the time through it, so that tests and demonstrations can fix
 * it with BW_NOW.
 */
export type Clock = () => Date

/**
 * A clock fixed at BW_NOW (an ISO instant with offset) where that is set, and the machine's clock
 * otherwise.
 */
export function clockFrom(fixed: string | undefined): Clock {
  if (!fixed) return () => new Date()
  const instant = new Date(fixed)
  if (Number.isNaN(instant.getTime()))
    throw new NamedError('bad-arguments', { argument: 'BW_NOW', value: fixed })
  return () => new Date(instant)
}

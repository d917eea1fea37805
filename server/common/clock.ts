import { NamedError } from './errors.ts'

/** The one source of the present instant. Tests and demonstrations fix it through BW_NOW. */
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

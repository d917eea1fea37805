import type { Written } from '../write/written.ts'
import type { IssueDates } from './references.ts'

/** The values for the fields of a template. */
export interface Filling {
  written: Written
  dates: IssueDates
}

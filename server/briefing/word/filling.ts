import type { Written } from '../write/written.ts'
import type { IssueDates } from './references.ts'

/** What the fields of a template are filled from. */
export interface Filling {
  written: Written
  dates: IssueDates
}

import type { LocationQueryRaw } from 'vue-router'
import type { Figure, Filter, MeasureId } from '#measures'

/** A page of the product that keeps the filters of the present page. */
interface Evidence {
  name?: string
  params?: Record<string, string>
  query?: LocationQueryRaw
  hash?: string
}

/** Something that needs action, in the reader's language. */
export interface AttentionItem {
  key: string
  /** The amount in large type; `unit` is what it counts. */
  amount: string
  unit: string
  title: string
  detail: string
  /** Who acts; `next` is what to do. */
  owner: string
  next: string
  /** True where waiting makes it worse. */
  urgent: boolean
  /** The measure of the amount, whose definition can be opened; null where it counts no records. */
  measure: MeasureId | null
  /** The figure of that measure where it is known; `only` are the filters of its records. */
  figure: Figure | null
  only?: Filter[] | undefined
  /** The dates of its records, where they differ from the page's. */
  days?: string
  /** Its subject in the sentence at the top; `fault` is the problem, which is underlined. */
  subject: string
  fault: string
  /** The page with the evidence; null where the records of the figure are opened instead. */
  to: Evidence | null
}

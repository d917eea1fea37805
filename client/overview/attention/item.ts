import type { LocationQueryRaw } from 'vue-router'
import type { Figure, Filter, MeasureId } from '#measures'

/** A place of the product, with the filters of the page it is reached from. */
interface Evidence {
  name?: string
  params?: Record<string, string>
  query?: LocationQueryRaw
  hash?: string
}

/** One thing that somebody has to do something about, in words of the reader's language. */
export interface AttentionItem {
  key: string
  /** What is at stake, in large type, and what it counts. */
  amount: string
  unit: string
  title: string
  detail: string
  /** Who acts, and what comes next. */
  owner: string
  next: string
  /** True where waiting makes it worse. */
  urgent: boolean
  /** The measure behind its number, which opens the definition; null where it counts no records. */
  measure: MeasureId | null
  /** The parts of that figure, where they are known, and what limits its records. */
  figure: Figure | null
  only?: Filter[] | undefined
  /** The dates of its records, where they are not those of the page. */
  days?: string
  /** How it reads in the sentence on top: its subject, and what is wrong with it, underlined. */
  subject: string
  fault: string
  /** Where the evidence is; null where it is the records behind the figure. */
  to: Evidence | null
}

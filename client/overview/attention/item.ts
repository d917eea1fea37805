import type { RouteLocationRaw } from 'vue-router'
import type { Figure, Filter, MeasureId } from '#measures'

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
  /** How it reads in the sentence on top: its subject, and what is wrong with it, underlined. */
  subject: string
  fault: string
  /** Where the evidence is; null where it is the records behind the figure. */
  to: RouteLocationRaw | null
}

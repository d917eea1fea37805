import type { RouteLocationRaw } from 'vue-router'

/** One thing that somebody has to do something about: how much, what, who acts and what comes next. */
export interface Todo {
  key: string
  amount: string
  unit: string
  title: string
  detail: string
  who?: string
  /** True where waiting makes it worse. */
  urgent?: boolean
  /** Where the evidence is; without it the row opens its records. */
  to?: RouteLocationRaw
}

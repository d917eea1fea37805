import type { RouteLocationRaw } from 'vue-router'

/** Something that needs action: amount, description, owner and next step. */
export interface Todo {
  key: string
  amount: string
  unit: string
  title: string
  detail: string
  who?: string
  /** True where waiting makes it worse. */
  urgent?: boolean
  /** The address of the evidence; without it, the row opens its records. */
  to?: RouteLocationRaw
}

import type { InjectionKey } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

/** Where the figures of another day are shown, on a page whose period is not that of the filter bar. */
export const dayLinkKey: InjectionKey<(day: string) => RouteLocationRaw> = Symbol('dayLink')

import type { InjectionKey } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

/** Injects the link to the figures of another day, on pages that do not use the period of the filter bar. */
export const dayLinkKey: InjectionKey<(day: string) => RouteLocationRaw> = Symbol('dayLink')

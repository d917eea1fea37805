import type { ComputedRef } from 'vue'
import type { Outputs } from '../data/trpc.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** An entry of the audit log. */
export type AuditRow = Outputs['audit']['list'][number]

/** A page left open asks on after its session ended: refused, but nobody's doing. */
export const isUnattended = (row: Pick<AuditRow, 'action' | 'actor'>): boolean =>
  row.action === 'refused' && row.actor === '-'

/** How an action is called; one of another version, for which there are no words, by its own name. */
export function useActionName(): (name: string) => string {
  const { t } = useI18n()
  return name => {
    const said = t(`actions.${name}`)
    return said === `actions.${name}` ? name : said
  }
}

/** The actions that can be looked for, by name. Two versions of an action have one name: the newer stands. */
export function useActions(): ComputedRef<{ action: string; name: string }[]> {
  const words = useI18n()
  const start = 'actions.'
  return computed(() => {
    // Sentences are kept under their whole names.
    const keys = Object.keys(words.getLocaleMessage('zh')).filter(key => key.startsWith(start))
    const byName = new Map(keys.map(key => [words.t(key), key.slice(start.length)]))
    return Array.from(byName, ([name, action]) => ({ name, action })).toSorted((a, b) =>
      a.name.localeCompare(b.name, words.locale.value),
    )
  })
}

import type { ComputedRef } from 'vue'
import type { Outputs } from '../data/trpc.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** An entry of the audit log. */
export type AuditRow = Outputs['audit']['list'][number]

/**
 * True for a refusal of an anonymous request: a page that is left open keeps reading after its session has
 * ended, which nobody has caused.
 */
export const isUnattended = (row: Pick<AuditRow, 'action' | 'actor'>): boolean =>
  row.action === 'refused' && row.actor === '-'

/** Returns the shown name of an action; actions of other versions, without a text, keep their own name. */
export function useActionName(): (name: string) => string {
  const { t } = useI18n()
  return name => {
    const said = t(`actions.${name}`)
    return said === `actions.${name}` ? name : said
  }
}

/** The actions to filter by, sorted by name. Where two actions have the same name, the later one is kept. */
export function useActions(): ComputedRef<{ action: string; name: string }[]> {
  const words = useI18n()
  const start = 'actions.'
  return computed(() => {
    // Texts are stored with their full key, such as `actions.export`.
    const keys = Object.keys(words.getLocaleMessage('zh')).filter(key => key.startsWith(start))
    const byName = new Map(keys.map(key => [words.t(key), key.slice(start.length)]))
    return Array.from(byName, ([name, action]) => ({ name, action })).toSorted((a, b) =>
      a.name.localeCompare(b.name, words.locale.value),
    )
  })
}

import type { Outputs } from '../data/trpc.ts'
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

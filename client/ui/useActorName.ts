import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useMe } from '../stores/me.ts'

const demoRoles = ['leader', 'clerk', 'windowChief', 'tradingChief', 'inspection', 'administrator'] as const

/** Who stands in a log without being an account. */
const nobody = [
  { name: 'server', said: 'server' },
  { name: 'demo', said: 'demo' },
  { name: '-', said: 'stranger' },
] as const

/**
 * How accounts are called on a page. The demo's accounts, whose names begin with a prefix that no other
 * account may have, are called by their role; the product itself, its demonstration data and somebody who is
 * not signed in by what they are; all others by their own name.
 */
export function useActorName(): (name: string) => string {
  const { t } = useI18n()
  return name => {
    const itself = nobody.find(one => one.name === name)
    if (itself) return t(`audit.itself.${itself.said}`)
    const role = demoRoles.find(one => name === `demo-${one}`)
    return role ? t('access.demoRole', { role: t(`roles.${role}`) }) : name
  }
}

/** How the account that is signed in is called. */
export function useMyName(): ComputedRef<string> {
  const me = useMe()
  const actorName = useActorName()
  return computed(() => (me.me?.demo ? actorName(me.me.name) : (me.me?.shownName ?? '')))
}

import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useMe } from '../stores/me.ts'

const demoRoles = ['leader', 'clerk', 'windowChief', 'tradingChief', 'inspection', 'administrator'] as const

/**
 * How accounts are called on a page. The demo's accounts, whose names begin with a prefix that no other
 * account may have, are called by their role; all others by their own name.
 */
export function useActorName(): (name: string) => string {
  const { t } = useI18n()
  return name => {
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

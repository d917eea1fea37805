import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useMe } from '../stores/me.ts'

const demoRoles = ['leader', 'clerk', 'windowChief', 'tradingChief', 'inspection', 'administrator'] as const

/**
 * Returns a function that gives the shown name of an account. Demo accounts, whose names begin with a
 * reserved prefix, are shown by their role.
 */
export function useActorName(): (name: string) => string {
  const { t } = useI18n()
  return name => {
    const role = demoRoles.find(role => name === `demo-${role}`)
    return role ? t('access.demoRole', { role: t(`roles.${role}`) }) : name
  }
}

/** The shown name of the signed-in account. */
export function useMyName(): ComputedRef<string> {
  const me = useMe()
  const actorName = useActorName()
  return computed(() => (me.me?.demo ? actorName(me.me.name) : (me.me?.shownName ?? '')))
}

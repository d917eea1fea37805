import { useI18n } from 'vue-i18n'
import { useActorName } from './useActorName.ts'

/** Actors in logs that are no accounts. */
const nobody = [
  { name: 'server', said: 'server' },
  { name: 'demo', said: 'demo' },
  { name: '-', said: 'stranger' },
] as const

/**
 * Returns a function that gives the shown name of an actor in a log. The product itself, its demo data and
 * anonymous users have fixed names; all others are named as accounts.
 */
export function useLoggedName(): (name: string) => string {
  const { t } = useI18n()
  const actorName = useActorName()
  return name => {
    const itself = nobody.find(actor => actor.name === name)
    return itself ? t(`audit.itself.${itself.said}`) : actorName(name)
  }
}

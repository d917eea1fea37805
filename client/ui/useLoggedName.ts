import { useI18n } from 'vue-i18n'
import { useActorName } from './useActorName.ts'

/** Who stands in a log without being an account. */
const nobody = [
  { name: 'server', said: 'server' },
  { name: 'demo', said: 'demo' },
  { name: '-', said: 'stranger' },
] as const

/**
 * How a log calls who did something: the product itself, its demonstration data and somebody who was not
 * signed in by what they are; all others as accounts are called.
 */
export function useLoggedName(): (name: string) => string {
  const { t } = useI18n()
  const actorName = useActorName()
  return name => {
    const itself = nobody.find(one => one.name === name)
    return itself ? t(`audit.itself.${itself.said}`) : actorName(name)
  }
}

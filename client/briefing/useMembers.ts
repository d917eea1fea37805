import type { Ref } from 'vue'
import type { Outputs } from '../data/trpc.ts'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { usePaper } from './paperStore.ts'

type Member = Outputs['centres']['members'][number]

/** The members of a dimension, and functions for their names in the text before a number. */
export function useMembers(
  centre: string,
  dimension: Readonly<Ref<string>>,
): {
  members: Readonly<Ref<Member[] | null>>
  nameOf: (code: string | undefined) => string
  naming: (subject: string, codes: { was: string | undefined; now: string }) => string
} {
  const paper = usePaper()
  const { value: members } = useServerQuery(
    'centres.members.figure',
    () => (dimension.value === '' ? null : { centres: [centre], dimension: dimension.value }),
    async (input, signal) => trpc.centres.members.query(input, { signal }),
  )
  const nameOf = (code: string | undefined): string =>
    members.value?.find(member => member.code === code)?.[paper.language] ?? ''
  /**
   * The text before a number with the name of the chosen member, so that it is not taken for the whole
   * hall's.
   */
  function naming(subject: string, { was, now }: { was: string | undefined; now: string }): string {
    const between = paper.language === 'zh' ? '' : ', '
    const [before, name] = [nameOf(was) + between, nameOf(now)]
    const rest = nameOf(was) && subject.startsWith(before) ? subject.slice(before.length) : subject
    return name && !rest.includes(name) ? name + between + rest : rest
  }
  return { members, nameOf, naming }
}

import type { Ref } from 'vue'
import type { Outputs } from '../data/trpc.ts'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { usePaper } from './paperStore.ts'

type Member = Outputs['centres']['members'][number]

/** The members of a dimension to choose from, and their names in the words before a number. */
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
    members.value?.find(one => one.code === code)?.[paper.language] ?? ''
  /** The words with the chosen member before them: a number of one window is none of the hall. */
  function naming(subject: string, { was, now }: { was: string | undefined; now: string }): string {
    const between = paper.language === 'zh' ? '' : ', '
    const [before, name] = [nameOf(was) + between, nameOf(now)]
    const rest = nameOf(was) && subject.startsWith(before) ? subject.slice(before.length) : subject
    return name && !rest.includes(name) ? name + between + rest : rest
  }
  return { members, nameOf, naming }
}

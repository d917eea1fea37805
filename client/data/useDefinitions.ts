import type { Loaded } from './useServerQuery.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

type Definition = Awaited<ReturnType<typeof trpc.measures.list.query>>[number]

/**
 * The texts of every measure's definition, by the measure's name; read from the server when one is
 * first opened.
 */
export function useDefinitions(): Loaded<Map<string, Definition>> {
  return useServerQuery(
    'measures.list',
    () => true,
    async (_, signal) => {
      const definitions = await trpc.measures.list.query(undefined, { signal })
      return new Map(definitions.map(definition => [definition.id, definition]))
    },
  )
}

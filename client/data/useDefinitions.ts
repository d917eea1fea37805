import type { Loaded } from './useAsync.ts'
import { trpc } from './trpc.ts'
import { useAsync } from './useAsync.ts'

type Definition = Awaited<ReturnType<typeof trpc.measures.list.query>>[number]

let known: Promise<Map<string, Definition>> | null = null

async function fetchDefinitions(): Promise<Map<string, Definition>> {
  return new Map((await trpc.measures.list.query()).map(one => [one.id, one]))
}

/** How every measure is counted, in words, by its name. The server has them; they are fetched once, when somebody first wants to read one. */
export function useDefinitions(): Loaded<Map<string, Definition>> {
  return useAsync(() => true, async () => {
    known ??= fetchDefinitions()
    return known.catch((error: unknown) => {
      known = null
      throw error
    })
  })
}

import type { Loaded } from '../data/useServerQuery.ts'
import type { EntryForm } from './forms.ts'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'

/** What forms need to know of a centre: the forms themselves and the windows to choose among. */
interface FormParts {
  forms: EntryForm[]
  windows: { code: string; zh: string; en: string }[]
}

/** The forms of the centre on the page, with its windows. */
export function useForms(): Loaded<FormParts> {
  const centre = useCentre()
  return useServerQuery(
    'entries.forms',
    () => centre.code,
    async (code, signal) => {
      const [forms, windows] = await Promise.all([
        trpc.entries.forms.query({ centre: code }, { signal }),
        trpc.centres.members.query({ centres: [code], dimension: 'window' }, { signal }),
      ])
      return { forms, windows }
    },
  )
}

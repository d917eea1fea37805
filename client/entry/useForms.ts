import type { Loaded } from '../data/useServerQuery.ts'
import type { EntryForm } from './forms.ts'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'

/** The forms of a centre, and the windows to choose from. */
interface FormParts {
  forms: EntryForm[]
  windows: { code: string; zh: string; en: string }[]
}

/** Reads the forms of the page's centre, with its windows. */
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

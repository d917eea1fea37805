import type { Names } from '#measures'
import type { Outputs } from '../data/trpc.ts'

/** A form for one kind of row. */
export type EntryForm = Outputs['entries']['forms'][number]
export type FormField = EntryForm['fields'][number]
/** An error in a field, or a warning about an unusual value. */
export type Remark = Outputs['entries']['save']['unusual'][number]
/** A stored entry. */
export type Entry = Outputs['entries']['list']['entries'][number]

type Member = { code: string } & Names

/** The values of an entry as text, in the order of its form; empty ones are left out. */
export function valuesInWords(
  entry: Pick<Entry, 'values' | 'target'>,
  forms: readonly EntryForm[],
  { language, windows }: { language: keyof Names; windows: readonly Member[] },
): { name: string; label: string; text: string }[] {
  const form = forms.find(form => form.target === entry.target)
  return (form?.fields ?? []).flatMap(field => {
    const value = entry.values[field.name] ?? ''
    if (value === '' || field.kind === 'photo') return []
    const member = field.refersTo === 'window' ? windows.find(member => member.code === value) : undefined
    const text = field.values?.[value]?.[language] ?? member?.[language] ?? value.replace('T', ' ')
    return [{ name: field.name, label: field.names[language], text }]
  })
}

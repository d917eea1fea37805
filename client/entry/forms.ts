import type { Names } from '#measures'
import type { Outputs } from '../data/trpc.ts'

/** A form for rows of one kind. */
export type EntryForm = Outputs['entries']['forms'][number]
export type FormField = EntryForm['fields'][number]
/** What is wrong with a field, or far from the usual. */
export type Remark = Outputs['entries']['save']['unusual'][number]
/** A row as somebody entered it. */
export type Entry = Outputs['entries']['list']['entries'][number]

type Member = { code: string } & Names

/** The values of an entry in words, in the order of its form; blank ones are left out. */
export function valuesInWords(
  entry: Pick<Entry, 'values' | 'target'>,
  forms: readonly EntryForm[],
  { language, windows }: { language: keyof Names; windows: readonly Member[] },
): { name: string; label: string; text: string }[] {
  const form = forms.find(one => one.target === entry.target)
  return (form?.fields ?? []).flatMap(field => {
    const value = entry.values[field.name] ?? ''
    if (value === '' || field.kind === 'photo') return []
    const member = field.refersTo === 'window' ? windows.find(one => one.code === value) : undefined
    const text = field.values?.[value]?.[language] ?? member?.[language] ?? value.replace('T', ' ')
    return [{ name: field.name, label: field.names[language], text }]
  })
}

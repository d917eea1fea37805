import type { Names } from '#measures'
import type { FormField } from './forms.ts'
import { cellsOf } from '../ui/copiedCells.ts'

type Member = { code: string } & Names

/**
 * The code for a text that may be a code or a name in either language; the text itself where none is found.
 */
function codeOf(field: FormField, text: string, windows: readonly Member[]): string {
  const members: readonly Member[] =
    field.refersTo === 'window'
      ? windows
      : field.kind === 'flag'
        ? [
            { code: '1', zh: '是', en: 'Yes' },
            { code: '0', zh: '否', en: 'No' },
          ]
        : Object.entries(field.values ?? {}).map(([code, names]) => ({ code, ...names }))
  const is = (member: Member): boolean =>
    [member.code, member.zh, member.en].some(name => name.toLowerCase() === text.toLowerCase())
  return members.find(is)?.code ?? text
}

const isoDay = (text: string): string => {
  const match = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/.exec(text)
  return match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}` : text
}

/** Converts a text from a spreadsheet to the form's value. */
export const valueOf = (field: FormField, text: string, windows: readonly Member[]): string =>
  field.kind === 'day'
    ? isoDay(text)
    : field.kind === 'number'
      ? text.replaceAll(/[,，]/g, '')
      : codeOf(field, text, windows)

/**
 * Converts pasted cells to rows by field. If the first row contains headings, they identify the columns;
 * otherwise the columns follow those of the sheet from the cell into which they were pasted.
 */
export function pastedRows(
  text: string,
  { fields, from, windows }: { fields: readonly FormField[]; from: number; windows: readonly Member[] },
): Record<string, string>[] {
  const [first = [], ...rest] = cellsOf(text)
  const named = first.map(heading =>
    fields.find(({ name, names, inFiles }) =>
      [name, names.zh, names.en, inFiles?.zh, inFiles?.en].includes(heading),
    ),
  )
  const hasHeadings = named.filter(Boolean).length >= Math.max(1, first.length / 2)
  const columns = hasHeadings ? named : fields.slice(from)
  return (hasHeadings ? rest : [first, ...rest])
    .filter(cells => cells.length > 0)
    .map(cells =>
      Object.fromEntries(
        cells.flatMap((cell, place) => {
          const field = columns[place]
          return field ? [[field.name, valueOf(field, cell, windows)] as const] : []
        }),
      ),
    )
}

import type { Language, MeasureId } from '#measures'
import type { RowsAnswer } from '../../server/query/rows.ts'
import { factsOf, measureNamed, rowText } from '#measures'

/** The measures of deadlines: their records are read for the verdict and its two days. */
const ofDeadlines: ReadonlySet<MeasureId> = new Set<MeasureId>([
  'onTimeRate',
  'overdueRate',
  'overdueCompletions',
  'overdueOpenCases',
  'nearDueCases',
  'statutoryOverdueRate',
])

interface Reading {
  /** The columns for which the records are opened, next to their code. */
  columns: readonly string[]
  /** The first order, where the measure has no number of its own. */
  order: { orderBy: string; descending: boolean }
}

/** How the records of a measure are read; null where the columns stay in their own order. */
function readingOf(id: MeasureId): Reading | null {
  if (ofDeadlines.has(id)) {
    const isOpen = id === 'overdueOpenCases' || id === 'nearDueCases'
    return {
      columns: ['committedVerdict', 'committedDueDay', 'completedAt', 'workedMilliDays'],
      // Open cases are most urgent where they were due first.
      order: isOpen
        ? { orderBy: 'committedDueDay', descending: false }
        : { orderBy: 'completedAt', descending: true },
    }
  }
  const facts = factsOf(measureNamed(id))
  return facts.length === 1 && facts[0] === 'feedback'
    ? {
        columns: ['givenDay', 'repliedDay', 'calledBack', 'closedDay'],
        order: { orderBy: 'givenDay', descending: true },
      }
    : null
}

/** The order in which the records of a measure are first listed; of attendance, the absences. */
export const firstOrder = (id: MeasureId): { orderBy: string; descending: boolean } =>
  id === 'attendanceRate'
    ? { orderBy: 'attendedHalfDays', descending: false }
    : (readingOf(id)?.order ?? { orderBy: 'measured', descending: true })

/**
 * Moves the columns for which the records are opened next to their code, and columns that are empty in all
 * records behind the others.
 */
export function askedFirst(page: RowsAnswer, id: MeasureId): RowsAnswer {
  const asked = readingOf(id)?.columns
  if (!asked) return page
  const placeOf = (key: string): number => page.columns.findIndex(column => column.key === key)
  const front = [0, ...asked.map(placeOf).filter(place => place > 0)]
  const rest = page.columns.map((_, place) => place).filter(place => !front.includes(place))
  const isEmpty = (place: number): boolean => page.rows.every(row => row[place] === null)
  const places = [...front, ...rest.filter(place => !isEmpty(place)), ...rest.filter(place => isEmpty(place))]
  const moved = <T>(list: readonly T[]): T[] => places.flatMap(place => list.slice(place, place + 1))
  return { ...page, columns: moved(page.columns), rows: page.rows.map(moved) }
}

const worded: ReadonlySet<string> = new Set(['list', 'item', 'window', 'unit', 'centre'])

/**
 * The columns of names that say the same in every listed record, with what they say. Neither the code nor the
 * column that sorts is one of them.
 */
export function alikeColumns(
  { columns, rows }: RowsAnswer,
  orderBy: string | undefined,
  say: { language: Language; yes: string },
): { key: string; name: string; text: string }[] {
  if (rows.length < 2) return []
  return columns.flatMap(({ key, names, shows }, place) => {
    if (place === 0 || key === orderBy || !worded.has(shows)) return []
    const texts = new Set(rows.map(row => rowText(row[place], shows, say)))
    const [text = ''] = texts
    return texts.size === 1 && text !== '' ? [{ key, name: names[say.language], text }] : []
  })
}

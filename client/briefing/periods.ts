import type { Day } from '#measures'
import { addMonths, dayFromText, monthStart, textOfDay, yearOf } from '#measures'

/** A period that a template offers: what a question calls it. */
const monthsOf: Record<'month' | 'quarter' | 'half' | 'year', number> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
}

function nameOf(template: keyof typeof monthsOf, start: Day): string {
  const text = textOfDay(start)
  const month = Number(text.slice(5, 7))
  switch (template) {
    case 'month':
      return text.slice(0, 7)
    case 'quarter':
      return `${yearOf(start)}-Q${Math.ceil(month / 3)}`
    case 'half':
      return `${yearOf(start)}-H${month <= 6 ? 1 : 2}`
    case 'year':
      return text.slice(0, 4)
  }
}

/**
 * The periods of a regular template that have begun, the last finished one first, back to the centre's
 * opening or a few years.
 */
export function periodsFor(
  template: string,
  { today, openedOn }: { today: string; openedOn: string | null },
): string[] {
  const day = dayFromText(today) ?? 0
  const opened = openedOn === null ? null : dayFromText(openedOn)
  if (template !== 'month' && template !== 'quarter' && template !== 'half' && template !== 'year') return []
  const months = monthsOf[template]
  const month = Number(today.slice(5, 7))
  const start = addMonths(monthStart(day), -((month - 1) % months))
  const starts = Array.from({ length: template === 'month' ? 240 : 80 }, (_, place) =>
    addMonths(start, -place * months),
  )
  const begun = starts.filter(one => (opened === null ? one > day - 1500 : addMonths(one, months) > opened))
  // The running one comes after the last that is over.
  const [running, last, ...rest] = begun.map(one => nameOf(template, one))
  return [last, running, ...rest].filter(one => one !== undefined)
}

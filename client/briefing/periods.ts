import type { Day } from '#measures'
import { addMonths, dayFromText, isNamedError, monthStart, parsePeriod, textOfDay, yearOf } from '#measures'

/** The months of the periods that a template offers. */
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
 * The periods of a regular template that have begun, the last complete one first, back to the opening of the
 * centre, or some years where it is unknown.
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
  // The running period comes after the last complete one.
  const [running, last, ...rest] = begun.map(one => nameOf(template, one))
  return [last, running, ...rest].filter(name => name !== undefined)
}

/** The first and the last day of a period in a question; null while its dates are incomplete. */
export function daysOf(asked: string, today: string): { from: string; to: string } | null {
  try {
    const { from, to } = parsePeriod(asked, dayFromText(today) ?? 0)
    return { from: textOfDay(from), to: textOfDay(to) }
  } catch (error) {
    if (isNamedError(error)) return null
    throw error
  }
}

/** Groups periods by year in their order, because there may be two hundred months. */
export function byYear(periods: readonly string[]): [year: string, periods: string[]][] {
  const years = new Map<string, string[]>()
  for (const period of periods) {
    const year = period.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), period])
  }
  return [...years]
}

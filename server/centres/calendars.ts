import type { PublishedDays } from '#measures'
import type { Database } from '../storage/database.ts'
import { createRequire } from 'node:module'
import { dayFromText, dayOf, textOfDay, weekdayOf, yearOf } from '#measures'

/** The name of the State Council's calendar among the product's calendars. */
export const nationalCalendar = 'cn'

// TRICKY: the functions of chinese-days read dates in the machine's own zone (in Los Angeles they move
// every holiday by a day), so only its data is used: the days off, and the weekends that are worked.
const data = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  holidays: Record<string, string>
  workdays: Record<string, string>
}

// chinese-days answers for every year and is silent about those it does not know (docs/domain.md
// section 2.1), so its range is kept here.
const firstYear = 2004
const lastYear = 2026
// 国办发明电〔2004〕17号 makes this Saturday a working day; the library says otherwise.
const corrections: Record<string, boolean> = { '2005-12-31': true }

/** The published years that come with the product: whole years and their departures from Monday to Friday. */
export function shippedCalendar(): PublishedDays & { years: number[]; departures: [number, boolean][] } {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  const departures: [number, boolean][] = []
  for (let day = dayOf(firstYear, 1, 1); day < dayOf(lastYear + 1, 1, 1); day++) {
    const text = textOfDay(day)
    const working =
      corrections[text] ?? (text in data.workdays || (!(text in data.holidays) && weekdayOf(day) <= 5))
    if (working !== weekdayOf(day) <= 5) departures.push([day, working])
  }
  return { years, departures }
}

/** The days off around a public holiday of one year, with the name of the holiday. */
interface Holiday {
  zh: string
  en: string
  year: number
  from: number
  to: number
}

/** The most days between two days off that still belong to one holiday: 中秋 and 国庆 in the same week. */
const mostBetween = 2

function holidaysOf(days: readonly (readonly [day: number, en: string, zh: string])[]): Holiday[] {
  const holidays: Holiday[] = []
  let stretch: Holiday[] = []
  let last = -Infinity
  for (const [day, en, zh] of days) {
    if (day - last > mostBetween) stretch = []
    last = day
    if (!stretch.some(holiday => holiday.zh === zh)) {
      const holiday = { zh, en, year: yearOf(day), from: stretch[0]?.from ?? day, to: day }
      stretch.push(holiday)
      holidays.push(holiday)
    }
    // New Year's days off may begin in December; they count for the year in which they end.
    for (const holiday of stretch) Object.assign(holiday, { to: day, year: yearOf(day) })
  }
  return holidays
}

/** The public holidays of the published years with all days off around them. */
export const shippedHolidays: readonly Holiday[] = holidaysOf(
  Object.entries(data.holidays)
    .map(([date, said]) => {
      const [en = '', zh = ''] = said.split(',')
      return [dayFromText(date) ?? 0, en, zh] as const
    })
    .sort(([a], [b]) => a - b),
)

const dateOf = (day: number): Date => new Date(day * 86_400_000)

/**
 * Writes the shipped years into an empty calendar table. Years that are already there are left as they
 * are.
 */
export async function seedCalendar({ prisma }: Database): Promise<void> {
  if ((await prisma.workCalendarYear.count({ where: { calendar: nationalCalendar } })) > 0) return
  const shipped = shippedCalendar()
  await prisma.$transaction([
    prisma.workCalendarDay.createMany({
      data: shipped.departures.map(([day, working]) => ({
        calendar: nationalCalendar,
        day: dateOf(day),
        working,
      })),
    }),
    prisma.workCalendarYear.createMany({
      data: shipped.years.map(year => ({ calendar: nationalCalendar, year, source: 'chinese-days 1.5.7' })),
    }),
  ])
}

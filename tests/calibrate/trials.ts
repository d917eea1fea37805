import type { Usual, XmrSignal } from '#measures'
import {
  addMonths,
  dayFromText,
  monthStart,
  nameMembers,
  shareEvidence,
  usualOf,
  wholeBucketsOf,
} from '#measures'
import { calendar } from '../support/calendar.ts'
import { Chance, simulatedHall } from '../support/simulated.ts'

/** Each simulated hall runs for so many years, of which the first two only teach what is usual. */
const yearsRun = 6
const monthsTaught = 24
const monthsSeen = 36
const first = dayFromText('2020-01-01') ?? 0

type Days = ReturnType<typeof simulatedHall>

const hallWith = (seed: number, levelOn?: (day: number) => number): Days =>
  simulatedHall(new Chance(seed), {
    from: first,
    to: addMonths(first, yearsRun * 12) - 1,
    ...(levelOn && { levelOn }),
  })

/** What was known on the morning after so many whole months. */
function judgedAfter(days: Days, months: number): Usual | null {
  const end = addMonths(first, months) - 1
  const start = addMonths(first, Math.max(0, months - monthsSeen))
  const known = days.filter(({ day }) => day >= start && day <= end)
  return usualOf({ days: known, buckets: wholeBucketsOf(known), calendar, perDay: true })
}

/** Signals of the last month that the month before did not have: what would be told. */
function told({ signals, points }: Usual): XmrSignal[] {
  const last = points.length - 1
  const old = new Set(signals.filter(({ at }) => at === last - 1).map(({ rule, side }) => `${rule} ${side}`))
  return signals.filter(({ at, rule, side }) => at === last && !old.has(`${rule} ${side}`))
}

/** How often a hall in which nothing happens would be told of, and how wide its usual range is. */
export function falseAlarms(years: number): {
  years: number
  alarms: number
  halfWidths: number[]
  steps: number
} {
  const halls = Math.ceil((years * 12) / (yearsRun * 12 - monthsTaught))
  const totals = { years: 0, alarms: 0, halfWidths: [] as number[], steps: 0 }
  for (let seed = 1; seed <= halls; seed++) {
    const days = hallWith(seed)
    for (let months = monthsTaught + 1; months <= yearsRun * 12; months++) {
      const usual = judgedAfter(days, months)
      if (!usual) continue
      totals.years += 1 / 12
      totals.alarms += told(usual).length > 0 ? 1 : 0
      totals.steps += usual.steps.length > 0 ? 1 : 0
      totals.halfWidths.push(usual.halfWidth)
    }
  }
  return totals
}

/** After how many whole months a lasting change of level is told; null where a year passes without. */
export function delays(size: number, halls: number): (number | null)[] {
  return Array.from({ length: halls }, (_, seed) => {
    const since = addMonths(first, 36 + (seed % 12))
    const days = hallWith(1000 + seed, day => (day >= since ? 290 * (1 + size) : 290))
    const start = 36 + (seed % 12)
    const side = size < 0 ? 'low' : 'high'
    for (let after = 1; after <= 12; after++) {
      const usual = judgedAfter(days, start + after)
      const isStep = usual?.steps.some(({ factor }) => factor < 1 === size < 0) ?? false
      if (usual && (isStep || told(usual).some(signal => signal.side === side))) return after
    }
    return null
  })
}

/** How often a single month that is too low is told when it is over, and how often in the year after. */
export function singleMonths(size: number, halls: number): { told: number; again: number } {
  const counts = { told: 0, again: 0 }
  for (let seed = 0; seed < halls; seed++) {
    const start = 36 + (seed % 12)
    const month = addMonths(first, start)
    const days = hallWith(2000 + seed, day => (monthStart(day) === month ? 290 * (1 + size) : 290))
    for (let after = 1; after <= 12; after++) {
      const usual = judgedAfter(days, start + after)
      const isTold = usual !== null && told(usual).some(({ side }) => side === 'low')
      if (isTold && after === 1) counts.told++
      else if (isTold) counts.again++
    }
  }
  return counts
}

const shareOf = (k: number, n: number): number => k / n

/** Lists of 45 windows in which chance alone sets them apart: how many name somebody, and whom of all. */
export function shuffledLists(lists: number): {
  lists: number
  naming: number
  members: number
  named: number
} {
  const totals = { lists, naming: 0, members: 0, named: 0 }
  for (let seed = 1; seed <= lists; seed++) {
    const chance = new Chance(3000 + seed)
    const sizes = Array.from({ length: 45 }, (_, window) => 40 + ((window * 97) % 1500))
    // The verdicts of all cases are dealt out anew, so that no window has anything to do with them.
    const cases = sizes.reduce((sum, n) => sum + n, 0)
    const verdicts = chance.shuffled(Array.from({ length: cases }, (_, at) => at < cases * 0.97))
    let at = 0
    const members = sizes.map((n, window) => {
      const own = verdicts.slice(at, at + n)
      at += n
      return { code: `w${window}`, n, k: own.filter(Boolean).length }
    })
    const theta = shareOf(
      members.reduce((sum, { k }) => sum + k, 0),
      cases,
    )
    const { named, lookedAt } = nameMembers(shareEvidence(members, theta))
    totals.naming += named.length > 0 ? 1 : 0
    totals.named += named.length
    totals.members += lookedAt
  }
  return totals
}

/** How often a window of 400 cases that is planted at 88 % among others at 97 % is named. */
export function plantedWindows(lists: number): number {
  return Array.from({ length: lists }, (_, seed) => {
    const chance = new Chance(5000 + seed)
    const members = Array.from({ length: 45 }, (__, window) => {
      const n = window === 9 ? 400 : 40 + ((window * 97) % 1500)
      return { code: `w${window}`, n, k: chance.binomial(n, window === 9 ? 0.88 : 0.97) }
    })
    const theta = members.reduce((sum, { k }) => sum + k, 0) / members.reduce((sum, { n }) => sum + n, 0)
    return nameMembers(shareEvidence(members, theta)).named.some(({ code }) => code === 'w9')
  }).filter(Boolean).length
}

import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Numbering, PaperSettings } from './settings.ts'
import { NamedError } from '#measures'
import { templateMasthead } from './frame.ts'
import { nextIssue, runOf } from './number.ts'

type Wanted = Pick<PaperSettings, 'masthead' | 'numbering'>

/** The numbers that settings would give to the next issues of a year. */
interface NextNumbers {
  /** The numbers of the next issue and the next special issue, as printed. */
  month: string
  special: string
  /** Runs of other mastheads with higher numbers in that year: the new run would begin below them. */
  others: { run: string; year: number; number: number }[]
}

const nameOf = ({ masthead }: Wanted): string => masthead || templateMasthead

/** The runs of a centre in a year, with the highest signed number of each. */
async function lastOf(
  { prisma }: Database,
  { centreId, year }: { centreId: number; year: number },
): Promise<{ run: string; year: number; number: number }[]> {
  const rows = await prisma.briefing.groupBy({
    by: ['run'],
    where: { centreId, year, run: { not: null } },
    _max: { number: true },
  })
  return rows.map(({ run, _max }) => ({ run: run ?? '', year, number: _max.number ?? 0 }))
}

/** Previews the numbers that settings would give, before they are saved. */
export async function nextNumbers(
  database: Database,
  { centre, wanted, year }: { centre: Pick<Centre, 'id'>; wanted: Wanted; year: number },
): Promise<NextNumbers> {
  const name = nameOf(wanted)
  const next = async (series: 'month' | 'special') =>
    nextIssue(database, {
      centre,
      stored: { series, language: 'zh', replaces: null, document: { masthead: { name } } },
      paper: wanted,
      year,
    })
  const [month, special] = [await next('month'), await next('special')]
  const own = new Set([month.numbered.run, special.numbered.run])
  const all = await lastOf(database, { centreId: centre.id, year })
  return {
    month: month.words,
    special: special.words,
    others: all.filter(({ run, number }) => !own.has(run) && number >= month.numbered.number),
  }
}

const starts = [
  { key: 'start', series: 'month' },
  { key: 'specialStart', series: 'special' },
] as const satisfies { key: keyof Numbering; series: string }[]

/** Refuses a newly typed first number that is already signed in its year. Errors: issue-number-taken. */
export async function refuseTakenStarts(
  database: Database,
  { centre, before, now }: { centre: Pick<Centre, 'id'>; before: Wanted; now: Wanted },
): Promise<void> {
  for (const { key, series } of starts) {
    const [was, start] = [before.numbering[key], now.numbering[key]]
    if (start === null || JSON.stringify(was) === JSON.stringify(start)) continue
    const { year, number } = start
    const run = runOf(nameOf(now), series, now.numbering)
    const last = (await lastOf(database, { centreId: centre.id, year })).find(issue => issue.run === run)
    if (last && number <= last.number)
      throw new NamedError('issue-number-taken', { year, number, last: last.number })
  }
}

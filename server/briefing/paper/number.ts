import type { Language } from '#measures'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { IssueNumber, Stored } from '../store.ts'
import type { Numbering, PaperSettings } from './settings.ts'
import { storedOf } from '../store.ts'

/** The number of an issue in its run. */
export type Numbered = IssueNumber & { run: string; total: number }

const isSpecial = (series: string): boolean => series === 'special'

/** The run that counts an issue: that of its masthead, or the separate run of special issues. */
export const runOf = (name: string, series: string, { special }: Numbering): string =>
  isSpecial(series) && special === 'run' ? `${name}·special` : name

/** A number as printed: 2012年第46期, 第46期 专刊, 专刊第3期, 2026年第3期（总第48期）, with the edition for a correction. */
export function issueWords(
  issue: IssueNumber & { total: number },
  { series, numbering, language }: { series: string; numbering: Numbering; language: Language },
): string {
  const { year, number, total, edition } = issue
  const ownRun = isSpecial(series) && numbering.special === 'run'
  const label = isSpecial(series) && !ownRun
  if (language === 'en')
    return [
      `${isSpecial(series) ? 'Special issue ' : ''}No. ${number}${numbering.withYear ? ` of ${year}` : ''}`,
      ...(numbering.withTotal ? [` (${total} in all)`] : []),
      ...(edition > 1 ? [`, corrected edition ${edition}`] : []),
    ].join('')
  return [
    numbering.withYear ? `${year}年` : '',
    `${ownRun ? '专刊' : ''}第${number}期`,
    numbering.withTotal ? `（总第${total}期）` : '',
    label ? '　专刊' : '',
    edition > 1 ? `（更正第${edition - 1}次）` : '',
  ].join('')
}

/** The number of a corrected edition, in the form of the issue that it replaces. */
function correctedWords(
  replaced: string,
  { edition, language }: { edition: number; language: Language },
): string {
  return language === 'zh'
    ? `${replaced.replace(/（更正第\d+次）$/, '')}（更正第${edition - 1}次）`
    : `${replaced.replace(/, corrected edition \d+$/, '')}, corrected edition ${edition}`
}

interface Counted {
  centre: Pick<Centre, 'id'>
  stored: Pick<Stored, 'series' | 'language' | 'replaces'> & { document: { masthead: { name: string } } }
  paper: Pick<PaperSettings, 'masthead' | 'numbering'>
  year: number
}

/** A number, and its printed form. */
interface InWords {
  numbered: Numbered
  words: string
}

/** The same number with the next edition, for an issue that replaces a withdrawn one; null for others. */
async function nextEdition({ prisma }: Database, { centre, stored }: Counted): Promise<InWords | null> {
  if (stored.replaces === null) return null
  const replaced = await prisma.briefing.findUnique({
    where: { centreId_id: { centreId: centre.id, id: stored.replaces } },
  })
  if (replaced?.year == null || replaced.number === null) return null
  const { run, year, number, total } = replaced
  const editions = await prisma.briefing.aggregate({
    where: { centreId: centre.id, run, year, number },
    _max: { edition: true },
  })
  const edition = (editions._max.edition ?? 0) + 1
  const { document, language } = storedOf(replaced)
  return {
    numbered: { run: run ?? '', year, number, total: total ?? number, edition },
    words: correctedWords(document.masthead.issue, { edition, language }),
  }
}

/**
 * The next issue number of a year: for a correction, the replaced number with the next edition; else the
 * number after the last one of the run, and at least the run's first number.
 */
export async function nextIssue(database: Database, counted: Counted): Promise<InWords> {
  const again = await nextEdition(database, counted)
  if (again) return again
  const { stored, paper } = counted
  const { series, language } = stored
  const numbered = await nextInRun(database, counted)
  return { numbered, words: issueWords(numbered, { series, numbering: paper.numbering, language }) }
}

async function nextInRun(database: Database, counted: Counted): Promise<Numbered> {
  const { centre, stored, paper, year } = counted
  const { numbering } = paper
  const { name } = stored.document.masthead
  const run = runOf(name, stored.series, numbering)
  const begun = run === name ? numbering.start : numbering.specialStart
  // The first number in the settings applies to the centre's own masthead only.
  const start = paper.masthead === '' || paper.masthead === name ? begun : null
  const [inYear, inAll] = await Promise.all([
    database.prisma.briefing.aggregate({ where: { centreId: centre.id, run, year }, _max: { number: true } }),
    database.prisma.briefing.aggregate({
      where: { centreId: centre.id, run },
      _max: { total: true },
      _count: { number: true },
    }),
  ])
  const first = start?.year === year ? start.number : 1
  return {
    run,
    year,
    number: Math.max((inYear._max.number ?? 0) + 1, first),
    total: Math.max((inAll._max.total ?? inAll._count.number) + 1, start?.total ?? 1),
    edition: 1,
  }
}

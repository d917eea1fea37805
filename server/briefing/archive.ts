import type { MeasureId } from '#measures'
import type { Briefing } from '../../prisma/generated/client.ts'
import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'
import type { BriefingDocument } from './document.ts'
import type { Frozen, IssueNumber } from './store.ts'
import { bareText, referenceKey } from '#measures'
import { figuresOf } from './document.ts'
import { storedOf } from './store.ts'

/** A briefing in the list of the archive. */
interface Listed {
  id: number
  series: string
  language: string
  state: 'draft' | 'frozen' | 'withdrawn'
  review: 'open' | 'submitted' | 'returned'
  title: string
  from: string
  to: string
  issue: IssueNumber | null
  /** The number as printed; empty for a draft. */
  number: string
  author: string
  /** The name of the signatory; empty for a draft. */
  approver: string
  editedBy: string
  editedAt: string
  frozenAt: string | null
  replaces: number | null
}

/** The filters of a search; `text` is searched in the whole text. */
interface ArchiveSearch {
  text?: string | undefined
  series?: string | undefined
  state?: Listed['state'] | undefined
  review?: Listed['review'] | undefined
  before?: number | undefined
  limit: number
}

const day = (date: Date): string => date.toISOString().slice(0, 10)

type Row = Pick<
  Briefing,
  | 'id'
  | 'series'
  | 'language'
  | 'state'
  | 'review'
  | 'title'
  | 'periodFrom'
  | 'periodTo'
  | 'year'
  | 'number'
  | 'edition'
  | 'author'
  | 'editedBy'
  | 'editedAt'
  | 'frozenAt'
  | 'frozen'
  | 'document'
  | 'replaces'
>

function listed(row: Row): Listed {
  const { periodFrom, periodTo, year, number, edition, editedAt, frozenAt, frozen, document, ...kept } = row
  const signed = frozen as unknown as Frozen | null
  const { masthead } = document as unknown as BriefingDocument
  return {
    ...kept,
    from: day(periodFrom),
    to: day(periodTo),
    issue: year === null || number === null ? null : { year, number, edition },
    number: signed ? masthead.issue : '',
    approver: signed?.approver ?? '',
    editedAt: editedAt.toISOString(),
    frozenAt: frozenAt?.toISOString() ?? null,
  }
}

/** Removes spaces between a number and a Chinese unit, as in print: 104 宗 becomes 104宗. */
const asPrinted = (text: string): string => text.replaceAll(/(\d)\s+(?=\p{Script=Han})/gu, '$1')

/** Lists briefings of a centre, newest first. */
export async function listBriefings(
  { prisma }: Database,
  centre: Centre,
  { text, series, state, review, before, limit }: ArchiveSearch,
): Promise<Listed[]> {
  const briefings = await prisma.briefing.findMany({
    where: {
      centreId: centre.id,
      ...(text && { words: { contains: asPrinted(text), mode: 'insensitive' } }),
      ...(series && { series }),
      ...(state && { state }),
      ...(review && { review, state: 'draft' }),
      ...(before !== undefined && { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: limit,
    select: {
      id: true,
      series: true,
      language: true,
      state: true,
      review: true,
      title: true,
      periodFrom: true,
      periodTo: true,
      year: true,
      number: true,
      edition: true,
      author: true,
      editedBy: true,
      editedAt: true,
      frozenAt: true,
      frozen: true,
      document: true,
      replaces: true,
    },
  })
  return briefings.map(listed)
}

/** The value of a measure in one issue. */
interface Reported {
  id: number
  title: string
  /** The issue number as printed. */
  number: string
  series: string
  state: Listed['state']
  from: string
  to: string
  text: string
  value: number | null
  numerator: number | null
  n: number | null
  fingerprint: string
}

/**
 * The values of a measure in all issues that reported it for a whole period, as printed then, earliest period
 * first.
 */
export async function reportedAcross(
  { prisma }: Database,
  centre: Centre,
  measure: MeasureId,
): Promise<Reported[]> {
  const rows = await prisma.briefing.findMany({
    where: { centreId: centre.id, state: { not: 'draft' } },
    orderBy: [{ periodFrom: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap((row): Reported[] => {
    const stored = storedOf(row)
    const ref = figuresOf(stored.document).find(
      figure =>
        figure.measure === measure &&
        figure.shows === 'value' &&
        !figure.filters?.length &&
        figure.form === 'plain',
    )
    const reading = ref && stored.readings.figures[referenceKey(ref)]
    if (!reading) return []
    const { from, to, text, value, numerator, n, fingerprint } = reading
    return [
      {
        id: row.id,
        title: row.title,
        number: stored.document.masthead.issue,
        series: stored.series,
        state: row.state,
        from,
        to,
        text: bareText(ref, text),
        value,
        numerator,
        n,
        fingerprint,
      },
    ]
  })
}

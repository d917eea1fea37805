import type { Language, Readings } from '#measures'
import type { Briefing, Prisma } from '../../prisma/generated/client.ts'
import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import type { ChangesSinceReturn } from './changesSinceReturn.ts'
import type { DraftFinding } from './checks.ts'
import type { BriefingDocument } from './document.ts'
import { NamedError } from '#measures'
import { hashOf } from '../common/canonical.ts'
import { withBlockIds } from './blockIds.ts'
import { changesSince } from './changesSinceReturn.ts'

/** What is stored when a briefing is signed. */
export interface Frozen {
  at: string
  author: string
  approver: string
  /** The scope with which the figures were read. */
  scope: Scope
  dataVersion: number
  dataUntil: string | null
  /** The last batch that the figures include. */
  lastBatch: number
  findings: DraftFinding[]
}

export interface IssueNumber {
  year: number
  number: number
  edition: number
  /** The number across all years; absent from issues that are older than such numbers. */
  total?: number
}

/** A stored briefing. */
export interface Stored {
  id: number
  series: string
  language: Language
  state: 'draft' | 'frozen' | 'withdrawn'
  /** The review state of a draft. */
  review: 'open' | 'submitted' | 'returned'
  from: string
  to: string
  comparison: string
  document: BriefingDocument
  readings: Readings
  revision: number
  author: string
  editedBy: string
  editedAt: string
  issue: IssueNumber | null
  frozen: Frozen | null
  hash: string | null
  withdrawn: { at: string; by: string; why: string } | null
  replaces: number | null
  /** For a returned draft, the changes since then; else null. */
  changes: ChangesSinceReturn | null
}

export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
const dayOfDate = (date: Date): string => date.toISOString().slice(0, 10)

/** The JSON in the database was validated by `documentSchema` or created here, and is read back unchanged. */
export const asJson = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue

/** Converts a database row. */
export function storedOf(row: Briefing): Stored {
  const { year, number, edition, total } = row
  const kept = row.document as unknown as BriefingDocument
  const document = row.state === 'draft' ? withBlockIds(kept, place => `b${place}`) : kept
  return {
    id: row.id,
    series: row.series,
    language: row.language === 'en' ? 'en' : 'zh',
    state: row.state,
    review: row.review,
    from: dayOfDate(row.periodFrom),
    to: dayOfDate(row.periodTo),
    comparison: row.comparison,
    document,
    readings: row.readings as unknown as Readings,
    revision: row.revision,
    author: row.author,
    editedBy: row.editedBy,
    editedAt: row.editedAt.toISOString(),
    issue:
      year === null || number === null ? null : { year, number, edition, ...(total !== null && { total }) },
    frozen: row.frozen as unknown as Frozen | null,
    hash: row.hash,
    withdrawn: row.withdrawnAt && {
      at: row.withdrawnAt.toISOString(),
      by: row.withdrawnBy ?? '',
      why: row.withdrawnWhy ?? '',
    },
    replaces: row.replaces,
    changes: row.state === 'draft' ? changesSince(document, row.returned) : null,
  }
}

/** The hash of everything in a signed issue. Any change of it changes the hash. */
export function hashOfIssue({
  series,
  language,
  from,
  to,
  comparison,
  document,
  readings,
  issue,
  frozen,
}: Pick<
  Stored,
  'series' | 'language' | 'from' | 'to' | 'comparison' | 'document' | 'readings' | 'issue' | 'frozen'
>): string {
  return hashOf({ series, language, from, to, comparison, document, readings, issue, frozen })
}

/**
 * Reads a briefing. An issue whose content no longer matches its hash is refused. Errors: briefing-not-found,
 * briefing-altered.
 */
export async function findBriefing({ prisma }: Database, centre: Centre, id: number): Promise<Stored> {
  const row = await prisma.briefing.findUnique({ where: { centreId_id: { centreId: centre.id, id } } })
  if (!row) throw new NamedError('briefing-not-found', { briefing: id })
  const stored = storedOf(row)
  if (stored.hash !== null && hashOfIssue(stored) !== stored.hash)
    throw new NamedError('briefing-altered', { briefing: id })
  return stored
}

/** The latest revision number of a briefing. Errors: briefing-not-found. */
export async function revisionOf({ prisma }: Database, centre: Centre, id: number): Promise<number> {
  const row = await prisma.briefing.findUnique({
    where: { centreId_id: { centreId: centre.id, id } },
    select: { revision: true },
  })
  if (!row) throw new NamedError('briefing-not-found', { briefing: id })
  return row.revision
}

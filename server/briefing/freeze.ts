import type { Language } from '#measures'
import type { Finding, FindingKind } from './checks.ts'
import type { Desk } from './desk.ts'
import type { BriefingDocument } from './document.ts'
import type { ReadDocument } from './read.ts'
import type { Frozen, IssueNumber, Stored } from './store.ts'
import { NamedError, yearOf } from '#measures'
import { findingsOf } from './checks.ts'
import { searchable } from './document.ts'
import { readDocument } from './read.ts'
import { asJson, findBriefing, hashOfIssue } from './store.ts'

/** 第3期, 专刊第1期; a corrected edition says so. */
export function issueWords(series: string, { year, number, edition }: IssueNumber, language: Language): string {
  if (language === 'en')
    return `${series === 'special' ? 'Special issue ' : ''}No. ${number} of ${year}${edition > 1 ? `, corrected edition ${edition}` : ''}`
  return `${year}年${series === 'special' ? '专刊' : ''}第${number}期${edition > 1 ? `（更正第${edition - 1}次）` : ''}`
}

/** Which draft is frozen, as which revision, and what its approver knows and accepts. */
export interface FreezeRequest { id: number, revision: number, accepts: readonly FindingKind[] }

async function openDraft({ centre, asking }: Desk, { id, revision }: Pick<FreezeRequest, 'id' | 'revision'>): Promise<Stored> {
  const stored = await findBriefing(asking.database, centre, id)
  if (stored.state !== 'draft')
    throw new NamedError('briefing-frozen', { briefing: id })
  if (stored.revision !== revision)
    throw new NamedError('briefing-changed', { by: stored.editedBy, revision: stored.revision })
  return stored
}

async function lookAt({ centre, asking }: Desk, { document, to }: Stored): Promise<{ read: ReadDocument, findings: Finding[] }> {
  const read = await readDocument(document, { centre: centre.code, language: document.language, asking })
  return { read, findings: await findingsOf({ centre, document, to, read, asking }) }
}

/** What its approver ought to know of a draft. Errors: briefing-not-found, briefing-frozen, briefing-changed. */
export async function checkDraft(desk: Desk, request: Pick<FreezeRequest, 'id' | 'revision'>): Promise<Finding[]> {
  return (await lookAt(desk, await openDraft(desk, request))).findings
}

/** The number of the next issue: the one it takes the place of with a higher edition, or the first that is free in its series and year. */
async function nextIssue({ centre, asking: { database, now } }: Desk, { series, replaces }: Stored): Promise<IssueNumber> {
  const { prisma } = database
  const replaced = replaces === null ? null : await prisma.briefing.findUnique({ where: { centreId_id: { centreId: centre.id, id: replaces } } })
  if (replaced?.year != null && replaced.number !== null) {
    const editions = await prisma.briefing.aggregate({ where: { centreId: centre.id, series, year: replaced.year, number: replaced.number }, _max: { edition: true } })
    return { year: replaced.year, number: replaced.number, edition: (editions._max.edition ?? 0) + 1 }
  }
  const year = yearOf(centre.hall.zone.localAt(now.getTime()).day)
  const numbers = await prisma.briefing.aggregate({ where: { centreId: centre.id, series, year }, _max: { number: true } })
  return { year, number: (numbers._max.number ?? 0) + 1, edition: 1 }
}

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === 'P2002'

/** Writes the issue down under its number. False where somebody else took the number in the same moment. */
async function writeIssue({ centre, asking: { database, now } }: Desk, draft: Stored, { issue, frozen, read }: { issue: IssueNumber, frozen: Frozen, read: ReadDocument }): Promise<boolean> {
  const document: BriefingDocument = { ...draft.document, masthead: { ...draft.document.masthead, issue: issueWords(draft.series, issue, draft.language) } }
  const hash = hashOfIssue({ ...draft, document, readings: read.readings, issue, frozen })
  const data = { state: 'frozen' as const, document: asJson(document), words: searchable(document), readings: asJson(read.readings), ...issue, frozen: asJson(frozen), frozenAt: now, hash }
  try {
    const written = await database.prisma.briefing.updateMany({ where: { centreId: centre.id, id: draft.id, revision: draft.revision, state: 'draft' }, data })
    if (written.count === 0)
      throw new NamedError('briefing-changed', { by: draft.editedBy, revision: draft.revision })
    return true
  }
  catch (error) {
    if (isTaken(error))
      return false
    throw error
  }
}

function refuseUnready(findings: readonly Finding[], accepts: readonly FindingKind[]): void {
  const open = findings.filter(({ kind, blocks }) => blocks || !accepts.includes(kind))
  if (open.length > 0)
    throw new NamedError('briefing-not-ready', { findings: open.map(({ kind }) => kind).join(', ') })
}

/**
 * Freezes a draft: its figures are read and checked once more, then document, figures, definitions, scope, author, approver and a hash are
 * kept, and it never changes again. The number is given here, without gaps per year and series. Errors: briefing-not-ready where something
 * found was not accepted, briefing-changed, briefing-frozen, briefing-not-found.
 */
export async function freezeDraft(desk: Desk, request: FreezeRequest): Promise<Stored> {
  const { centre, asking, by } = desk
  const { database, now, scope } = asking
  const draft = await openDraft(desk, request)
  const lastBatch = (await database.prisma.importBatch.aggregate({ where: { centreId: centre.id, committedAt: { not: null } }, _max: { id: true } }))._max.id ?? 0
  const { read, findings } = await lookAt(desk, draft)
  refuseUnready(findings, request.accepts)
  const frozen: Frozen = { at: now.toISOString(), author: draft.author, approver: by, scope, dataVersion: read.dataVersion, dataUntil: read.dataUntil, lastBatch, findings }
  for (let tries = 0; tries < 20; tries++) {
    if (await writeIssue(desk, draft, { issue: await nextIssue(desk, draft), frozen, read }))
      return findBriefing(database, centre, draft.id)
  }
  throw new NamedError('briefing-changed', { by: draft.editedBy, revision: draft.revision })
}

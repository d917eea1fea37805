import type { BriefingContext } from './briefingContext.ts'
import type { DraftFinding, FindingKind } from './checks.ts'
import type { BriefingDocument } from './document.ts'
import type { Numbered } from './paper/number.ts'
import type { ReadDocument } from './read.ts'
import type { Frozen, Stored } from './store.ts'
import { NamedError } from '#measures'
import { findingsOf } from './checks.ts'
import { correctionLines } from './correction.ts'
import { searchable } from './document.ts'
import { paperFindings } from './paper/checks.ts'
import { dateOfIssue } from './paper/expected.ts'
import { dated } from './paper/frame.ts'
import { nextIssue } from './paper/number.ts'
import { paperOf } from './paper/settings.ts'
import { published } from './published.ts'
import { readDocument } from './read.ts'
import { asJson, findBriefing, hashOfIssue } from './store.ts'

/** The draft and revision to sign, and the findings that the signatory accepts. */
interface FreezeRequest {
  id: number
  revision: number
  accepts: readonly FindingKind[]
}

async function openDraft(
  { centre, context }: BriefingContext,
  { id, revision }: Pick<FreezeRequest, 'id' | 'revision'>,
): Promise<Stored> {
  const stored = await findBriefing(context.database, centre, id)
  if (stored.state !== 'draft') throw new NamedError('briefing-frozen', { briefing: id })
  if (stored.revision !== revision)
    throw new NamedError('briefing-changed', { by: stored.editedBy, revision: stored.revision })
  return stored
}

async function lookAt(
  briefing: BriefingContext,
  draft: Stored,
): Promise<{ read: ReadDocument; findings: DraftFinding[] }> {
  const { centre, context } = briefing
  const { document, to } = draft
  const read = await readDocument(document, { centre: centre.code, language: document.language, context })
  const findings = await findingsOf({ centre, document, to, read, context })
  return { read, findings: [...findings, ...(await paperFindings(briefing, draft))] }
}

/**
 * The findings that the signatory should know. Errors: briefing-not-found, briefing-frozen, briefing-changed.
 */
export async function checkDraft(
  briefing: BriefingContext,
  request: Pick<FreezeRequest, 'id' | 'revision'>,
): Promise<DraftFinding[]> {
  return (await lookAt(briefing, await openDraft(briefing, request))).findings
}

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === 'P2002'

/** What is stored with a signed issue besides its text. */
interface Issuing {
  numbered: Numbered
  words: string
  frozen: Frozen
  read: ReadDocument
  correction: string[]
}

/** Stores the issue under its number. False where the number was taken at the same moment. */
async function writeIssue(
  briefing: BriefingContext,
  draft: Stored,
  { numbered, words, frozen, read, correction }: Issuing,
): Promise<boolean> {
  const {
    centre,
    context: { database, now },
  } = briefing
  const { run, ...issue } = numbered
  const kept = dated(published(draft.document, read.readings), dateOfIssue(briefing, draft))
  const document: BriefingDocument = {
    ...kept,
    masthead: { ...kept.masthead, issue: words },
    ...(correction.length > 0 && { correction }),
  }
  const hash = hashOfIssue({ ...draft, document, readings: read.readings, issue, frozen })
  const data = {
    state: 'frozen' as const,
    document: asJson(document),
    words: searchable(document, read.readings),
    readings: asJson(read.readings),
    ...issue,
    run,
    frozen: asJson(frozen),
    frozenAt: now,
    hash,
  }
  try {
    const written = await database.prisma.briefing.updateMany({
      where: { centreId: centre.id, id: draft.id, revision: draft.revision, state: 'draft' },
      data,
    })
    if (written.count === 0)
      throw new NamedError('briefing-changed', { by: draft.editedBy, revision: draft.revision })
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

function refuseUnready(findings: readonly DraftFinding[], accepts: readonly FindingKind[]): void {
  const open = findings.filter(({ kind, blocks }) => blocks || !accepts.includes(kind))
  if (open.length > 0)
    throw new NamedError('briefing-not-ready', { findings: open.map(({ kind }) => kind).join(', ') })
}

/**
 * Signs a draft: reads and checks its figures once more, then stores document, figures, definitions, scope,
 * author, approver and a hash. The issue never changes again. Its number is assigned here, without gaps per
 * run and year of its date. Errors: briefing-not-ready where a finding was not accepted, briefing-returned
 * where it was returned and not submitted again, briefing-changed, briefing-frozen, briefing-not-found.
 */
export async function freezeDraft(briefing: BriefingContext, request: FreezeRequest): Promise<Stored> {
  const { centre, context, by } = briefing
  const { database, now, scope } = context
  const draft = await openDraft(briefing, request)
  if (draft.review === 'returned') throw new NamedError('briefing-returned', { briefing: draft.id })
  const lastBatch =
    (
      await database.prisma.importBatch.aggregate({
        where: { centreId: centre.id, committedAt: { not: null } },
        _max: { id: true },
      })
    )._max.id ?? 0
  const { read, findings } = await lookAt(briefing, draft)
  refuseUnready(findings, request.accepts)
  const frozen: Frozen = {
    at: now.toISOString(),
    author: draft.author,
    approver: by,
    scope,
    dataVersion: read.dataVersion,
    dataUntil: read.dataUntil,
    lastBatch,
    findings,
  }
  const paper = await paperOf(database, centre)
  const correction = await correctionLines(briefing, draft, read.readings)
  const year = Number(dateOfIssue(briefing, draft).slice(0, 4))
  for (let tries = 0; tries < 20; tries++) {
    const { numbered, words } = await nextIssue(database, { centre, stored: draft, paper, year })
    if (await writeIssue(briefing, draft, { numbered, words, frozen, read, correction }))
      return findBriefing(database, centre, draft.id)
  }
  throw new NamedError('briefing-changed', { by: draft.editedBy, revision: draft.revision })
}

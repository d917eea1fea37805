import type { BriefingContext } from '../briefingContext.ts'
import type { BriefingDocument } from '../document.ts'
import type { Stored } from '../store.ts'
import { textOfDay } from '#measures'
import { dated } from './frame.ts'
import { nextIssue } from './number.ts'
import { paperOf } from './settings.ts'

/** The local date of an issue: the chosen one, or the day of signing. */
export const dateOfIssue = (
  { centre, context: { now } }: BriefingContext,
  { document }: Pick<Stored, 'document'>,
): string => document.masthead.issuedOn ?? textOfDay(centre.hall.zone.localAt(now.getTime()).day)

/** The number that a draft would get if it were signed now, as printed. */
export async function nextWords(briefing: BriefingContext, draft: Stored): Promise<string> {
  const { centre, context } = briefing
  const paper = await paperOf(context.database, centre)
  const year = Number(dateOfIssue(briefing, draft).slice(0, 4))
  return (await nextIssue(context.database, { centre, stored: draft, paper, year })).words
}

/** A draft with the date that it would get if it were signed now. */
export const datedNow = (briefing: BriefingContext, draft: Stored): BriefingDocument =>
  dated(draft.document, dateOfIssue(briefing, draft))

import type { Names } from '#measures'
import type { BriefingContext } from '../briefingContext.ts'
import type { DraftFinding, FindingKind, FindingName } from '../checks.ts'
import type { Stored } from '../store.ts'
import { draftOf } from '../draft.ts'
import { templateOfSeries } from '../likeLast.ts'
import { dateOf, storedOf } from '../store.ts'
import { paperOf } from './settings.ts'
import { typedBeside, typedNumbers } from './typedNumbers.ts'

const mostNamed = 12
const finding = (kind: FindingKind, names: FindingName[]): DraftFinding[] =>
  names.length === 0 ? [] : [{ kind, blocks: false, count: names.length, names: names.slice(0, mostNamed) }]

/**
 * Finds a draft whose name differs from the centre's masthead, because it was begun before that was set or
 * was renamed. Its number would belong to another run.
 */
async function otherMasthead({ centre, context }: BriefingContext, draft: Stored): Promise<Names[]> {
  const paper = await paperOf(context.database, centre)
  const { name } = draft.document.masthead
  // A correction stays under the masthead of what it corrects.
  if (draft.replaces !== null) return []
  // The settings are in the centre's own language.
  if (draft.language === 'en' || paper.masthead === '' || paper.masthead === name) return []
  return [
    { zh: `“${name}”，设置为“${paper.masthead}”`, en: `“${name}”, the settings say “${paper.masthead}”` },
  ]
}

/** Signed issues of the same kind and period, other than the one that this draft replaces. */
async function reportedBefore({ centre, context }: BriefingContext, draft: Stored): Promise<Names[]> {
  const { series, from, to, id, replaces } = draft
  const rows = await context.database.prisma.briefing.findMany({
    where: {
      centreId: centre.id,
      series,
      state: 'frozen',
      periodFrom: dateOf(from),
      periodTo: dateOf(to),
      id: { notIn: [id, ...(replaces === null ? [] : [replaces])] },
    },
    orderBy: { id: 'asc' },
    take: 5,
  })
  return rows.map(row => {
    const { title, masthead } = storedOf(row).document
    return { zh: `《${title}》${masthead.issue}`, en: `“${title}” ${masthead.issue}` }
  })
}

/** Numbers in typed text that the template did not write. */
async function typedByHand({ centre, context }: BriefingContext, draft: Stored): Promise<FindingName[]> {
  const { document, from, to, comparison, language } = draft
  // Filling the template reads records, so it is done only where there are numbers to compare.
  if (typedNumbers(document).length === 0) return []
  const asked = { template: templateOfSeries(draft), period: `${from}..${to}`, comparison, language }
  const { document: template } = await draftOf(centre, asked, context)
  return typedBeside(document, template)
}

/** Signed issues with the same registration, other than the one that this draft replaces. */
async function registrationTaken({ centre, context }: BriefingContext, draft: Stored): Promise<Names[]> {
  const { registration = '' } = draft.document.ending
  if (registration.trim() === '') return []
  const rows = await context.database.prisma.briefing.findMany({
    where: {
      centreId: centre.id,
      state: 'frozen',
      id: { not: draft.id },
      document: { path: ['ending', 'registration'], equals: registration },
    },
    orderBy: { id: 'asc' },
    take: 5,
  })
  return rows.map(row => {
    const { title, masthead } = storedOf(row).document
    return {
      zh: `${registration}，《${title}》${masthead.issue}`,
      en: `${registration}, “${title}” ${masthead.issue}`,
    }
  })
}

/**
 * The checks of a draft as a paper: typed numbers, masthead, registration, and other issues about its period.
 */
export async function paperFindings(briefing: BriefingContext, draft: Stored): Promise<DraftFinding[]> {
  return [
    ...finding('typedNumbers', await typedByHand(briefing, draft)),
    ...finding('otherMasthead', await otherMasthead(briefing, draft)),
    ...finding('registrationTaken', await registrationTaken(briefing, draft)),
    ...finding('reportedBefore', await reportedBefore(briefing, draft)),
  ]
}

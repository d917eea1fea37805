import type { Language } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { BriefingDocument } from './document.ts'
import type { Claim, TemplateName } from './templates/given.ts'
import { measureIds, NamedError, parsePeriod, textOfDay } from '#measures'
import { claimsOf } from '../centres/claims.ts'
import { notesOf } from '../centres/notes.ts'
import { withBaseSentence } from './baseSentence.ts'
import { newFrame } from './paper/newFrame.ts'
import { praisePhotos } from './photos.ts'
import { problemsOf } from './problems.ts'
import { compressedFrom, speedupOf } from './specialFacts.ts'
import { compose } from './templates/index.ts'

/** The request for a draft. */
export interface DraftRequest {
  template: TemplateName
  period: string
  comparison: string
  language: Language
}

/** The document that a template produced, and its local dates. */
interface Draft {
  document: BriefingDocument
  from: string
  to: string
}

async function claimsIn(
  centre: Centre,
  days: { from: string; to: string },
  { database }: QueryContext,
): Promise<Claim[]> {
  const stated = await claimsOf(database, { centre: centre.code, ...days })
  return stated.flatMap(({ measure, zh, en, source, value, from, to }) => {
    const id = measureIds.find(id => id === measure)
    return id ? [{ measure: id, sentence: zh, sentenceEn: en, source, value, from, to }] : []
  })
}

/** The most photos that are added automatically. */
const mostPhotos = 2

const issues = {
  special: { zh: '（专刊）', en: '(special issue)' },
  draft: { zh: '（草稿）', en: '(draft)' },
} as const

/** The past days of a period. Errors: period-not-begun where it has none. */
function finishedDays(period: { from: number; to: number }, today: number): { from: string; to: string } {
  const to = Math.min(period.to, today - 1)
  if (to < period.from)
    throw new NamedError('period-not-begun', { from: textOfDay(period.from), to: textOfDay(period.to) })
  return { from: textOfDay(period.from), to: textOfDay(to) }
}

/**
 * Creates a draft about a period, a running one until yesterday. Its numbers are references. Errors:
 * period-not-begun, those of a question.
 */
export async function draftOf(centre: Centre, asked: DraftRequest, context: QueryContext): Promise<Draft> {
  const { template, language } = asked
  const today = centre.hall.zone.localAt(context.now.getTime()).day
  const period = parsePeriod(asked.period, today)
  const days = finishedDays(period, today)
  const isSpecial = template === 'special'
  const hoursADay = centre.hall.minutesOn(period.from) / 60 || null
  const [claims, speedup, compressed, notes, photos, problems] = await Promise.all([
    claimsIn(centre, days, context),
    isSpecial
      ? speedupOf(centre.code, { period: `${days.from}..${days.to}`, language, hoursADay }, context)
      : null,
    isSpecial ? compressedFrom(centre, days, context) : null,
    notesOf(context.database, centre, { ...days, viewer: { name: '', scope: context.scope } }),
    praisePhotos(centre, { ...days, language }, context),
    isSpecial ? [] : problemsOf({ centre, ...days, language, context }),
  ])
  const document = compose(template, {
    language,
    centreName: language === 'zh' ? centre.name : centre.nameEn,
    openedOn: centre.openedOn,
    ...days,
    asked: { from: textOfDay(period.from), to: textOfDay(period.to) },
    comparison: asked.comparison,
    date: textOfDay(today),
    issue: issues[isSpecial ? 'special' : 'draft'][language],
    claims,
    speedup,
    compressedFrom: compressed,
    notes: notes.filter(note => note.window === null),
    photos: photos.slice(0, mostPhotos),
    problems,
  })
  const based = await withBaseSentence(document, { centre, context, language })
  return { document: await newFrame(context.database, { centre, document: based }), ...days }
}

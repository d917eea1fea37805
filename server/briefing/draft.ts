import type { Language } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Asking } from '../query/ground.ts'
import type { BriefingDocument } from './document.ts'
import type { Claim, Speedup, TemplateName } from './templates/index.ts'
import { measureIds, parsePeriod, textOfDay } from '#measures'
import { claimsOf } from '../centres/claims.ts'
import { notesOf } from '../centres/notes.ts'
import { askRows } from '../query/rows.ts'
import { compose } from './templates/index.ts'

/** What a draft is asked to be. */
export interface DraftRequest { template: TemplateName, period: string, comparison: string, language: Language }

/** A document as its template writes it, and the local dates that it is about. */
export interface Draft { document: BriefingDocument, from: string, to: string }

/** The green-channel case that was fastest against its law: the longest legal limit first, then the shortest time. Null where there is none. */
async function speedupOf(centre: string, { period, language }: { period: string, language: Language }, asking: Asking): Promise<Speedup | null> {
  const found = await askRows({ measure: 'actualSpeedup', centres: [centre], period, orderBy: 'greenChannel', descending: true, limit: 500 }, asking)
  const at = (column: string): number => found.columns.findIndex(one => one.key === column)
  const [green, statutory, worked, item, number] = ['greenChannel', 'statutoryMilliDays', 'workedMilliDays', 'itemId', 'caseNumber'].map(at)
  const cases = found.rows.filter(row => row[green ?? -1] === true).flatMap((row): Speedup[] => {
    const name = row[item ?? -1]
    return typeof name === 'object' && name !== null ? [{ item: name[language], caseNumber: String(row[number ?? -1] ?? ''), statutory: Number(row[statutory ?? -1]) / 1000, worked: Number(row[worked ?? -1]) / 1000 }] : []
  })
  return cases.filter(one => one.worked > 0).toSorted((a, b) => b.statutory - a.statutory || a.worked - b.worked)[0] ?? null
}

async function claimsIn(centre: Centre, days: { from: string, to: string }, { database }: Asking): Promise<Claim[]> {
  const found = await claimsOf(database, { centre: centre.code, ...days })
  return found.flatMap(({ measure, zh, en, source, value }) => {
    const id = measureIds.find(one => one === measure)
    return id ? [{ measure: id, sentence: zh, sentenceEn: en, source, value }] : []
  })
}

const issues = { special: { zh: '（专刊）', en: '(special issue)' }, draft: { zh: '（草稿）', en: '(draft)' } } as const

/** Writes the draft of a briefing about a period; its numbers are references. Errors: those of a question. */
export async function draftOf(centre: Centre, asked: DraftRequest, asking: Asking): Promise<Draft> {
  const { template, language } = asked
  const today = centre.hall.zone.localAt(asking.now.getTime()).day
  const period = parsePeriod(asked.period, today)
  const days = { from: textOfDay(period.from), to: textOfDay(period.to) }
  const isSpecial = template === 'special'
  const [claims, speedup, notes] = await Promise.all([claimsIn(centre, days, asking), isSpecial ? speedupOf(centre.code, { period: `${days.from}..${days.to}`, language }, asking) : null, notesOf(asking.database, centre, { ...days, viewer: { name: '', scope: asking.scope } })])
  const document = compose(template, { language, centreName: language === 'zh' ? centre.name : centre.nameEn, openedOn: centre.openedOn, ...days, comparison: asked.comparison, date: textOfDay(period.to < today ? period.to : today), issue: issues[isSpecial ? 'special' : 'draft'][language], claims, speedup, notes: notes.filter(note => note.window === null) })
  return { document, ...days }
}

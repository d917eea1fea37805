import type { Language, MeasureId } from '#measures'
import type { BriefingDocument } from '../document.ts'
import { regularEnglish, specialEnglish } from './english.ts'
import { regular } from './regular.ts'
import { special } from './special.ts'

/** A case that the hall may be proud of: what the law allows and what it took, in working days. */
export interface Speedup { item: string, caseNumber: string, statutory: number, worked: number }

/** Something that was stated about the period. */
export interface Claim { measure: MeasureId, sentence: string, sentenceEn: string, source: string, value: number }

/** What a template is filled from besides the figures. */
export interface Given {
  language: Language
  /** In the language of the document. */
  centreName: string
  openedOn: string | null
  /** Local dates, both included. */
  from: string
  to: string
  comparison: string
  /** The local date of the briefing. */
  date: string
  issue: string
  claims: Claim[]
  speedup: Speedup | null
  /** What was set down about days of the period, in order of day. */
  notes: { day: string, text: string }[]
}

export const templateNames = ['month', 'quarter', 'half', 'year', 'special', 'custom'] as const
export type TemplateName = typeof templateNames[number]

/** What the regular issues are called. */
export const titles: Record<Exclude<TemplateName, 'special'>, Record<Language, string>> = {
  month: { zh: '政务服务与公共资源交易月报', en: 'Monthly report on services and public resource trading' },
  quarter: { zh: '政务服务与公共资源交易季报', en: 'Quarterly report on services and public resource trading' },
  half: { zh: '政务服务与公共资源交易半年报', en: 'Half-year report on services and public resource trading' },
  year: { zh: '政务服务与公共资源交易年报', en: 'Annual report on services and public resource trading' },
  custom: { zh: '政务服务与公共资源交易情况', en: 'Services and public resource trading' },
}

/** Writes the draft of a template. Pure: the same things given, the same document. */
export function compose(template: TemplateName, given: Given): BriefingDocument {
  if (template === 'special')
    return given.language === 'zh' ? special(given) : specialEnglish(given)
  const how = { title: titles[template][given.language], byMonth: template === 'year' }
  return given.language === 'zh' ? regular(given, how) : regularEnglish(given, how)
}

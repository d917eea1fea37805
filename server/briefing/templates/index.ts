import type { MeasureId } from '#measures'
import type { BriefingDocument } from '../document.ts'
import { regular } from './regular.ts'
import { special } from './special.ts'

/** A case that the hall may be proud of: what the law allows and what it took, in working days. */
export interface Speedup { item: string, caseNumber: string, statutory: number, worked: number }

/** Something that was stated about the period. */
export interface Claim { measure: MeasureId, sentence: string, source: string, value: number }

/** What a template is filled from besides the figures. */
export interface Given {
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
}

export const templateNames = ['month', 'quarter', 'half', 'year', 'special', 'custom'] as const
export type TemplateName = typeof templateNames[number]

/** Writes the draft of a template. Pure: the same things given, the same document. */
export function compose(template: TemplateName, given: Given): BriefingDocument {
  switch (template) {
    case 'month': return regular(given, '政务服务与公共资源交易月报')
    case 'quarter': return regular(given, '政务服务与公共资源交易季报')
    case 'half': return regular(given, '政务服务与公共资源交易半年报')
    case 'year': return regular(given, '政务服务与公共资源交易年报')
    case 'custom': return regular(given, '政务服务与公共资源交易情况')
    case 'special': return special(given)
  }
}

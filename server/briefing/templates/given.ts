import type { Language, MeasureId } from '#measures'
import type { PhotoBlock } from '../document.ts'

/** A problem of the period for the section on problems. Its figures are references, read with the text. */
export type Problem =
  | { kind: 'window'; code: string; name: string }
  /** `due`: the amount that a sum should have reached by the last day; null for a rate. */
  | { kind: 'goal'; measure: MeasureId; from: string; to: string; goal: string; due: string | null }
  | { kind: 'ceiling' }
  | { kind: 'replies' }

/** A notable case: the statutory limit and the time taken, in words. */
export interface Speedup {
  item: string
  caseNumber: string
  statutory: number
  words: string
}

/** A statement about the period. */
export interface Claim {
  measure: MeasureId
  sentence: string
  sentenceEn: string
  source: string
  value: number
  /** The local dates that the statement is about. */
  from: string
  to: string
}

/** The input of a template, besides figures. */
export interface Given {
  language: Language
  /** In the language of the document. */
  centreName: string
  openedOn: string | null
  /** Local dates, both included. */
  from: string
  to: string
  /** The requested dates; `to` lies before their end while they are not over. */
  asked: { from: string; to: string }
  comparison: string
  /** The local date of the briefing. */
  date: string
  issue: string
  claims: Claim[]
  speedup: Speedup | null
  /** The first day of the period, where committed limits were longer than at its end; else null. */
  compressedFrom: string | null
  /** Notes about days of the period, ordered by day. */
  notes: { day: string; text: string }[]
  /** The latest banners and letters with a photo, newest first. */
  photos: PhotoBlock[]
  problems: Problem[]
}

export const templateNames = ['month', 'quarter', 'half', 'year', 'special', 'custom'] as const
export type TemplateName = (typeof templateNames)[number]

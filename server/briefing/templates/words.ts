import type { MeasureId } from '#measures'
import type { Block, FigureRef, Inline } from '../document.ts'
import { dayFromText } from '#measures'

/** Writes references of one period and comparison. */
export class References {
  private readonly period: string
  private readonly comparison: string

  constructor(period: string, comparison: string) {
    this.period = period
    this.comparison = comparison
  }

  private ref(measure: MeasureId, more: Partial<FigureRef>): FigureRef {
    return { measure, period: this.period, comparison: 'none', shows: 'value', form: 'plain', ...more }
  }

  readonly plain = (measure: MeasureId): FigureRef => this.ref(measure, {})
  readonly about = (measure: MeasureId): FigureRef => this.ref(measure, { form: 'about' })
  readonly whole = (measure: MeasureId): FigureRef => this.ref(measure, { form: 'whole' })
  readonly change = (measure: MeasureId): FigureRef => this.ref(measure, { shows: 'change', comparison: this.comparison })
  /** A state on one day instead of over the period. */
  readonly on = (measure: MeasureId, day: string): FigureRef => this.ref(measure, { period: `${day}..${day}`, form: 'whole' })
  readonly noneOr = (measure: MeasureId, none: { zero: string, before: string }): FigureRef => this.ref(measure, { none })

  /** One row a measure, with its change where something is compared. */
  table(caption: string, measures: readonly MeasureId[]): Block {
    return { kind: 'table', caption, rows: measures.map(measure => ({ value: this.plain(measure), change: this.comparison === 'none' ? null : this.change(measure) })) }
  }
}

/** A paragraph of texts and numbers: say`已完成交易${f.plain('tradesConcluded')}。` */
export function say(texts: TemplateStringsArray, ...figures: Inline[]): Block {
  const inlines = texts.flatMap((text, place): Inline[] => {
    const figure = figures[place]
    return [text, ...figure === undefined ? [] : [figure]]
  })
  return { kind: 'paragraph', inlines: inlines.filter(inline => inline !== '') }
}

/** 2012年12月31日: Arabic, no leading zero (GB/T 9704). */
export function dateInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Whole months from the first to the last of some local dates, and the days over. */
export function monthsBetween(from: string, to: string): { months: number, days: number } {
  const [[fromYear = 0, fromMonth = 0, fromDate = 0], [toYear = 0, toMonth = 0, toDate = 0]] = [from.split('-').map(Number), to.split('-').map(Number)]
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth - (toDate < fromDate ? 1 : 0)
  const reached = new Date(Date.UTC(fromYear, fromMonth - 1 + months, fromDate)).toISOString().slice(0, 10)
  return { months, days: (dayFromText(to) ?? 0) - (dayFromText(reached) ?? 0) }
}

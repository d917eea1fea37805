import type { Clause, FigureRef, Granularity, MeasureId, NumberForm } from '#measures'
import type { Block, Inline } from '../document.ts'
import type { Given } from './given.ts'
import { addMonths, dayFromText } from '#measures'

type Words = Partial<Clause>

const clauseOf = (words: Words): Clause => ({ before: '', after: '', zero: null, ...words })

/** Creates references for one period. */
export class References {
  private readonly period: string
  private readonly comparison: string
  private readonly second: string

  /** `second` is a further comparison that sentences give after the chosen one. */
  constructor(period: string, comparison: string, second = 'previous') {
    this.period = period
    this.comparison = comparison
    this.second = second
  }

  private ref(measure: MeasureId, more: Partial<FigureRef>): FigureRef {
    return { measure, period: this.period, comparison: 'none', shows: 'value', form: 'plain', ...more }
  }

  readonly plain = (measure: MeasureId): FigureRef => this.ref(measure, {})
  /** A number with the words of its clause. */
  readonly clause = (measure: MeasureId, words: Words, form: NumberForm = 'plain'): FigureRef =>
    this.ref(measure, { form, clause: clauseOf(words) })
  /** The change by the chosen comparison; null for `none`. */
  readonly change = (measure: MeasureId, words?: Words): FigureRef | null =>
    this.comparison === 'none' ? null : this.against(this.comparison, measure, words)
  /** The changes by the chosen comparison and the second one; empty for `none`. */
  readonly bothChanges = (measure: MeasureId, before: string): (FigureRef | null)[] =>
    this.comparison === 'none'
      ? []
      : Array.from(new Set([this.comparison, this.second]), comparison =>
          this.against(comparison, measure, { before }),
        )
  private against(comparison: string, measure: MeasureId, words?: Words): FigureRef {
    return this.ref(measure, { shows: 'change', comparison, ...(words && { clause: clauseOf(words) }) })
  }

  /** A value on one day instead of over the period. */
  readonly on = (measure: MeasureId, day: string, words: Words): FigureRef =>
    this.ref(measure, { period: `${day}..${day}`, form: 'whole', clause: clauseOf(words) })
  /** The members with the largest values, with their values. */
  readonly largest = (
    measure: MeasureId,
    { by, most, ...words }: Words & { by: string; most: number },
  ): FigureRef => this.ref(measure, { shows: 'largest', by, most, clause: clauseOf(words) })
  /** The units in the hall with no records of the measure. */
  readonly unitsWithout = (measure: MeasureId, words: Words): FigureRef =>
    this.ref(measure, { shows: 'without', by: 'unit', most: 12, clause: clauseOf(words) })

  /** A table with one row per measure, with its change unless the comparison is `none`. */
  table(caption: string, measures: readonly MeasureId[]): Block {
    return {
      kind: 'table',
      caption,
      rows: measures.map(measure => ({ value: this.plain(measure), change: this.change(measure) })),
    }
  }

  /** A chart of a measure over time, with the compared period where there is one. */
  trend(caption: string, measure: MeasureId, granularity: Granularity): Block {
    return {
      kind: 'chart',
      caption,
      series: {
        measures: [measure],
        period: this.period,
        comparison: this.comparison,
        granularity,
        by: '',
        most: 400,
      },
    }
  }

  /** A chart of the members of a dimension by a measure, largest first. */
  ranking(caption: string, measure: MeasureId, { by, most }: { by: string; most: number }): Block {
    return {
      kind: 'chart',
      caption,
      series: { measures: [measure], period: this.period, comparison: 'none', granularity: 'none', by, most },
    }
  }

  /** A table with several measures in columns, and one row per member or bucket of time. */
  grid(caption: string, measures: MeasureId[], rows: { by: string } | { granularity: Granularity }): Block {
    return {
      kind: 'grid',
      caption,
      series: {
        measures,
        period: this.period,
        comparison: 'none',
        granularity: 'none',
        by: '',
        most: 400,
        ...rows,
      },
    }
  }
}

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', text, level })

/** Claims about the period as working notes, each compared with the records of its own dates. */
export const claimBlocks = ({ claims, language }: Pick<Given, 'claims' | 'language'>): Block[] =>
  claims.map(({ sentence, sentenceEn, source, value, measure, from, to }): Block => ({
    kind: 'claim',
    sentence: language === 'zh' ? sentence : sentenceEn,
    source,
    stated: value,
    figure: { measure, period: `${from}..${to}`, comparison: 'none', shows: 'value', form: 'plain' },
  }))

/** A note with its date: 2012年11月6日：绿色通道开通。 A full stop of its language is added where it has none. */
function noteText(date: string, text: string): string {
  const stop = /[。！？.!?]$/.test(text) ? '' : /\p{Script=Han}/u.test(text) ? '。' : '.'
  return `${date}${date.endsWith('日') ? '：' : ': '}${text}${stop}`
}

/** A section with the notes about days of the period; empty without notes. */
export function noteBlocks(
  title: string,
  notes: readonly { day: string; text: string }[],
  dateInWords: (day: string) => string,
): Block[] {
  return notes.length === 0
    ? []
    : [
        heading(title),
        ...notes.map(({ day, text }): Block => ({
          kind: 'paragraph',
          inlines: [noteText(dateInWords(day), text)],
        })),
      ]
}

/** The finest granularity that gives a readable chart: days for a month, weeks for a quarter, else months. */
export function granularityFor(from: string, to: string): Granularity {
  const days = (dayFromText(to) ?? 0) - (dayFromText(from) ?? 0) + 1
  return days <= 31 ? 'day' : days <= 100 ? 'week' : 'month'
}

/** The first date of a period on or after the opening. */
export const runningSince = ({
  from,
  to,
  openedOn,
}: {
  from: string
  to: string
  openedOn: string | null
}): string => (openedOn !== null && openedOn > from && openedOn <= to ? openedOn : from)

/** The calendar months of a period, each limited to it. */
export function monthsOf(from: string, to: string): { month: string; from: string; to: string }[] {
  const months: { month: string; from: string; to: string }[] = []
  for (
    let year = Number(from.slice(0, 4)), month = Number(from.slice(5, 7));
    ;
    month === 12 ? (year++, (month = 1)) : month++
  ) {
    const key = `${year}-${String(month).padStart(2, '0')}`
    if (key > to.slice(0, 7)) return months
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
    months.push({ month: key, from: from > `${key}-01` ? from : `${key}-01`, to: to < last ? to : last })
  }
}

type Piece = Inline | null | undefined

/**
 * A paragraph of texts and numbers: say(f.clause('tradesConcluded', { before: '完成交易' }), '。'). Null items are
 * left out.
 */
export function say(...pieces: (Piece | readonly Piece[])[]): Block {
  const inlines = pieces.flatMap((piece): Piece[] =>
    Array.isArray(piece) ? (piece as Piece[]) : [piece as Piece],
  )
  return {
    kind: 'paragraph',
    inlines: inlines.filter(
      (inline): inline is Inline => inline !== null && inline !== undefined && inline !== '',
    ),
  }
}

/** A hint for the writer. */
export const note = (text: string): Block => ({ kind: 'note', text })

/** Formats 2012年12月31日, without leading zeros (GB/T 9704). */
export function dateInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Formats 31 December 2012. */
export function dateInEnglish(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** The number of whole months within some local dates, and of remaining days. */
export function monthsBetween(from: string, to: string): { months: number; days: number } {
  const [[fromYear = 0, fromMonth = 0, fromDate = 0], [toYear = 0, toMonth = 0, toDate = 0]] = [
    from.split('-').map(Number),
    to.split('-').map(Number),
  ]
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth - (toDate < fromDate ? 1 : 0)
  const reached = addMonths(dayFromText(from) ?? 0, months)
  return { months, days: Math.max(0, (dayFromText(to) ?? 0) - reached) }
}

import type { Answer, FigureRef, Filter, Granularity, Language, MeasureId, SeriesRef } from '#measures'
import type { Block } from '../../server/briefing/document.ts'
import { dateWords, isAmount, measureNamed } from '#measures'

/** The subject of a block: a measure, a period, a comparison and filters. */
export interface About {
  measure: MeasureId
  period: string
  comparison: string
  filters: Filter[]
}

/** The subject of an answer with fixed dates, because a briefing must not change with the calendar. */
export function aboutAnswer(measure: MeasureId, answer: Answer): About {
  const { from, to } = answer.current
  return {
    measure,
    period: `${from}..${to}`,
    comparison: answer.question.comparison,
    filters: answer.question.filters,
  }
}

const limited = ({ filters }: About): { filters?: Filter[] } => (filters.length > 0 ? { filters } : {})

export const figureRef = (about: About, more: Partial<FigureRef> = {}): FigureRef => ({
  measure: about.measure,
  period: about.period,
  comparison: more.shows === 'change' ? about.comparison : 'none',
  ...limited(about),
  shows: 'value',
  form: 'plain',
  ...more,
})

/** The dates of a sentence: 2026年1月1日至11月29日, or From 1 January 2026 to 29 November 2026. */
function datesOf({ period }: About, language: Language): string {
  const [from = '', to = from] = period.split('..')
  const [zh, first] = [language === 'zh', dateWords(from, language, '')]
  if (from === to) return zh ? first : `On ${first}`
  return zh
    ? `${first}至${dateWords(to, language, from.slice(0, 4))}`
    : `From ${first} to ${dateWords(to, language, '')}`
}

/**
 * A sentence: 2026年10月1日至10月31日，办结量30000件，同比增加200件。 It contains the dates, because the draft may have
 * others.
 */
export function sentenceBlock(about: About, language: Language): Block {
  const [comma, stop, colon] = language === 'zh' ? ['，', '。', ''] : [', ', '.', ': ']
  const change = about.comparison === 'none' ? [] : [comma, figureRef(about, { shows: 'change' })]
  return {
    kind: 'paragraph',
    inlines: [
      `${datesOf(about, language)}${comma}${measureNamed(about.measure).names[language]}${colon}`,
      figureRef(about),
      ...change,
      stop,
    ],
  }
}

const series = (about: About, more: Partial<SeriesRef>): SeriesRef => ({
  measures: [about.measure],
  period: about.period,
  comparison: 'none',
  ...limited(about),
  granularity: 'none',
  by: '',
  most: 400,
  ...more,
})

/** A chart of a measure over time. */
export function trendBlock(
  about: About,
  { granularity, language }: { granularity: Granularity; language: Language },
): Block {
  return {
    kind: 'chart',
    caption: measureNamed(about.measure).names[language],
    series: series(about, { granularity, comparison: about.comparison }),
  }
}

/** The members and the order of a ranking. */
interface Ranking extends Pick<SeriesRef, 'order' | 'limit'> {
  by: string
  language: Language
  most?: number
  measures?: MeasureId[]
  /** A note after the name of the measure, such as its threshold. */
  note?: string
}

/** A chart of the members of a dimension, largest first; a table for several measures. */
export function rankingBlock(
  about: About,
  { by, language, most = 12, measures = [about.measure], note = '', ...kept }: Ranking,
): Block {
  const names = measures.map(id => measureNamed(id).names[language]).join(language === 'zh' ? '、' : ', ')
  const fromLow = isAmount(measureNamed(about.measure)) ? '从少到多' : '从低到高'
  const order = kept.order ? [language === 'zh' ? fromLow : 'lowest first'] : []
  const said = [...(note ? [note] : []), ...order].join(language === 'zh' ? '，' : ', ')
  return {
    kind: measures.length > 1 ? 'grid' : 'chart',
    caption: said === '' ? names : language === 'zh' ? `${names}（${said}）` : `${names} (${said})`,
    series: series(about, { by, most, measures, ...kept }),
  }
}

/** A table of one or more measures, with one row per month or per member. */
export function gridBlock(
  about: About,
  { by, language, ...more }: { by: string; language: Language; measures?: MeasureId[]; caption?: string },
): Block {
  const { measures = [about.measure], caption = measureNamed(about.measure).names[language] } = more
  return {
    kind: 'grid',
    caption,
    series: series(about, { measures, ...(by ? { by } : { granularity: 'month' as const }) }),
  }
}

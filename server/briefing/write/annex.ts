import type { Language, MeasureId, Readings } from '#measures'
import type { BriefingDocument } from '../document.ts'
import { spanWords as datesIn } from '#measures'
import { figuresOf, seriesOf } from '../document.ts'
import { spanWords } from '../spanWords.ts'
import { readingAt, seriesAt } from './written.ts'

/** The definition of a measure in a document, and its dates. */
interface Counted {
  definition: string
  from: string
  to: string
}

type Read = Pick<BriefingDocument, 'blocks' | 'language' | 'word'>

const words = {
  zh: { most: '除注明外，期间为', also: '期间：', between: '、', stop: '。', separator: '；' },
  en: {
    most: 'Where nothing else is said, the period is ',
    also: 'period: ',
    between: ', ',
    stop: '.',
    separator: '; ',
  },
} as const

/** All definitions behind the numbers of a document: in text, tables and charts. */
function countedIn(document: Read, readings: Readings): Map<MeasureId, Counted[]> {
  const byMeasure = new Map<MeasureId, Counted[]>()
  const add = (id: MeasureId, entry: Counted): void => {
    byMeasure.set(id, [...(byMeasure.get(id) ?? []), entry])
  }
  for (const ref of figuresOf(document)) {
    const reading = readingAt(readings, ref)
    if (reading.text !== '') add(ref.measure, reading)
  }
  for (const ref of seriesOf(document)) {
    const reading = seriesAt(readings, ref)
    ref.measures.forEach((id, place) => add(id, { ...reading, definition: reading.definitions[place] ?? '' }))
  }
  return byMeasure
}

/** A definition without its dates, which the annex states once for all. */
function withoutDates({ definition, from, to }: Counted): string {
  const inWords = (['zh', 'en'] as const).map(language => datesIn({ from, to }, language, ''))
  return [`${from} 至 ${to}`, `${from} to ${to}`, ...inWords].reduce(
    (text, span) => text.replace(`；${span}`, '').replace(`; ${span}`, ''),
    definition,
  )
}

/** The dates of most figures. */
function commonSpan(counted: readonly Counted[], language: Language): string {
  const times = new Map<string, number>()
  for (const entry of counted) {
    const span = spanWords(entry, language)
    times.set(span, (times.get(span) ?? 0) + 1)
  }
  return [...times].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

/** The annex line of each measure, in the order of first use. */
export function definitionLines(
  document: Read,
  readings: Readings,
): { common: string; lines: Map<MeasureId, string> } {
  const say = words[document.language]
  const counted = countedIn(document, readings)
  const common = commonSpan([...counted.values()].flat(), document.language)
  const lines = new Map<MeasureId, string>()
  for (const [id, all] of counted) {
    // The longest definition is used: that of a single value has more detail than that of a table row.
    const best = all.toSorted((a, b) => b.definition.length - a.definition.length)[0]
    if (!best || best.definition === '') continue
    const spans = [...new Set(all.map(entry => spanWords(entry, document.language)))]
    const dates =
      spans.length === 1 && spans[0] === common ? '' : `${say.separator}${say.also}${spans.join(say.between)}`
    lines.set(id, `${withoutDates(best).replace(/[。.；;]\s*$/, '')}${dates}${say.stop}`)
  }
  return { common, lines }
}

/** The annex as printed: the dates of the figures, then one numbered line per measure. */
export function annexLines(document: Read, readings: Readings): string[] {
  const { common, lines } = definitionLines(document, readings)
  if (lines.size === 0) return []
  const say = words[document.language]
  return [
    `${say.most}${common}${say.stop}`,
    ...Array.from(lines.values(), (line, place) => `${place + 1}. ${line}`),
  ]
}

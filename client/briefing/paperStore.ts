import type { FigureRef, Language, Reading, Readings, SeriesReading, SeriesRef } from '#measures'
import type { Inline } from '../../server/briefing/document.ts'
import type { Outputs } from '../data/trpc.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { referenceKey } from '#measures'

export type Shown = Outputs['briefings']['show']

/** A number that somebody wants to trace: what it refers to and what it said. */
export interface Traced {
  ref: FigureRef
  reading: Reading
}

/** Where a number stands in a text that is being written. */
export interface Spot {
  figure: FigureRef
  /** Its paragraph, and its place in it. */
  inlines: readonly Inline[]
  place: number
  /** Puts others in its place. */
  replace: (figures: readonly FigureRef[]) => void
}

/**
 * What the references of the document on the page say, and which of them is being traced. Chips in the
 * text and in the editor read from here.
 */
export const usePaper = defineStore('paper', () => {
  const readings = shallowRef<Readings>({ figures: {}, series: {} })
  const pictures = shallowRef<Record<string, string>>({})
  const moved = shallowRef<ReadonlyMap<string, string>>(new Map())
  const language = shallowRef<Language>('zh')
  const traced = shallowRef<Traced | null>(null)
  /** Where the traced number can be changed; null in a text that is only read. */
  const spot = shallowRef<Spot | null>(null)

  function take(
    shown: Pick<Shown, 'readings' | 'pictures'> & { moved?: Shown['moved']; language?: Language },
  ): void {
    // A save answers for the text as it is; an undo brings back what is no longer in it.
    const { figures, series } = shown.moved ? { figures: {}, series: {} } : readings.value
    readings.value = {
      figures: { ...figures, ...shown.readings.figures },
      series: { ...series, ...shown.readings.series },
    }
    pictures.value = shown.moved ? shown.pictures : { ...pictures.value, ...shown.pictures }
    if (shown.moved) moved.value = new Map(shown.moved.map(({ key, was }) => [key, was]))
    if (shown.language) language.value = shown.language
  }
  const readingOf = (ref: FigureRef): Reading | null => readings.value.figures[referenceKey(ref)] ?? null
  const seriesOf = (ref: SeriesRef): SeriesReading | null => readings.value.series[referenceKey(ref)] ?? null
  const pictureOf = (ref: SeriesRef): string | null => pictures.value[referenceKey(ref)] ?? null
  /** What a number said before the data changed; null where it did not. */
  const wasOf = (ref: FigureRef): string | null => moved.value.get(referenceKey(ref)) ?? null
  function trace(ref: FigureRef): void {
    const reading = readingOf(ref)
    traced.value = reading && { ref, reading }
  }
  return {
    readings,
    language,
    movedCount: computed(() => moved.value.size),
    traced,
    spot,
    take,
    readingOf,
    seriesOf,
    pictureOf,
    wasOf,
    trace,
    traceReading: (one: Traced) => {
      traced.value = one
    },
  }
})

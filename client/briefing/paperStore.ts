import type { ShallowRef } from 'vue'
import type { FigureRef, Language, Reading, Readings, SeriesReading, SeriesRef } from '#measures'
import type { Block, BriefingDocument, Inline } from '../../server/briefing/document.ts'
import type { Paper } from '../../server/briefing/paper/paper.ts'
import type { Outputs } from '../data/trpc.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { captionNumbers, referenceKey } from '#measures'

export type Shown = Outputs['briefings']['show']

type WordFields = NonNullable<BriefingDocument['word']>

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
  /** Puts others in the place of it and, with a count, of the numbers that follow it. */
  replace: (figures: readonly FigureRef[], count?: number) => void
}

/** Captions with their numbers, for a text that was numbered. */
function captions(language: Readonly<ShallowRef<Language>>) {
  const numbers = shallowRef<ReadonlyMap<string, string>>(new Map())
  /** Numbers the tables and pictures of a text, each kind for itself. */
  function number(blocks: readonly Block[]): void {
    const words = captionNumbers(blocks, language.value)
    numbers.value = new Map(blocks.map(({ id }, place) => [id ?? '', words[place] ?? '']))
  }
  /** A caption behind its number: 表1 and its words. */
  const captionOf = ({ id, caption }: Block & { caption: string }): string =>
    [numbers.value.get(id ?? '') ?? '', caption].filter(Boolean).join('\u3000')
  return { number, captionOf }
}

/** Where the photos of a text are: they are given to those who may read it. */
function photos() {
  const at = shallowRef<{ centre: string; id: number } | null>(null)
  const photoAddress = ({ photo, record }: { photo: string; record: string }): string =>
    at.value === null
      ? ''
      : `/files/briefing/${encodeURIComponent(at.value.centre)}/${at.value.id}/photo-${photo}` +
        `?record=${encodeURIComponent(record)}`
  return { at, photoAddress }
}

type OnPaper = Partial<Pick<Shown, 'paper' | 'printed'>> & { word?: WordFields | null }

/** What a briefing prints. */
function paperParts() {
  /** What is printed around the text; null until it was loaded. */
  const around = shallowRef<Paper | null>(null)
  /** The text as it is printed; of a draft, as if it were signed now. */
  const printed = shallowRef<readonly Block[]>([])
  /** The Word template of the briefing with the references of its fields; null where it has none. */
  const word = shallowRef<WordFields | null>(null)
  function put(shown: OnPaper): void {
    if (shown.word !== undefined) word.value = shown.word
    if (shown.paper) around.value = shown.paper
    if (shown.printed) printed.value = shown.printed
  }
  return { around, printed, word, put }
}

/**
 * What the references of the document on the page say, and which of them is being traced. Chips in the
 * text and in the editor read from here.
 */
export const usePaper = defineStore('paper', () => {
  const readings = shallowRef<Readings>({ figures: {}, series: {} })
  const pictures = shallowRef<Record<string, string>>({})
  const moved = shallowRef<ReadonlyMap<string, Shown['moved'][number]>>(new Map())
  const language = shallowRef<Language>('zh')
  const onPaper = paperParts()
  const traced = shallowRef<Traced | null>(null)
  /** Where the traced number can be changed; null in a text that is only read. */
  const spot = shallowRef<Spot | null>(null)

  function take(
    shown: Pick<Shown, 'readings' | 'pictures'> & Partial<Pick<Shown, 'moved' | 'language'>> & OnPaper,
  ): void {
    onPaper.put(shown)
    // A save answers for the text as it is; an undo brings back what is no longer in it.
    const { figures, series } = shown.moved ? { figures: {}, series: {} } : readings.value
    readings.value = {
      figures: { ...figures, ...shown.readings.figures },
      series: { ...series, ...shown.readings.series },
    }
    pictures.value = shown.moved ? shown.pictures : { ...pictures.value, ...shown.pictures }
    if (shown.moved) moved.value = new Map(shown.moved.map(one => [one.key, one]))
    if (shown.language) language.value = shown.language
  }
  const readingOf = (ref: FigureRef): Reading | null => readings.value.figures[referenceKey(ref)] ?? null
  /** What a number said before the data changed; null where it did not. */
  const wasOf = (ref: FigureRef): string | null => moved.value.get(referenceKey(ref))?.was ?? null
  function trace(ref: FigureRef): void {
    const reading = readingOf(ref)
    traced.value = reading && { ref, reading }
  }
  return {
    readings,
    language,
    around: onPaper.around,
    printed: onPaper.printed,
    word: onPaper.word,
    /** How many numbers read otherwise than when the draft was saved, and are still printed. */
    movedCount: computed(() => [...moved.value.values()].filter(({ now }) => now !== '').length),
    traced,
    spot,
    take,
    ...captions(language),
    ...photos(),
    readingOf,
    seriesOf: (ref: SeriesRef): SeriesReading | null => readings.value.series[referenceKey(ref)] ?? null,
    pictureOf: (ref: SeriesRef): string | null => pictures.value[referenceKey(ref)] ?? null,
    wasOf,
    trace,
    traceReading: (one: Traced) => void (traced.value = one),
  }
})

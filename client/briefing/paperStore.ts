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

/** A number whose origin is shown: its reference and its value. */
export interface Traced {
  ref: FigureRef
  reading: Reading
}

/** A number in a text that is being edited. */
export interface Spot {
  figure: FigureRef
  /** Its paragraph; `place` is its index there. */
  inlines: readonly Inline[]
  place: number
  /** Replaces it by other numbers; with a count, also the numbers that follow it. */
  replace: (figures: readonly FigureRef[], count?: number) => void
}

/** The numbers of captions in the present text. */
function captions(language: Readonly<ShallowRef<Language>>) {
  const numbers = shallowRef<ReadonlyMap<string, string>>(new Map())
  /** Numbers the tables and the pictures of a text separately. */
  function number(blocks: readonly Block[]): void {
    const words = captionNumbers(blocks, language.value)
    numbers.value = new Map(blocks.map(({ id }, place) => [id ?? '', words[place] ?? '']))
  }
  /** A caption with its number, such as 表1, before it. */
  const captionOf = ({ id, caption }: Block & { caption: string }): string =>
    [numbers.value.get(id ?? '') ?? '', caption].filter(Boolean).join('\u3000')
  return { number, captionOf }
}

/** The addresses of the photos in a text; only its readers can load them. */
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

/** The parts of a printed briefing. */
function paperParts() {
  /** The lines around the text; null until they are loaded. */
  const around = shallowRef<Paper | null>(null)
  /** The text as it is printed; for a draft, as if it were signed now. */
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
 * The values of the references in the shown document, and the one whose origin is shown. The numbers in the
 * text and in the editor read them from here.
 */
export const usePaper = defineStore('paper', () => {
  const readings = shallowRef<Readings>({ figures: {}, series: {} })
  const pictures = shallowRef<Record<string, string>>({})
  const moved = shallowRef<ReadonlyMap<string, Shown['moved'][number]>>(new Map())
  const language = shallowRef<Language>('zh')
  const onPaper = paperParts()
  const traced = shallowRef<Traced | null>(null)
  /** The traced number in the editor; null in a text that is only read. */
  const spot = shallowRef<Spot | null>(null)

  function take(
    shown: Pick<Shown, 'readings' | 'pictures'> & Partial<Pick<Shown, 'moved' | 'language'>> & OnPaper,
  ): void {
    onPaper.put(shown)
    // The reply to a save covers only the saved text. Earlier values are kept, because an undo may restore
    // them.
    const { figures, series } = shown.moved ? { figures: {}, series: {} } : readings.value
    readings.value = {
      figures: { ...figures, ...shown.readings.figures },
      series: { ...series, ...shown.readings.series },
    }
    pictures.value = shown.moved ? shown.pictures : { ...pictures.value, ...shown.pictures }
    if (shown.moved) moved.value = new Map(shown.moved.map(change => [change.key, change]))
    if (shown.language) language.value = shown.language
  }
  const readingOf = (ref: FigureRef): Reading | null => readings.value.figures[referenceKey(ref)] ?? null
  /** The value of a number before the data changed; null where it is unchanged. */
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
    /** How many numbers have changed since the draft was saved, and are still printed. */
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

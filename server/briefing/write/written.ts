import type { Buffer } from 'node:buffer'
import type { FigureRef, Reading, Readings, SeriesReading, SeriesRef } from '#measures'
import type { BriefingDocument, Inline } from '../document.ts'
import { NamedError, referenceKey, settledInlines } from '#measures'

/** A picture as a file holds it. */
export interface FilePicture {
  type: 'png' | 'jpg'
  data: Buffer
  width: number
  height: number
}

/** Whether the document may still change. */
type Standing =
  | { state: 'draft' }
  | {
      state: 'frozen' | 'withdrawn'
      at: string
      author: string
      approver: string
      hash: string
      withdrawnWhy: string
    }

/** Everything that a file of a briefing says. */
export interface Written {
  document: BriefingDocument
  readings: Readings
  from: string
  to: string
  standing: Standing
  dataUntil: string | null
  /** Who takes it out, and when (an instant as ISO text). */
  exported: { by: string; at: string }
  /** The picture that stands for the name; absent where there is none. */
  picture?: FilePicture
  /** The photos in the text by their SHA-256; absent where the file is not made for paper. */
  photos?: Map<string, FilePicture>
}

/** What a reference said. Errors: internal, where a document was read without it. */
export function readingAt({ figures }: Readings, ref: FigureRef): Reading {
  const found = figures[referenceKey(ref)]
  if (!found) throw new NamedError('internal', { reference: `no-reading ${ref.measure}` })
  return found
}

/** What a series said. Errors: internal, where a document was read without it. */
export function seriesAt({ series }: Readings, ref: SeriesRef): SeriesReading {
  const found = series[referenceKey(ref)]
  if (!found) throw new NamedError('internal', { reference: `no-reading ${ref.measures.join()}` })
  return found
}

/** The texts of a paragraph's inlines as they are printed, one for each. */
export const settledTexts = (inlines: readonly Inline[], readings: Readings): string[] =>
  settledInlines(inlines, ref => readingAt(readings, ref).text)

import type { Buffer } from 'node:buffer'
import type { FigureRef, Reading, Readings, SeriesReading, SeriesRef } from '#measures'
import type { BriefingDocument, Inline } from '../document.ts'
import { NamedError, referenceKey, settledInlines } from '#measures'

/** A picture for a file. */
export interface FilePicture {
  type: 'png' | 'jpg'
  data: Buffer
  width: number
  height: number
}

/** The state of the document, with its signature for an issue. */
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

/** The input for a file of a briefing. */
export interface Written {
  document: BriefingDocument
  readings: Readings
  from: string
  to: string
  standing: Standing
  dataUntil: string | null
  /** Who exports it, and when (an instant as ISO text). */
  exported: { by: string; at: string }
  /** The picture in place of the name; absent where there is none. */
  picture?: FilePicture
  /** The photos in the text by SHA-256; absent for files without layout. */
  photos?: Map<string, FilePicture>
}

/** The reading of a reference. Errors: internal, where the document was read without it. */
export function readingAt({ figures }: Readings, ref: FigureRef): Reading {
  const reading = figures[referenceKey(ref)]
  if (!reading) throw new NamedError('internal', { reference: `no-reading ${ref.measure}` })
  return reading
}

/** The reading of a series. Errors: internal, where the document was read without it. */
export function seriesAt({ series }: Readings, ref: SeriesRef): SeriesReading {
  const reading = series[referenceKey(ref)]
  if (!reading) throw new NamedError('internal', { reference: `no-reading ${ref.measures.join()}` })
  return reading
}

/** The texts of a paragraph's inlines as they are printed, one for each. */
export const settledTexts = (inlines: readonly Inline[], readings: Readings): string[] =>
  settledInlines(inlines, ref => readingAt(readings, ref).text)

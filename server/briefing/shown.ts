import type { Readings } from '#measures'
import type { Desk } from './desk.ts'
import type { Stored } from './store.ts'
import type { Written } from './write/written.ts'
import { referenceKey } from '#measures'
import { seriesOf } from './document.ts'
import { drawSeries } from './picture/draw.ts'
import { pictureSvg } from './picture/marks.ts'
import { readDocument } from './read.ts'
import { findBriefing } from './store.ts'

/** A number that is not what it was when the draft was last saved. */
export interface Moved { key: string, was: string, now: string }

/** A briefing as a page shows it: a draft with today's figures, an issue with those that were frozen. */
export interface Shown extends Stored { dataUntil: string | null, moved: Moved[], pictures: Record<string, string> }

function movedBetween(was: Readings, now: Readings): Moved[] {
  return Object.entries(now.figures).flatMap(([key, reading]): Moved[] => {
    const before = was.figures[key]
    return before && before.text !== reading.text ? [{ key, was: before.text, now: reading.text }] : []
  })
}

/** Pictures of every series by its key, as SVG whose texts are set by the reader's own machine. */
export function picturesOf({ document, readings }: Pick<Stored, 'document' | 'readings'>): Record<string, string> {
  return Object.fromEntries(seriesOf(document).flatMap((ref) => {
    const reading = readings.series[referenceKey(ref)]
    return reading ? [[referenceKey(ref), pictureSvg(drawSeries(ref, reading, document.language), { title: '' })]] : []
  }))
}

/** The briefing of that number, with figures. Errors: briefing-not-found, briefing-altered, those of a question. */
export async function showBriefing({ centre, asking }: Desk, id: number): Promise<Shown> {
  const stored = await findBriefing(asking.database, centre, id)
  if (stored.frozen !== null)
    return { ...stored, dataUntil: stored.frozen.dataUntil, moved: [], pictures: picturesOf(stored) }
  const { readings, dataUntil } = await readDocument(stored.document, { centre: centre.code, language: stored.language, asking })
  return { ...stored, readings, dataUntil, moved: movedBetween(stored.readings, readings), pictures: picturesOf({ ...stored, readings }) }
}

/** A briefing as its files are written. */
export function writtenOf(shown: Shown, exported: Written['exported']): Written {
  const { document, readings, from, to, dataUntil, frozen, hash, state, withdrawn } = shown
  const standing: Written['standing'] = frozen === null || state === 'draft' ? { state: 'draft' } : { state, at: frozen.at, author: frozen.author, approver: frozen.approver, hash: hash ?? '', withdrawnWhy: withdrawn?.why ?? '' }
  return { document, readings, from, to, dataUntil, standing, exported }
}

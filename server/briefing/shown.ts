import type { Readings, Zone } from '#measures'
import type { BriefingContext } from './briefingContext.ts'
import type { Stored } from './store.ts'
import type { Written } from './write/written.ts'
import { printingOfReadings, referenceKey, textOfDay } from '#measures'
import { seriesOf } from './document.ts'
import { drawSeries } from './picture/draw.ts'
import { pictureSvg } from './picture/marks.ts'
import { published } from './published.ts'
import { readDocument } from './read.ts'
import { findBriefing } from './store.ts'

/** A number that is not what it was when the draft was last saved. */
interface Moved {
  key: string
  was: string
  now: string
}

/** A briefing as a page shows it: a draft with today's figures, an issue with those that were frozen. */
interface Shown extends Stored {
  dataUntil: string | null
  moved: Moved[]
  pictures: Record<string, string>
}

function movedBetween(was: Readings, now: Readings): Moved[] {
  return Object.entries(now.figures).flatMap(([key, reading]): Moved[] => {
    const before = was.figures[key]
    return before && before.text !== reading.text ? [{ key, was: before.text, now: reading.text }] : []
  })
}

/** Pictures of every series by its key, as SVG whose texts are set by the reader's own machine. */
export function picturesOf({
  document,
  readings,
}: Pick<Stored, 'document' | 'readings'>): Record<string, string> {
  return Object.fromEntries(
    seriesOf(document).flatMap(ref => {
      const reading = readings.series[referenceKey(ref)]
      return reading
        ? [
            [
              referenceKey(ref),
              pictureSvg(drawSeries(ref, reading, printingOfReadings(readings, document.language)), {
                title: '',
              }),
            ],
          ]
        : []
    }),
  )
}

/**
 * The briefing of that number, with figures. Errors: briefing-not-found, briefing-altered, those of a
 * question.
 */
export async function showBriefing({ centre, context }: BriefingContext, id: number): Promise<Shown> {
  const stored = await findBriefing(context.database, centre, id)
  if (stored.frozen !== null)
    return { ...stored, dataUntil: stored.frozen.dataUntil, moved: [], pictures: picturesOf(stored) }
  const { readings, dataUntil } = await readDocument(stored.document, {
    centre: centre.code,
    language: stored.language,
    context,
  })
  return {
    ...stored,
    readings,
    dataUntil,
    moved: movedBetween(stored.readings, readings),
    pictures: picturesOf({ ...stored, readings }),
  }
}

/** An instant in the centre's own time: 2012-12-31 17:05. */
export function localTimeText(at: Date, zone: Zone): string {
  const { day, minute } = zone.localAt(at.getTime())
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${textOfDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** A briefing as its files are written: without working notes, with times in the centre's own zone. */
export function writtenOf(shown: Shown, { by, at, zone }: { by: string; at: Date; zone: Zone }): Written {
  const { readings, from, to, dataUntil, frozen, hash, state, withdrawn } = shown
  const document = frozen === null ? published(shown.document, readings) : shown.document
  const standing: Written['standing'] =
    frozen === null || state === 'draft'
      ? { state: 'draft' }
      : {
          state,
          at: localTimeText(new Date(frozen.at), zone),
          author: frozen.author,
          approver: frozen.approver,
          hash: hash ?? '',
          withdrawnWhy: withdrawn?.why ?? '',
        }
  const exported = { by, at: localTimeText(at, zone) }
  return { document, readings, from, to, dataUntil, standing, exported }
}

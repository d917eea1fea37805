import type { Readings, Zone } from '#measures'
import type { BriefingContext } from './briefingContext.ts'
import type { Block, BriefingDocument } from './document.ts'
import type { Paper } from './paper/paper.ts'
import type { Stored } from './store.ts'
import type { Written } from './write/written.ts'
import { printingOfReadings, referenceKey, textOfDay } from '#measures'
import { correctionLines } from './correction.ts'
import { seriesOf } from './document.ts'
import { datedNow, nextWords } from './paper/expected.ts'
import { printedPaper } from './paper/paper.ts'
import { pictureOf } from './paper/picture.ts'
import { drawSeries } from './picture/draw.ts'
import { pictureSvg } from './picture/marks.ts'
import { published } from './published.ts'
import { readDocument } from './read.ts'
import { findBriefing } from './store.ts'
import { correctionOf } from './withdraw.ts'

/** A number whose value has changed since the draft was saved. */
interface Moved {
  key: string
  was: string
  now: string
}

/** A briefing as shown on a page: a draft with current figures, an issue with the stored ones. */
interface Shown extends Stored {
  dataUntil: string | null
  moved: Moved[]
  pictures: Record<string, string>
  /** The text around the blocks; for a draft, as it would be printed if signed now. */
  paper: Paper
  /** The printed text, in the same sense. */
  printed: Block[]
  /** The edition that replaces a withdrawn issue; null where there is none. */
  corrected: Awaited<ReturnType<typeof correctionOf>>
}

function movedBetween(was: Readings, now: Readings): Moved[] {
  return Object.entries(now.figures).flatMap(([key, reading]): Moved[] => {
    const before = was.figures[key]
    return before && before.text !== reading.text ? [{ key, was: before.text, now: reading.text }] : []
  })
}

/** Charts of all series by key, as SVG with text in the reader's fonts. */
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

/** Formats an instant in the centre's zone: 2012-12-31 17:05. */
export function localTimeText(at: Date, zone: Zone): string {
  const { day, minute } = zone.localAt(at.getTime())
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${textOfDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

type Read = Pick<Shown, 'dataUntil' | 'readings'>

/** A draft as it would be printed if it were signed now. */
async function asIfSigned(
  briefing: BriefingContext,
  draft: Stored,
  readings: Readings,
): Promise<BriefingDocument> {
  const { masthead, ...dated } = datedNow(briefing, draft)
  const [issue, correction] = [
    await nextWords(briefing, draft),
    await correctionLines(briefing, draft, readings),
  ]
  const document = published({ ...dated, masthead: { ...masthead, issue } }, readings)
  return { ...document, ...(correction.length > 0 && { correction }) }
}

/** A briefing as in its files: without notes and claims, with times in the centre's zone. */
export async function writtenOf(briefing: BriefingContext, stored: Stored, read: Read): Promise<Written> {
  const { centre, context, by } = briefing
  const { zone } = centre.hall
  const { from, to, frozen, hash, state, withdrawn } = stored
  const { readings, dataUntil } = read
  const document = frozen === null ? await asIfSigned(briefing, stored, readings) : stored.document
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
  const exported = { by, at: localTimeText(context.now, zone) }
  const picture = await pictureOf(context.database, centre, document.masthead.picture ?? '')
  return { document, readings, from, to, dataUntil, standing, exported, ...(picture && { picture }) }
}

/** The printed parts of a briefing: its text, and what is around it. */
export async function printedOf(
  briefing: BriefingContext,
  stored: Stored,
  read: Read,
): Promise<Pick<Shown, 'paper' | 'printed'>> {
  const written = await writtenOf(briefing, stored, read)
  return { paper: printedPaper(written), printed: written.document.blocks }
}

/** A briefing with figures. Errors: briefing-not-found, briefing-altered, those of a question. */
export async function showBriefing(briefing: BriefingContext, id: number): Promise<Shown> {
  const { centre, context } = briefing
  const { database } = context
  const stored = await findBriefing(database, centre, id)
  const corrected = await correctionOf(database.prisma, { centreId: centre.id, id })
  if (stored.frozen !== null) {
    const { dataUntil } = stored.frozen
    const printed = await printedOf(briefing, stored, { dataUntil, readings: stored.readings })
    return { ...stored, ...printed, dataUntil, moved: [], pictures: picturesOf(stored), corrected }
  }
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
    ...(await printedOf(briefing, stored, { dataUntil, readings })),
    corrected,
  }
}

import type { FigureRef, MeasureId, Names, Reading, SeriesRef } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Standing } from '../centres/declaredDays.ts'
import type { Database } from '../storage/database.ts'
import type { BriefingDocument } from './document.ts'
import type { Frozen, Stored } from './store.ts'
import { bareText, factsOf, measureNamed, NamedError, referenceKey } from '#measures'
import { declaredDays } from '../centres/declaredDays.ts'
import { periodLocks } from '../centres/periodLocks.ts'
import { targets } from '../intake/targets/index.ts'
import { batchesTouching } from '../query/touched.ts'
import { figuresOf, seriesOf } from './document.ts'
import { readDocument } from './read.ts'

/** A batch that was committed or undone after an issue was signed. */
interface LaterBatch {
  id: number
  target: string
  fileName: string
  at: string
  by: string
  undone: boolean
}

/** Locked days that were unlocked after an issue was signed. */
interface Unlocked {
  fact: string | null
  from: string
  to: string
  by: string
  at: string
  why: string
}

/** A figure of an issue whose current value is different. */
interface Restated {
  measure: MeasureId
  names: Names
  /** The member or bucket, for a figure of a series. */
  row: string
  from: string
  to: string
  reported: { text: string; value: number | null }
  now: { text: string; value: number | null }
  definitionChanged: boolean
  batches: LaterBatch[]
  /** Declarations about its days since then: that records are missing, or complete. */
  declared: Standing[]
  /** Locked days of its period that were unlocked since then. */
  unlocked: Unlocked[]
  /** Whether a declaration of missing days was withdrawn. */
  isWithdrawn: boolean
}

interface Changed {
  measure: MeasureId
  row: string
  days: { from: string; to: string }[]
  reported: Restated['reported']
  now: Restated['now']
  definitionChanged: boolean
  isWithdrawn: boolean
}

const printedOf = (
  { text, value }: { text: string; value: number | null },
  ref: Pick<FigureRef, 'clause'> = {},
): Restated['reported'] => ({ text: bareText(ref, text), value })
const daysOf = ({ from, to, against }: Pick<Reading, 'from' | 'to' | 'against'>) => [
  { from, to },
  ...(against ? [against] : []),
]

const isPartly = ({ whyNot }: Reading): boolean => whyNot?.reason.endsWith('Partly') ?? false

/** The changed figures, each once: a number in two forms is one figure. */
function changedFigures(
  refs: readonly FigureRef[],
  was: Stored['readings'],
  is: Stored['readings'],
): Changed[] {
  const seen = new Map<string, Changed>()
  for (const ref of refs) {
    const [reported, now] = [was.figures[referenceKey(ref)], is.figures[referenceKey(ref)]]
    if (reported && now && (reported.text !== now.text || reported.value !== now.value)) {
      const key = JSON.stringify([ref.measure, ref.period, ref.filters ?? [], ref.shows])
      seen.set(
        key,
        seen.get(key) ?? {
          measure: ref.measure,
          row: '',
          days: daysOf(reported),
          reported: printedOf(reported, ref),
          now: printedOf(now, ref),
          definitionChanged: reported.fingerprint !== now.fingerprint,
          isWithdrawn: isPartly(reported) && !isPartly(now),
        },
      )
    }
  }
  return [...seen.values()]
}

function changedInSeries(ref: SeriesRef, was: Stored['readings'], is: Stored['readings']): Changed[] {
  const [reported, now] = [was.series[referenceKey(ref)], is.series[referenceKey(ref)]]
  const rowKey = ({ code, from }: { code: string; from: string }): string => code || from
  const later = new Map(now?.rows.map(row => [rowKey(row), row]))
  return (
    reported?.rows.flatMap(row =>
      row.cells.flatMap((cell, place): Changed[] => {
        const other = later.get(rowKey(row))?.cells[place]
        const measure = ref.measures[place]
        if (!measure || (other?.value === cell.value && other.text === cell.text)) return []
        return [
          {
            measure,
            row: row.label,
            days: daysOf({ ...row, against: reported.against }),
            reported: printedOf(cell),
            now: other ? printedOf(other) : { text: '—', value: null },
            definitionChanged: now !== undefined && reported.fingerprints[place] !== now.fingerprints[place],
            isWithdrawn: false,
          },
        ]
      }),
    ) ?? []
  )
}

/** Every figure of a document with a different reading: first the numbers in text, then those in series. */
export const changedBetween = (
  document: Pick<BriefingDocument, 'blocks'>,
  was: Stored['readings'],
  is: Stored['readings'],
): Changed[] => [
  ...changedFigures(figuresOf(document), was, is),
  ...seriesOf(document).flatMap(ref => changedInSeries(ref, was, is)),
]

/** Batches committed since signing, and earlier ones undone since. */
async function laterBatches(
  { prisma }: Database,
  centre: Centre,
  { lastBatch, at }: Frozen,
): Promise<LaterBatch[]> {
  const batches = await prisma.importBatch.findMany({
    where: {
      centreId: centre.id,
      OR: [
        { id: { gt: lastBatch }, committedAt: { not: null }, undoneAt: null },
        { id: { lte: lastBatch }, undoneAt: { gt: new Date(at) } },
      ],
    },
    orderBy: { id: 'asc' },
  })
  return batches.map(({ id, target, fileName, committedAt, startedAt, undoneAt, byUser }) => ({
    id,
    target,
    fileName,
    at: (undoneAt ?? committedAt ?? startedAt).toISOString(),
    by: byUser,
    undone: undoneAt !== null,
  }))
}

/**
 * Whether a batch may affect a measure, by its target: an undone batch leaves no records to look at. Batches
 * of other targets, such as calendars, are taken to affect measures of cases.
 */
function isAbout(batch: LaterBatch, id: MeasureId): boolean {
  const facts: string[] = factsOf(measureNamed(id))
  const target = Object.values(targets).find(target => target.name === batch.target)
  return target ? facts.includes(target.fact) : facts.includes('cases')
}

async function why(
  database: Database,
  { centreId, later }: { centreId: number; later: readonly LaterBatch[] },
  { measure, days }: Changed,
): Promise<LaterBatch[]> {
  const added = later.filter(batch => !batch.undone && batch.target !== 'calendar')
  const touching = new Set(
    await batchesTouching(database, {
      centreId,
      measure: measureNamed(measure),
      batches: added.map(batch => batch.id),
      days,
    }),
  )
  return later.filter(
    batch =>
      touching.has(batch.id) || ((batch.undone || batch.target === 'calendar') && isAbout(batch, measure)),
  )
}

/** Days declared since an issue was signed, with names of units instead of codes. */
async function declaredSince(database: Database, centre: Centre, { at }: Frozen): Promise<Standing[]> {
  const all = await declaredDays(database, centre)
  const units = await database.prisma.unit.findMany({
    where: { centreId: centre.id },
    select: { code: true, name: true },
  })
  const names = new Map(units.map(({ code, name }) => [code, name]))
  return all
    .filter(batch => batch.at.getTime() > Date.parse(at))
    .map(batch => ({ ...batch, unit: batch.unit === null ? null : (names.get(batch.unit) ?? batch.unit) }))
}

/** Period locks that were ended since an issue was signed. */
async function unlockedSince(database: Database, centre: Centre, { at }: Frozen): Promise<Unlocked[]> {
  const locks = await periodLocks(database, centre)
  return locks.flatMap(({ fact, from, to, unlockedAt, unlockedBy, unlockWhy }) =>
    unlockedAt && unlockedAt.getTime() > Date.parse(at)
      ? [{ fact, from, to, by: unlockedBy ?? '', at: unlockedAt.toISOString(), why: unlockWhy ?? '' }]
      : [],
  )
}

/** Whether declared or unlocked days concern the facts and days of a figure. A null fact means all facts. */
function concerns(
  { fact, from, to }: { fact: string | null; from: string; to: string },
  { measure, days }: Changed,
): boolean {
  const facts: readonly string[] = factsOf(measureNamed(measure))
  return (fact === null || facts.includes(fact)) && days.some(range => range.from <= to && from <= range.to)
}

/**
 * The figures of an issue whose current values differ, each with the batches, declarations and unlocked days
 * that may explain it. Errors: briefing-not-frozen, those of a question.
 */
export async function restatementOf(database: Database, centre: Centre, stored: Stored): Promise<Restated[]> {
  const { document, readings, frozen, language } = stored
  if (frozen === null) throw new NamedError('briefing-not-frozen', { briefing: stored.id })
  const { readings: now } = await readDocument(document, {
    centre: centre.code,
    language,
    context: { database, scope: frozen.scope, now: new Date(frozen.at) },
  })
  const changed = changedBetween(document, readings, now)
  const later = changed.length > 0 ? await laterBatches(database, centre, frozen) : []
  const declared = changed.length > 0 ? await declaredSince(database, centre, frozen) : []
  const unlocked = changed.length > 0 ? await unlockedSince(database, centre, frozen) : []
  return Promise.all(
    changed.map(async (change): Promise<Restated> => {
      const {
        measure,
        row,
        days: [day],
        reported,
        now: today,
        definitionChanged,
        isWithdrawn,
      } = change
      return {
        measure,
        names: measureNamed(measure).names,
        row,
        from: day?.from ?? '',
        to: day?.to ?? '',
        reported,
        now: today,
        definitionChanged,
        batches: await why(database, { centreId: centre.id, later }, change),
        declared: declared.filter(each => concerns(each, change)),
        unlocked: unlocked.filter(each => concerns(each, change)),
        isWithdrawn,
      }
    }),
  )
}

import type { FigureRef, Language, MeasureId, Names, Reading, Readings, SeriesRef } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { Block, BriefingDocument, Heading } from './document.ts'
import type { ReadDocument } from './read.ts'
import { causeWords, dateWords, isDoubtful, measureNamed, referenceKey, textOfDay } from '#measures'
import { hashOf } from '../common/canonical.ts'
import { freshnessOf } from '../query/freshness.ts'
import { unreadText } from './carriedText.ts'
import { figuresOf, seriesOf } from './document.ts'
import { readDocument } from './read.ts'
import { workingDayShifts } from './workingDayShift.ts'

export const findingKinds = [
  'figuresDiffer',
  'unitsLate',
  'quarantined',
  'rollupsUnfinished',
  'definitionsChanged',
  'claimsDoubtful',
  'periodOpen',
  'figuresEmpty',
  'daysMissing',
  'unwritten',
  'carriedText',
  'workingDaysDiffer',
  'typedNumbers',
  'otherMasthead',
  'reportedBefore',
  'registrationTaken',
] as const
export type FindingKind = (typeof findingKinds)[number]

/**
 * A finding before signing. `blocks` means that it must be corrected; other findings must be accepted by the
 * signatory.
 */
export interface DraftFinding {
  kind: FindingKind
  blocks: boolean
  count: number
  names: FindingName[]
}

/** The subject of a finding, and its block. */
export type FindingName = Names & { block?: string }

/** The input of the checks. */
interface Checked {
  centre: Centre
  document: BriefingDocument
  to: string
  read: ReadDocument
  context: QueryContext
}

const mostNamed = 12
const finding = (kind: FindingKind, names: readonly FindingName[], count = names.length): DraftFinding[] =>
  count === 0 ? [] : [{ kind, blocks: kind === 'figuresDiffer', count, names: names.slice(0, mostNamed) }]
const measureNames = (ids: readonly MeasureId[]): Names[] =>
  Array.from(new Set(ids), id => measureNamed(id).names)

/** A measure with the block that contains it; fields of a Word template have no block. */
interface Placed {
  measure: MeasureId
  block?: string
}
const placedIn = (block: Block, measure: MeasureId): Placed => ({
  measure,
  ...(block.id !== undefined && { block: block.id }),
})
/** Each measure once, with the first block that contains it. */
function placedNames(placed: readonly Placed[]): FindingName[] {
  const first = new Map<MeasureId, FindingName>()
  for (const { measure, ...where } of placed)
    first.set(measure, first.get(measure) ?? { ...measureNamed(measure).names, ...where })
  return [...first.values()]
}
/** The figure references of a document, each with its block. */
const placedFigures = ({ blocks, word }: BriefingDocument): (Placed & { ref: FigureRef })[] => [
  ...blocks.flatMap(block =>
    figuresOf({ blocks: [block] }).map(ref => ({ ref, ...placedIn(block, ref.measure) })),
  ),
  ...(word?.figures ?? []).map(ref => ({ ref, measure: ref.measure })),
]
const placedSeries = ({ blocks, word }: BriefingDocument): { ref: SeriesRef; placed: Placed[] }[] => [
  ...blocks.flatMap(block =>
    seriesOf({ blocks: [block] }).map(ref => ({ ref, placed: ref.measures.map(id => placedIn(block, id)) })),
  ),
  ...(word?.series ?? []).map(ref => ({ ref, placed: ref.measures.map(measure => ({ measure })) })),
]
const usedIn = (document: BriefingDocument): MeasureId[] => [
  ...new Set([
    ...figuresOf(document).map(ref => ref.measure),
    ...seriesOf(document).flatMap(ref => ref.measures),
  ]),
]

async function unitsLate({ centre, context }: Checked): Promise<DraftFinding[]> {
  const { units } = await freshnessOf(centre.code, context)
  return finding(
    'unitsLate',
    units.filter(unit => unit.late).map(({ unit }) => ({ zh: unit.zh, en: unit.en })),
  )
}

async function quarantined({ centre, context: { database } }: Checked): Promise<DraftFinding[]> {
  const undone = await database.prisma.importBatch.findMany({
    where: { centreId: centre.id, undoneAt: { not: null } },
    select: { id: true },
  })
  const rows = await database.prisma.quarantinedRow.groupBy({
    by: ['batchId'],
    where: { centreId: centre.id, repairedIn: null, batchId: { notIn: undone.map(batch => batch.id) } },
    _count: true,
  })
  return finding(
    'quarantined',
    rows.map(row => ({ zh: `批次 ${row.batchId}`, en: `batch ${row.batchId}` })),
    rows.reduce((sum, row) => sum + row._count, 0),
  )
}

async function rollupsUnfinished({ centre, context: { database } }: Checked): Promise<DraftFinding[]> {
  const rollups = await database.prisma.rollup.findMany({ where: { centreId: centre.id } })
  return finding(
    'rollupsUnfinished',
    rollups.filter(rollup => rollup.missing.length > 0).map(({ name }) => ({ zh: name, en: name })),
  )
}

/** Findings for figures that differ when they are read from facts instead of rollups. */
async function figuresDiffer({ centre, document, read, context }: Checked): Promise<DraftFinding[]> {
  const again = await readDocument(document, {
    centre: centre.code,
    language: document.language,
    context: { ...context, factsOnly: true },
  })
  const figures = placedFigures(document).filter(
    ({ ref }) =>
      read.readings.figures[referenceKey(ref)]?.value !== again.readings.figures[referenceKey(ref)]?.value,
  )
  const series = placedSeries(document).filter(
    ({ ref }) =>
      hashOf(read.readings.series[referenceKey(ref)] ?? null) !==
      hashOf(again.readings.series[referenceKey(ref)] ?? null),
  )
  return finding('figuresDiffer', placedNames([...figures, ...series.flatMap(({ placed }) => placed)]))
}

/** The fingerprints of a document's measures at the time of reading. */
function fingerprintsIn(readings: Readings, document: BriefingDocument): Map<MeasureId, string> {
  return new Map([
    ...seriesOf(document).flatMap(ref =>
      ref.measures.map((id, place): [MeasureId, string] => [
        id,
        readings.series[referenceKey(ref)]?.fingerprints[place] ?? '',
      ]),
    ),
    ...figuresOf(document).map((ref): [MeasureId, string] => [
      ref.measure,
      readings.figures[referenceKey(ref)]?.fingerprint ?? '',
    ]),
  ])
}

async function definitionsChanged({
  centre,
  document,
  read,
  context: { database },
}: Checked): Promise<DraftFinding[]> {
  const earlier = await database.prisma.briefing.findMany({
    where: { centreId: centre.id, state: 'frozen' },
    orderBy: { frozenAt: 'desc' },
    take: 6,
    select: { document: true, readings: true },
  })
  const earlierOf = new Map<MeasureId, string>()
  for (const issue of earlier.toReversed())
    fingerprintsIn(
      issue.readings as unknown as Readings,
      issue.document as unknown as BriefingDocument,
    ).forEach((fingerprint, id) => earlierOf.set(id, fingerprint))
  const now = fingerprintsIn(read.readings, document)
  return finding(
    'definitionsChanged',
    measureNames(usedIn(document).filter(id => earlierOf.has(id) && earlierOf.get(id) !== now.get(id))),
  )
}

function claimsDoubtful({ document, read }: Checked): DraftFinding[] {
  const doubtful = document.blocks.flatMap((block): FindingName[] =>
    block.kind === 'claim' &&
    isDoubtful(block.stated, read.readings.figures[referenceKey(block.figure)]?.value ?? null)
      ? [{ zh: block.sentence, en: block.sentence, ...(block.id !== undefined && { block: block.id }) }]
      : [],
  )
  return finding('claimsDoubtful', doubtful)
}

const isEmptyIn = ({ figures }: Readings, ref: FigureRef): boolean =>
  ref.shows === 'value' && figures[referenceKey(ref)]?.value === null

function figuresEmpty({ document, read }: Checked): DraftFinding[] {
  const empty = placedFigures(document).filter(({ ref }) => isEmptyIn(read.readings, ref))
  return finding('figuresEmpty', placedNames(empty), empty.length)
}

/** The missing days of a reading since the opening, in both languages. */
function missingNames({ whyNot, to }: Reading, openedOn: string | null): Names[] {
  const isPartly = whyNot?.reason === 'nowPartly' || whyNot?.reason === 'earlierPartly'
  if (!isPartly || (openedOn !== null && whyNot.missing.to < openedOn)) return []
  const say = (language: Language): string => causeWords(whyNot, language, to.slice(0, 4))
  return [{ zh: say('zh'), en: say('en') }]
}

/** Numbers with missing days: left out of the text, or computed from the known days. */
function daysMissing({ centre, document, read }: Checked): DraftFinding[] {
  const all = placedFigures(document).flatMap(({ ref, measure, ...where }): FindingName[] => {
    const reading = read.readings.figures[referenceKey(ref)]
    const { names } = measureNamed(measure)
    return reading
      ? missingNames(reading, centre.openedOn).map(why => ({
          zh: `${names.zh}（${why.zh}）`,
          en: `${names.en} (${why.en})`,
          ...where,
        }))
      : []
  })
  const named = new Map(all.toReversed().map(name => [name.zh, name]))
  return finding('daysMissing', [...named.values()].toReversed(), all.length)
}

function periodOpen({ centre, to, context }: Checked): DraftFinding[] {
  const today = textOfDay(centre.hall.zone.localAt(context.now.getTime()).day)
  return to >= today
    ? finding('periodOpen', [{ zh: dateWords(to, 'zh', ''), en: dateWords(to, 'en', '') }])
    : []
}

const isWritten = (block: Block): boolean =>
  block.kind !== 'note' && !(block.kind === 'paragraph' && block.inlines.length === 0)

/** Sections that contain nothing but their writing hint. */
function unwritten({ document }: Checked): DraftFinding[] {
  const sections: { heading: Heading; blocks: Block[] }[] = []
  for (const block of document.blocks) {
    if (block.kind === 'heading') sections.push({ heading: block, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  const empty = sections.filter(
    ({ blocks }) => blocks.some(block => block.kind === 'note') && !blocks.some(isWritten),
  )
  return finding(
    'unwritten',
    empty.map(({ heading: { text, id } }) => ({
      zh: text,
      en: text,
      ...(id !== undefined && { block: id }),
    })),
  )
}

/** Runs all checks of a draft before signing. */
export async function findingsOf(checked: Checked): Promise<DraftFinding[]> {
  const findings = await Promise.all([
    figuresDiffer(checked),
    unitsLate(checked),
    quarantined(checked),
    rollupsUnfinished(checked),
    definitionsChanged(checked),
  ])
  return [
    ...findings.flat(),
    ...claimsDoubtful(checked),
    ...periodOpen(checked),
    ...figuresEmpty(checked),
    ...daysMissing(checked),
    ...unwritten(checked),
    ...finding('carriedText', unreadText(checked.document)),
    ...finding(
      'workingDaysDiffer',
      workingDayShifts(figuresOf(checked.document), {
        readings: checked.read.readings,
        calendar: checked.centre.hall.calendar,
      }),
    ),
  ]
}

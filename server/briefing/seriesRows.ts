import type {
  Answer,
  Cell,
  Figure,
  Language,
  Measure,
  MeasureId,
  Parts,
  Printing,
  SeriesRef,
  SeriesRow,
  Side,
} from '#measures'
import {
  figureOf,
  isBucketKnown,
  isWithin,
  isZeroKnown,
  isZeroKnownIn,
  measureNamed,
  paperWords,
  partlyKnownMark,
  printingOf,
  proseFigure,
  statedFigure,
  whyNotCompared,
} from '#measures'
import { bucketNames } from './spanWords.ts'

type SeriesCell = SeriesRow['cells'][number]

interface CellSource {
  parts: Parts
  earlier: Parts | null
  isKnown: boolean
  /**
   * Whether the row is a member of a dimension, which has no figure without records in a measure's
   * population.
   */
  isMember?: boolean
}

/**
 * The figure of a member; null where the measure's population has no records of it, such as savings of land.
 */
const ofMember = (figure: Figure): Figure => (figure.coverage?.of === 0 ? { ...figure, value: null } : figure)

function cellOf(
  id: MeasureId,
  { parts, earlier, isKnown, isMember = false }: CellSource,
  how: Printing,
): SeriesCell {
  const measure: Measure = measureNamed(id)
  const figure = isMember ? ofMember(figureOf(measure, parts)) : figureOf(measure, parts)
  const { value, numerator, n } = figure
  return {
    text: proseFigure(statedFigure(measure, figure, isKnown), measure, { ...how, form: 'plain' }),
    value,
    earlier: earlier ? figureOf(measure, earlier).value : null,
    numerator,
    n,
  }
}

/** The parts of cells, by the code of their first member. */
const byMember = (cells: readonly Cell[]): Map<string, Parts> =>
  new Map(cells.map(cell => [cell.members[0] ?? '', cell.parts]))

function memberRows(ref: SeriesRef, answer: Answer, language: Language): SeriesRow[] {
  const names = new Map(answer.members[0]?.map(member => [member.code, member[language]]))
  const earlier = byMember(answer.earlier?.totals ?? [])
  const { from, to } = answer.current
  const [first] = ref.measures
  const markOf = (members: readonly string[]): string =>
    first ? partlyKnownMark(measureNamed(first), answer, { members, language }) : ''
  const rows = answer.current.totals.flatMap((cell): SeriesRow[] => {
    const [code = ''] = cell.members
    return code === ''
      ? []
      : [
          {
            code,
            label: `${names.get(code) ?? code}${markOf(cell.members)}`,
            from,
            to,
            cells: ref.measures.map(id =>
              cellOf(
                id,
                {
                  parts: cell.parts,
                  isMember: true,
                  earlier: whyNotCompared(measureNamed(id), answer, cell.members)
                    ? null
                    : (earlier.get(code) ?? null),
                  isKnown: isZeroKnown(measureNamed(id), answer, cell.members),
                },
                printingOf(answer, language),
              ),
            ),
          },
        ]
  })
  return inOrder(ref, rows).slice(0, ref.most)
}

/** Rows within the limit, ordered by their first figure; rows without one are last. */
function inOrder({ order, limit }: SeriesRef, rows: readonly SeriesRow[]): SeriesRow[] {
  const sign = order === 'lowest' ? 1 : -1
  const valueOf = (row: SeriesRow): number | null => row.cells[0]?.value ?? null
  return rows
    .filter(row => isWithin(valueOf(row), limit ?? null))
    .toSorted((a, b) => {
      const [left, right] = [valueOf(a), valueOf(b)]
      const byValue = sign * ((left ?? 0) - (right ?? 0))
      return Number(left === null) - Number(right === null) || byValue || (a.code < b.code ? -1 : 1)
    })
}

const byBucket = (side: Side): Map<number, Parts> =>
  new Map(side.cells.map(cell => [cell.bucket, cell.parts]))

function bucketRows(ref: SeriesRef, answer: Answer, language: Language): SeriesRow[] {
  const { current, earlier } = answer
  const [now, before] = [byBucket(current), earlier && byBucket(earlier)]
  /** The parts of the earlier bucket; null where it is not fully known. */
  const partsBefore = (id: MeasureId, place: number): Parts | null => {
    const bucket = earlier?.buckets[place]
    return earlier && bucket && isBucketKnown(measureNamed(id), earlier, bucket)
      ? (before?.get(place) ?? null)
      : null
  }
  // Leading buckets before the opening are left out: they must not read as zero.
  const isEmpty = (bucket: { key: string; from: string; to: string }): boolean =>
    Object.keys(now.get(current.buckets.indexOf(bucket)) ?? {}).length === 0 &&
    ref.measures.every(id => !isBucketKnown(measureNamed(id), current, bucket))
  const first = Math.max(
    0,
    current.buckets.findIndex(bucket => !isEmpty(bucket)),
  )
  const buckets = current.buckets.slice(first, first + ref.most)
  const names = bucketNames(buckets, { granularity: ref.granularity, language })
  return buckets.map(({ from, to }, at) => {
    const place = first + at
    return {
      code: '',
      label: names[at] ?? '',
      from,
      to,
      cells: ref.measures.map(id =>
        cellOf(
          id,
          {
            parts: now.get(place) ?? {},
            earlier: partsBefore(id, place),
            isKnown: isZeroKnownIn(measureNamed(id), answer, { from, to }),
          },
          printingOf(answer, language),
        ),
      ),
    }
  })
}

/** The rows of a series: members ordered by value, or buckets of time in order. */
export function seriesRows(ref: SeriesRef, answer: Answer, language: Language): SeriesRow[] {
  return ref.by ? memberRows(ref, answer, language) : bucketRows(ref, answer, language)
}

/** The total row of a table; null with fewer than two rows, with a limit, or where no measure is a total. */
export function totalRow(
  ref: SeriesRef,
  answer: Answer,
  { rows, language }: { rows: readonly SeriesRow[]; language: Language },
): SeriesRow | null {
  if (rows.length < 2 || ref.limit || !ref.measures.some(id => measureNamed(id).kind === 'total')) return null
  const { from, to, overall } = answer.current
  return {
    code: '',
    label: paperWords[language].total,
    from,
    to,
    cells: ref.measures.map(id =>
      cellOf(
        id,
        { parts: overall, earlier: null, isKnown: isZeroKnown(measureNamed(id), answer) },
        printingOf(answer, language),
      ),
    ),
  }
}

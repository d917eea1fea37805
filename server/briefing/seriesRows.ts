import type { Answer, Cell, Language, Measure, MeasureId, Parts, SeriesRef, SeriesRow, Side } from '#measures'
import { figureOf, isEmptySide, measureNamed, printLine } from '#measures'

type SeriesCell = SeriesRow['cells'][number]

function cellOf(id: MeasureId, { parts, earlier }: { parts: Parts, earlier: Parts | null }, language: Language): SeriesCell {
  const measure: Measure = measureNamed(id)
  const { value, numerator, n } = figureOf(measure, parts)
  return { text: printLine(value, measure.unit, language), value, earlier: earlier ? figureOf(measure, earlier).value : null, numerator, n }
}

/** Cells of a side by what tells its rows apart. */
const byMember = (cells: readonly Cell[]): Map<string, Parts> => new Map(cells.map(cell => [cell.members[0] ?? '', cell.parts]))

function memberRows(ref: SeriesRef, answer: Answer, language: Language): SeriesRow[] {
  const names = new Map(answer.members[0]?.map(member => [member.code, member[language]]))
  const earlier = byMember(answer.earlier?.totals ?? [])
  const { from, to } = answer.current
  const rows = answer.current.totals.flatMap((cell): SeriesRow[] => {
    const [code = ''] = cell.members
    return code === '' ? [] : [{ code, label: names.get(code) ?? code, from, to, cells: ref.measures.map(id => cellOf(id, { parts: cell.parts, earlier: earlier.get(code) ?? null }, language)) }]
  })
  const size = (row: SeriesRow): number => row.cells[0]?.value ?? Number.NEGATIVE_INFINITY
  return rows.toSorted((a, b) => size(b) - size(a) || (a.code < b.code ? -1 : 1)).slice(0, ref.most)
}

const byBucket = (side: Side): Map<number, Parts> => new Map(side.cells.map(cell => [cell.bucket, cell.parts]))

function bucketRows(ref: SeriesRef, answer: Answer, language: Language): SeriesRow[] {
  const { current, earlier } = answer
  const [now, before] = [byBucket(current), earlier && !isEmptySide(earlier) ? byBucket(earlier) : null]
  return current.buckets.slice(0, ref.most).map(({ key, from, to }, place) => ({
    code: '',
    label: key === 'all' ? `${from}..${to}` : key,
    from,
    to,
    cells: ref.measures.map(id => cellOf(id, { parts: now.get(place) ?? {}, earlier: before && (before.get(place) ?? {}) }, language)),
  }))
}

/** The rows of a series: members by size, largest first, or buckets of time in order. */
export function seriesRows(ref: SeriesRef, answer: Answer, language: Language): SeriesRow[] {
  return ref.by ? memberRows(ref, answer, language) : bucketRows(ref, answer, language)
}

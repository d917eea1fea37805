import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { madeKeyHeading } from '../../rows/madeRows.ts'
import { pieceCells, piecesIn } from '../../rows/pieces.ts'
import { expandedRows } from '../../rows/several.ts'
import { guess, someOf } from '../finding.ts'
import { hinted, hintsOf } from '../hints.ts'
import { columnText, filledOf } from './columns.ts'
import { judgeLevelCodes, judgeOwnReviews } from './reviews.ts'

/** The least number of columns that identify a row; with a single one, different records could be merged. */
const leastParts = 2

/** For a file without record numbers, numbers are generated from the columns that identify its rows. */
export function judgeKey({ mapping, target }: Judged): Finding[] {
  const { tellApart = [] } = target
  const key = target.fields.find(field => field.name === target.key)
  if (key === undefined || mapping.columns[key.name] !== undefined) return []
  const parts = tellApart.flatMap(name => mapping.columns[name] ?? [])
  if (parts.length < leastParts || mapping.columns[tellApart[0] ?? ''] === undefined) return []
  mapping.columns[key.name] = madeKeyHeading
  mapping.rowKey = [...new Set(parts)]
  return [guess('keyMade', { field: key.names, columns: mapping.rowKey.join('、') })]
}

/** A required code that no column gives: the one named by the title or the headings applies to all rows. */
export function judgeConstants({ mapping, target, sample }: Judged, titles: readonly string[]): Finding[] {
  return hintsOf(target.name).flatMap(given => {
    const field = target.fields.find(field => field.name === given.field)
    const isGiven = mapping.columns[given.field] !== undefined || mapping.constants[given.field] !== undefined
    const hint = isGiven ? null : hinted(given, { titles, headers: sample.headers })
    if (!field || hint === null) return []
    mapping.constants[field.name] = hint.code
    const chosen = field.values?.[hint.code] ?? hint.code
    return [guess('constantGuess', { field: field.names, chosen, text: hint.text, name: field.name })]
  })
}

const countHeading =
  /^(?:数量|件数|面数|封数|份数|个数|数目)(?:[（(].*[）)])?$|^(?:锦旗|感谢信|表扬信)(?:数|.*数量|[（(][面封件]).*$/

const sumOf = (text: string): number =>
  piecesIn(text)?.reduce((sum, { count }) => sum + count, 0) ?? Number.POSITIVE_INFINITY

/** The column that says how many records a row represents: the kind itself (锦旗2面), or a separate one. */
function pieceColumn(judged: Judged): { column: string; several: string[] } | null {
  const { mapping, sample } = judged
  const kinds = filledOf(judged, 'kind')
  const kind = mapping.columns.kind
  if (typeof kind === 'string' && kinds.some(text => /\d/.test(text) || sumOf(text) > 1))
    return { column: kind, several: kinds.filter(text => sumOf(text) > 1) }
  const used = new Set(Object.values(mapping.columns).flat())
  const column = sample.headers.find(header => countHeading.test(header) && !used.has(header))
  if (column === undefined) return null
  const place = sample.headers.indexOf(column)
  const texts = sample.rows.map(cells => cells[place]?.trim() ?? '')
  const several = texts.filter(text => text !== '' && sumOf(text) > 1)
  return several.length > 0 ? { column, several } : null
}

/** Rows that represent several records are judged and loaded as that many. */
export function judgePieces(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  const counts = target.name === 'feedback' && mapping.kindColumns === undefined
  const pieces = counts ? pieceColumn(judged) : null
  if (pieces === null) return []
  mapping.pieces = pieces.column
  const place = sample.headers.indexOf(pieces.column)
  const columns = { place, key: null }
  const readable = sample.rows.filter(cells => piecesIn(cells[place] ?? '') !== null)
  judged.sample = { ...sample, rows: expandedRows(sample.rows, cells => pieceCells(cells, columns)) }
  const rows = judged.sample.rows.length - (sample.rows.length - readable.length)
  const { column, several } = pieces
  return several.length === 0
    ? []
    : [guess('severalPieces', { column, count: several.length, rows }, someOf(several))]
}

/** Moves a column from one field to another without a column; false where that is not possible. */
function move({ columns }: Judged['mapping'], from: string, to: string): boolean {
  const column = columns[from]
  if (column === undefined || columns[to] !== undefined) return false
  delete columns[from]
  columns[to] = column
  return true
}

/** 是否满意 of a review is its level; 满意度 of a call is the answer when called back. */
export function judgeSatisfaction(judged: Judged): Finding[] {
  const { mapping, target } = judged
  const { kind } = mapping.constants
  if (target.name !== 'feedback') return []
  const own = judgeOwnReviews(judged)
  if (kind === 'hotline') move(mapping, 'level', 'satisfied')
  if (kind !== 'review') return own
  const moved = mapping.columns.calledBack === undefined && move(mapping, 'satisfied', 'level')
  const column = columnText(mapping, 'level')
  return moved ? [...own, guess('satisfactionAsLevel', { column }, someOf(filledOf(judged, 'level')))] : own
}

/** Reviews without a level, once the texts for "none" are known. */
export function judgeLevels(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  const codes = judgeLevelCodes(judged)
  if (target.name !== 'feedback' || mapping.constants.kind !== 'review') return codes
  const without = sample.rows.length - filledOf(judged, 'level').length
  return without > 0 ? [...codes, guess('reviewsWithoutLevel', { count: without })] : codes
}

import type { Target } from '../../targets/target.ts'
import type { Finding } from '../finding.ts'
import type { Judged, Sample } from './columns.ts'
import { plainWidth } from '../../rows/keyText.ts'
import { countIn, kindCells, madeKindHeading } from '../../rows/kindColumns.ts'
import { expandedRows } from '../../rows/several.ts'
import { guess, someOf } from '../finding.ts'

/** The kinds that a table can count. A count of reviews would give reviews without a level. */
const countedKinds = ['banner', 'letter', 'complaint']
/** A heading without the words for counting: 收到锦旗（面） and 锦旗数量 become 锦旗. */
const bareHeading = (header: string): string =>
  plainWidth(header)
    .replaceAll(/\s/g, '')
    .replace(/^(?:收到|获赠|获得|收获|接收|no\.?of|numberof)/i, '')
    .replace(/[([][^)\]]*[)\]]$/, '')
    .replace(/(?:的?(?:数量|件数|面数|封数|个数|次数)|[面封件]?数|s)$/i, '')
    .toLowerCase()

function kindNames(target: Target): Map<string, string> {
  const kind = target.fields.find(field => field.name === 'kind')
  return new Map(
    countedKinds.flatMap(code => {
      const { zh = '', en = '' } = kind?.values?.[code] ?? {}
      return [zh, en, ...(kind?.alsoValues?.[code] ?? [])].map((name): [string, string] => [
        bareHeading(name),
        code,
      ])
    }),
  )
}

/** The columns that count records of one kind each, found by headings and texts: column → code. */
export function kindColumnsOf(target: Target, { headers, rows }: Sample): Record<string, string> {
  if (target.name !== 'feedback') return {}
  const names = kindNames(target)
  return Object.fromEntries(
    headers.flatMap((header, place): [string, string][] => {
      const code = names.get(bareHeading(header))
      if (code === undefined) return []
      const counts = rows.map(cells => countIn(cells[place] ?? ''))
      const read = counts.filter(count => count !== null)
      // A few invalid cells are refused with their rows; a column mostly of text is not a column of counts.
      const counting = read.length >= counts.length / 2 && read.some(count => count > 0)
      return counting ? [[header, code]] : []
    }),
  )
}

/**
 * Whether only counting columns give the kind of a row: no other column does, and there are several of them,
 * or a single one with zeros.
 */
function kindsAreOpen({ mapping, sample }: Judged, kinds: Record<string, string>): boolean {
  const own = mapping.columns.kind
  if (typeof own === 'string' && kinds[own] === undefined) return false
  const places = Object.keys(kinds).map(column => sample.headers.indexOf(column))
  const hasZeros = sample.rows.some(cells => places.some(place => countIn(cells[place] ?? '') === 0))
  return places.length > 1 || (places.length === 1 && hasZeros)
}

/** A table with one column of counts per kind is judged and loaded as that many records. */
export function judgeKinds(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  const kinds = kindColumnsOf(target, sample)
  if (!kindsAreOpen(judged, kinds)) return []
  for (const [field, column] of Object.entries(mapping.columns))
    if (typeof column === 'string' && kinds[column] !== undefined) delete mapping.columns[field]
  mapping.kindColumns = kinds
  mapping.columns.kind = madeKindHeading
  mapping.except[madeKindHeading] = ['']
  const places = Object.entries(kinds).map(([column, code]) => ({
    place: sample.headers.indexOf(column),
    code,
  }))
  const kind = sample.headers.length
  const rows = expandedRows(
    sample.rows,
    cells => kindCells(cells, { kinds: places, kind, key: null }) ?? [[...cells, '']],
  )
  const records = rows.filter(cells => cells[kind] !== '')
  judged.sample = { headers: [...sample.headers, madeKindHeading], rows: records }
  const columns = Object.keys(kinds).join('、')
  const texts = places.flatMap(({ place }) => sample.rows.map(cells => cells[place] ?? ''))
  const several = texts.filter(text => (countIn(text) ?? 0) > 0)
  return [guess('kindColumns', { columns, rows: records.length }, someOf(several))]
}

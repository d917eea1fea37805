import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { guess, someOf } from '../finding.ts'

const lotHeading = /标段|标包|分包|包组|包号|包件|^包$|\blot\b/i
const projectHeading =
  /(?:项目|招标|采购|交易|工程).*(?:编号|编码|代码|号)$|\b(?:tender|project|procurement)\b.+\b(?:id|no|number|code|ref)/i

/** The number of distinct texts of some columns together, and of rows that have them. */
function differentIn({ sample }: Judged, columns: readonly string[]): { different: number; rows: number } {
  const places = columns.map(column => sample.headers.indexOf(column))
  const texts = sample.rows
    .map(cells => places.map(place => cells[place]?.trim() ?? '').join('/'))
    .filter(text => text.replaceAll('/', '') !== '')
  return { different: new Set(texts).size, rows: texts.length }
}

/**
 * In projects with several lots, the project number repeats and lot numbers may start at 1 in each project:
 * only both together identify a trade.
 */
export function judgeLots(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  const own = mapping.columns.tradeCode
  if (target.name !== 'trades' || typeof own !== 'string' || !sample.headers.includes(own)) return []
  const alone = differentIn(judged, [own])
  if (alone.different === alone.rows) return []
  const others = (heading: RegExp): string[] =>
    sample.headers.filter(header => header !== own && heading.test(header))
  const pairs = [
    ...(lotHeading.test(own) ? others(projectHeading).map(project => [project, own]) : []),
    ...others(lotHeading).map(lot => [own, lot]),
  ]
  const pair = pairs
    .map(pair => ({ pair, ...differentIn(judged, pair) }))
    .filter(({ different }) => different > alone.different)
    .sort((a, b) => b.different - a.different)[0]
  if (!pair) return []
  mapping.columns.tradeCode = pair.pair
  const place = sample.headers.indexOf(own)
  const details = { column: own, columns: pair.pair.join('/'), count: alone.rows - alone.different }
  return [guess('joinedKey', details, someOf(sample.rows.map(cells => cells[place]?.trim() ?? '')))]
}

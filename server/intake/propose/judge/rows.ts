import type { Mapping } from '../../rows/mapping.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { guess, someOf } from '../finding.ts'
import { columnText, textsOf } from './columns.ts'

const totals =
  /^(?:小计|合计|总计|共计|累计|总合计|本页小计|本页合计|本月合计|全年合计|total|subtotal|sum|grand total)[:：]?$/i
const signature =
  /^(制表人?|填表人?|填报人?|审核人?|复核人?|负责人|单位负责人|经办人|联系人|联系电话|制表单位|填报单位|填报日期|制表日期|打印时间|导出时间|数据来源|注|备注|说明)\s*[:：]/
/** Totals and signatures stand in one of the first columns. */
const firstColumns = 3

/** The word in a row that says that it is no record, and where it stands; null for a record. */
function noRecord(cells: readonly string[]): { place: number; rule: string } | null {
  const filled = cells.filter(cell => cell.trim() !== '').length
  for (let place = 0; place < Math.min(firstColumns, cells.length); place++) {
    const text = cells[place]?.trim() ?? ''
    if (totals.test(text.replaceAll(/\s/g, ''))) return { place, rule: text }
    const word = filled <= Math.max(2, cells.length / 3) ? signature.exec(text)?.[1] : undefined
    if (word !== undefined) return { place, rule: `${word}*` }
  }
  return null
}

/** Rows that are no records, and the rules that leave them out. */
export function withoutTotals(sample: Judged['sample']): {
  sample: Judged['sample']
  except: Mapping['except']
  findings: Finding[]
} {
  const except: Record<string, string[]> = {}
  const examples: string[] = []
  const rows = sample.rows.filter(cells => {
    const word = noRecord(cells)
    if (word === null) return true
    const rules = (except[sample.headers[word.place] ?? ''] ??= [])
    if (!rules.includes(word.rule)) rules.push(word.rule)
    examples.push(cells[word.place]?.trim() ?? '')
    return false
  })
  const count = examples.length
  return {
    sample: { ...sample, rows },
    except,
    findings: count === 0 ? [] : [guess('notRows', { count }, someOf(examples))],
  }
}

/** One text for keys that differ in width or case alone. */
const keyOf = (text: string): string => text.normalize('NFKC').toUpperCase()

interface Repeated {
  keys: string[]
  rows: number
  /** True where a later row of a key fills what an earlier one leaves blank. */
  progresses: boolean
  /** True where a later row of a key leaves blank what an earlier one fills. */
  forgets: boolean
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** True where two rows of a key cannot be of one case: they name two items or applicants. */
function disagree(one: readonly string[], other: readonly string[], places: readonly number[]): boolean {
  return places.some(
    place =>
      !isBlank(one[place]) &&
      !isBlank(other[place]) &&
      keyOf(one[place]?.trim() ?? '') !== keyOf(other[place]?.trim() ?? ''),
  )
}

/** The rows that share a key; null where some of them are plainly of different cases. */
function repeatedIn(
  keys: readonly string[],
  rows: Judged['sample']['rows'],
  same: readonly number[],
): Repeated | null {
  const seen = new Map<string, readonly string[]>()
  const repeated = new Map<string, number>()
  let [progresses, forgets] = [false, false]
  for (const [index, text] of keys.entries()) {
    if (text === '') continue
    const key = keyOf(text)
    const before = seen.get(key)
    const cells = rows[index] ?? []
    if (before && cells.some((cell, place) => keyOf(cell) !== keyOf(before[place] ?? ''))) {
      repeated.set(key, (repeated.get(key) ?? 1) + 1)
      if (disagree(cells, before, same)) return null
      progresses ||= cells.some((cell, place) => !isBlank(cell) && isBlank(before[place]))
      forgets ||= cells.some((cell, place) => isBlank(cell) && !isBlank(before[place]))
    }
    seen.set(key, cells)
  }
  return {
    keys: [...repeated.keys()],
    rows: [...repeated.values()].reduce((sum, n) => sum + n, 0),
    progresses,
    forgets,
  }
}

/** Rows that share a key: one row for each step of a case. */
export function judgeRepeats(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  const field = target.fields.find(one => (one.column ?? one.name) === target.key)
  if (field === undefined || target.keyOf) return []
  const keys = textsOf(judged, field.name)
  const same = ['item', 'applicant'].flatMap(name => sample.headers.indexOf(columnText(mapping, name)))
  const found = repeatedIn(
    keys,
    sample.rows,
    same.filter(place => place >= 0),
  )
  if (found === null || found.keys.length === 0) return []
  const { keys: repeated, rows, progresses, forgets } = found
  const different = new Set(keys.filter(key => key !== '').map(keyOf)).size
  if (target.name === 'cases' && progresses && rows > sample.rows.length / 4) {
    mapping.repeats = forgets ? 'fold' : 'last'
    return [
      guess(
        forgets ? 'foldedKeys' : 'repeatedKeys',
        { rows: sample.rows.length, count: different },
        someOf(repeated),
      ),
    ]
  }
  return []
}

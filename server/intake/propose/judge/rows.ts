import type { Mapping } from '../../rows/mapping.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { guess, someOf } from '../finding.ts'
import { columnText, textsOf } from './columns.ts'

const totals =
  /^(?:小计|合计|总计|共计|累计|总合计|本页小计|本页合计|本月合计|全年合计|total|subtotal|sum|grand total)[:：]?$/i
const signers = '制表|填表|填报|统计|审核|复核|审批|校对|报送'
const signatures = [
  `(?:${signers})(?:人|人员|单位|部门|日期|时间)?`,
  '(?:单位|部门)?(?:负责人|领导)(?:签字|签章)?|经办人|联系人|联系电话|打印时间|打印日期|导出时间|数据来源',
  '单位[(（](?:盖章|公章)[)）]|注|备注|说明',
].join('|')
const signature = new RegExp(`^(?:${signatures})\\s*[:：]`)
/** Without a colon, the name is in the next cell. */
const bareSignature = new RegExp(`^(?:${signers})(?:人|日期|时间)$`)
/** Words for totals are in one of the first columns. */
const firstColumns = 3

/** Where a row has a word that marks it as no record, and the rule that excludes such rows. */
interface NoRecord {
  place: number
  rule: string
}

const textsIn = (cells: readonly string[]): string[] => cells.map(cell => cell.trim())

function totalIn(texts: readonly string[]): NoRecord | null {
  const place = texts.slice(0, firstColumns).findIndex(text => totals.test(text.replaceAll(/\s/g, '')))
  return place < 0 ? null : { place, rule: texts[place] ?? '' }
}

/** Rows of signatures fill few cells, or nearly every other one. */
function signatureIn(texts: readonly string[]): NoRecord | null {
  const signed = texts.filter(text => signature.test(text) || bareSignature.test(text)).length
  const filled = texts.filter(text => text !== '').length
  if (signed === 0 || (filled > Math.max(2, texts.length / 3) && signed * 2 < filled)) return null
  const place = texts.findIndex(text => signature.test(text) || bareSignature.test(text))
  const text = texts[place] ?? ''
  const start = signature.exec(text)?.[0]
  return { place, rule: start === undefined ? text : `${start}*` }
}

/** Repeated headings or titles, as at the top of each printed page. */
function repeatIn(
  texts: readonly string[],
  headings: readonly (readonly string[])[],
  above: ReadonlySet<string>,
): NoRecord | null {
  const filled = texts.filter(text => text !== '').length
  const places = texts.flatMap((text, place) =>
    text !== '' && headings[place]?.includes(text) ? [place] : [],
  )
  const title = filled <= 2 ? texts.findIndex(text => above.has(text)) : -1
  const [place = title] = places.length >= 2 && places.length >= 0.6 * filled ? places : []
  return place < 0 ? null : { place, rule: texts[place] ?? '' }
}

/** The exclusion rules merged, without duplicate texts. */
export function withRules(rules: Mapping['except'], others: Mapping['except']): Mapping['except'] {
  const columns = [...new Set([...Object.keys(rules), ...Object.keys(others)])]
  const textsOf = (column: string): string[] => [...(rules[column] ?? []), ...(others[column] ?? [])]
  return Object.fromEntries(columns.map(column => [column, [...new Set(textsOf(column))]]))
}

/** Removes rows that are no records from a sample, and returns the rules that exclude them. */
export function withoutTotals(
  sample: Judged['sample'],
  above: readonly string[] = [],
): {
  sample: Judged['sample']
  except: Mapping['except']
  /** The texts of those rows, such as a note of the unit below the table. */
  notes: string[]
  findings: Finding[]
} {
  const except: Record<string, string[]> = {}
  const [examples, notes]: [string[], string[]] = [[], []]
  const headings = sample.headers.map(header => [header, ...header.split(' / ')])
  const titles = new Set(above)
  const rows = sample.rows.filter(cells => {
    const texts = textsIn(cells)
    const word = totalIn(texts) ?? signatureIn(texts) ?? repeatIn(texts, headings, titles)
    if (word === null) return true
    const rules = (except[sample.headers[word.place] ?? ''] ??= [])
    if (!rules.includes(word.rule)) rules.push(word.rule)
    examples.push(cells[word.place]?.trim() ?? '')
    notes.push(...texts.filter(text => text !== ''))
    return false
  })
  const count = examples.length
  return {
    sample: { ...sample, rows },
    except,
    notes,
    findings: count === 0 ? [] : [guess('notRows', { count }, someOf(examples))],
  }
}

/** Normalises keys that only differ in width or case. */
const keyOf = (text: string): string => text.normalize('NFKC').toUpperCase()

interface Repeated {
  keys: string[]
  rows: number
  /** Whether a later row of a key fills a cell that an earlier one leaves blank. */
  progresses: boolean
  /** Whether a later row of a key leaves a cell blank that an earlier one fills. */
  forgets: boolean
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** Whether two rows of a key cannot belong to one case: they have different items or applicants. */
function disagree(one: readonly string[], other: readonly string[], places: readonly number[]): boolean {
  return places.some(
    place =>
      !isBlank(one[place]) &&
      !isBlank(other[place]) &&
      keyOf(one[place]?.trim() ?? '') !== keyOf(other[place]?.trim() ?? ''),
  )
}

/** The rows that share a key; null where some of them belong to different cases. */
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

/** Rows with a shared key: one row per step of a case. */
export function judgeRepeats(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  const field = target.fields.find(field => (field.column ?? field.name) === target.key)
  if (field === undefined || target.keyOf) return []
  const keys = textsOf(judged, field.name)
  const same = ['item', 'applicant'].flatMap(name => sample.headers.indexOf(columnText(mapping, name)))
  const repetition = repeatedIn(
    keys,
    sample.rows,
    same.filter(place => place >= 0),
  )
  if (repetition === null || repetition.keys.length === 0) return []
  const { keys: repeated, rows, progresses, forgets } = repetition
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

import type { Names } from '#measures'
import type { Field } from '../rows/field.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { TargetName } from '../rows/targetNames.ts'
import type { Target } from '../targets/target.ts'
import type { Finding } from './finding.ts'
import type { Lines, Speaks } from './headers.ts'
import type { Judged, Sample } from './judge/columns.ts'
import type { KnownMembers } from './values.ts'
import { sheetHeading } from '../read/workbook/open.ts'
import { choicesOf } from '../rows/field.ts'
import { parseMapping } from '../rows/mapping.ts'
import { targets } from '../targets/index.ts'
import { guess, ordered, someOf } from './finding.ts'
import { speaksFrom } from './fits.ts'
import { fitsOf, linesFrom, matchHeaders } from './headers.ts'
import { headingsOf } from './headings/index.ts'
import { hinted, hintsOf } from './hints.ts'
import { judgeInitials, matchInitials } from './initials.ts'
import { judgeAwards, judgeFailures } from './judge/awards.ts'
import { judgeKinds, kindColumnsOf } from './judge/kinds.ts'
import { judgeLots } from './judge/lots.ts'
import { judgeConstants, judgeKey, judgeLevels, judgePieces, judgeSatisfaction } from './judge/made.ts'
import { judgePercents, judgeSmallAmounts, judgeUnits, judgeWords } from './judge/money.ts'
import { judgeRepeats, withoutTotals, withRules } from './judge/rows.ts'
import {
  judgeCaseTimes,
  judgeLaterDays,
  judgeMidnights,
  judgePlaceholders,
  judgeTimeWords,
} from './judge/times.ts'
import { judgeUnused } from './judge/unused.ts'
import { rulesOf } from './meaning/index.ts'
import { currencyIn } from './money.ts'
import { unmetNeeds } from './needs.ts'
import { isDiscountRate, isUnitPrice } from './notTotals.ts'
import { checkSavedMapping } from './savedMapping.ts'
import { withMoney, withTimes } from './shaped.ts'
import { withMembers, withValues } from './values.ts'

export type { Sample } from './judge/columns.ts'
export type { KnownMembers } from './values.ts'

/** A proposed mapping, and its findings. */
interface Proposal {
  mapping: Mapping
  findings: Finding[]
}

/** The input of a proposal besides the file's rows. */
interface ProposeContext {
  /** The mapping from last time, where there is one. */
  earlier: Mapping | null
  members: KnownMembers
  /** The texts above the headings. */
  above?: readonly string[]
  /** Notes in rows that are no records. */
  notes?: readonly string[]
  /** Further names: those of the file and the sheet. */
  titles?: readonly string[]
  /** The local day of the load; without it, nothing lies in the future. */
  today?: number
  currency?: string
}

/** Amounts in another currency than the centre's are not mapped. */
function speaksOf(sample: Sample, currency: string): Speaks {
  const speaks = speaksFrom(sample)
  return (field, header) =>
    field.reads === 'money' && (currencyIn(header) ?? currency) !== currency ? 0 : speaks(field, header)
}

/** The evidence of headings and texts, computed once. */
interface Said {
  speaks: Speaks
  lines: Lines
}

function columnsFor(target: Target, { headers }: Sample, said: Said): Record<string, string> {
  const columns = matchHeaders(headers, target.fields, {
    headings: headingsOf[target.name] ?? {},
    rules: rulesOf[target.name] ?? {},
    ...said,
  })
  return { ...columns, ...matchInitials(target, headers, { columns, speaks: said.speaks }) }
}

const plainFit = 85

/** Columns whose headings match a field but whose texts cannot be parsed as it. */
function unlikeHeadings({ mapping, target, sample }: Judged, { speaks, lines }: Said): Finding[] {
  const used = new Set(Object.values(mapping.columns).flat())
  const [headings, rules] = [headingsOf[target.name] ?? {}, rulesOf[target.name] ?? {}]
  const open = target.fields
    .filter(({ name, onRequest }) => onRequest !== true && mapping.columns[name] === undefined)
    .map(field => ({
      field,
      fits: fitsOf(field, { headings: headings[field.name], rules: rules[field.name] }),
    }))
  return sample.headers
    .filter(header => !used.has(header) && !isUnitPrice(header) && !isDiscountRate(header))
    .flatMap(header => {
      const field = open.find(
        ({ field, fits }) => fits(lines(header)) >= plainFit && speaks(field, header) === 0,
      )?.field
      if (field === undefined) return []
      const place = sample.headers.indexOf(header)
      const texts = sample.rows.map(cells => cells[place]?.trim() ?? '').filter(text => text !== '')
      return [guess('headingUnlike', { column: header, field: field.names }, someOf(texts))]
    })
}

const joined = (names: readonly Names[]): Names => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
})

const nameColumn: Names = { zh: '请指定对应的列', en: 'name its column' }

/** The advice for a required field without a column. */
function todoFor(field: Field): Names {
  if (choicesOf(field) !== undefined)
    return {
      zh: `请指定一列，或选一个对所有行都成立的固定值（命令行 --set ${field.name}=…）`,
      en: `name a column, or a fixed value for all rows (--set ${field.name}=… on the command line)`,
    }
  return field.identifies === true
    ? {
        zh: '请在导出时带上编号列；没有编号，同一条记录再次载入时无法识别',
        en: 'export the number column too; without it a record cannot be recognised when loaded again',
      }
    : nameColumn
}

function unfilled({ mapping, target }: Judged): Finding[] {
  const namesOf = (group: readonly string[]): Names[] =>
    group.flatMap(name => target.fields.find(field => field.name === name)?.names ?? [])
  const missing = target.fields.filter(
    field =>
      field.required &&
      mapping.columns[field.name] === undefined &&
      mapping.constants[field.name] === undefined,
  )
  return [
    ...missing.map(field => guess('requiredMissing', { field: field.names, todo: todoFor(field) })),
    ...unmetNeeds(mapping).map(group =>
      group.length === 1
        ? guess('requiredMissing', { field: namesOf(group)[0] ?? '', todo: nameColumn })
        : guess('needsOneOf', { fields: joined(namesOf(group)) }),
    ),
  ]
}

/** Form and units are proposed for a new kind of file; those of a mapping from last time are kept. */
function shapeOf(
  judged: Judged,
  { earlier, above = [], notes = [], titles = [], currency = 'CNY', today }: ProposeContext,
): Finding[] {
  const beside = [...above, ...notes]
  if (earlier !== null)
    return [
      ...checkSavedMapping(judged, { beside, titles: [...above, ...titles], currency }),
      ...judgeMidnights(judged, false),
    ]
  const timeWords = judgeTimeWords(judged)
  const times = [...timeWords, ...withTimes(judged, today), ...judgeMidnights(judged, true)]
  const words = judgeWords(judged)
  const money = withMoney(judged, { above: beside, currency })
  const units = judgeUnits(judged, money.guessed)
  const small = judgeSmallAmounts(judged, money.guessed)
  return [...times, ...words, ...money.findings, ...units, ...small]
}

/** Derives what a file lacks from its rows or its title. */
function madeFor(judged: Judged, { titles = [], above = [] }: ProposeContext): Finding[] {
  const kinds = judgeKinds(judged)
  const constants = judgeConstants(judged, [...above, ...titles])
  const pieces = judgePieces(judged)
  const satisfaction = judgeSatisfaction(judged)
  const awards = judgeAwards(judged)
  const lots = judgeLots(judged)
  return [...kinds, ...constants, ...awards, ...lots, ...pieces, ...satisfaction, ...judgeKey(judged)]
}

/**
 * Proposes a mapping of a file to a target, based on the mapping from last time where there is one. Findings
 * are in reading order.
 */
export function propose(target: Target, whole: Sample, given: ProposeContext): Proposal {
  const { sample, except, notes, findings } = withoutTotals(whole, given.above)
  const context = { ...given, notes }
  const said: Said = {
    speaks: speaksOf(sample, context.currency ?? 'CNY'),
    lines: linesFrom(sample.headers),
  }
  const mapping =
    context.earlier === null
      ? parseMapping({ target: target.name, columns: columnsFor(target, sample, said), except }, 'headers')
      : { ...structuredClone(context.earlier), except: withRules(context.earlier.except, except) }
  const judged: Judged = { target, mapping, sample }
  const made = context.earlier === null ? [...judgeInitials(judged), ...madeFor(judged, context)] : []
  judgePercents(judged)
  const all = [
    ...made,
    ...unfilled(judged),
    ...unlikeHeadings(judged, said),
    ...findings,
    ...shapeOf(judged, context),
    ...judgeFailures(judged),
    ...judgePlaceholders(judged),
    ...judgeRepeats(judged),
    ...judgeCaseTimes(judged),
    ...(context.today === undefined ? [] : judgeLaterDays(judged, context.today)),
    ...withValues(judged),
    ...judgeLevels(judged),
    ...withMembers(judged, context.members),
    ...judgeUnused(judged, [sheetHeading]),
  ]
  return { mapping, findings: ordered(all) }
}

/** So few matched fields may be coincidence. */
const fewFields = 1

/**
 * A title that names a kind of record, or columns that count kinds, make up for a missing number and kind.
 */
function telling(target: Target, sample: Sample, titles: readonly string[]): number {
  const named = hintsOf(target.name).some(given => hinted(given, { titles, headers: [] }) !== null)
  return named || Object.keys(kindColumnsOf(target, sample)).length > 1 ? 2 : 0
}

/**
 * Guesses the target of a file: the one with most matched fields, less its unmatched required ones. Null
 * where hardly any match.
 */
export function guessTarget(sample: Sample, titles: readonly string[] = []): TargetName | null {
  const said: Said = { speaks: speaksOf(sample, 'CNY'), lines: linesFrom(sample.headers) }
  const [best] = Object.values(targets)
    .map(target => {
      const columns = columnsFor(target, sample, said)
      const lacking = target.fields.filter(field => field.required && columns[field.name] === undefined)
      return {
        name: target.name,
        score: Object.keys(columns).length - lacking.length + telling(target, sample, titles),
      }
    })
    .sort((a, b) => b.score - a.score)
  return best && best.score > fewFields ? best.name : null
}

import type { Names } from '#measures'
import type { Mapping } from '../rows/mapping.ts'
import type { TargetName } from '../rows/targetNames.ts'
import type { Target } from '../targets/target.ts'
import type { Finding } from './finding.ts'
import type { Speaks } from './headers.ts'
import type { Judged, Sample } from './judge/columns.ts'
import type { KnownMembers } from './values.ts'
import { sheetHeading } from '../read/workbook/open.ts'
import { parseMapping } from '../rows/mapping.ts'
import { targets } from '../targets/index.ts'
import { guess, ordered, someOf } from './finding.ts'
import { speaksFrom } from './fits.ts'
import { fit, matchHeaders } from './headers.ts'
import { headingsOf } from './headings/index.ts'
import { judgePercents, judgeUnits, judgeWords } from './judge/money.ts'
import { judgeRepeats, withoutTotals } from './judge/rows.ts'
import { judgeCaseTimes, judgeMidnights, judgePlaceholders, judgeTimeWords } from './judge/times.ts'
import { judgeUnused } from './judge/unused.ts'
import { rulesOf } from './meaning/index.ts'
import { currencyIn } from './money.ts'
import { unmetNeeds } from './needs.ts'
import { withMoney, withTimes } from './shaped.ts'
import { withMembers, withValues } from './values.ts'

export type { Sample } from './judge/columns.ts'
export type { KnownMembers } from './values.ts'

/** How a file might be read, and what a person should know of that. */
interface Proposal {
  mapping: Mapping
  findings: Finding[]
}

/** What a proposal depends on besides the file's rows. */
interface ProposeContext {
  /** The mapping of last time, where there is one. */
  earlier: Mapping | null
  members: KnownMembers
  /** The texts above the headings. */
  above?: readonly string[]
  currency?: string
}

/** Amounts in another currency than the centre's are not read; with them the columns that hold them. */
function speaksOf(sample: Sample, currency: string): Speaks {
  const speaks = speaksFrom(sample)
  return (field, header) =>
    field.reads === 'money' && (currencyIn(header) ?? currency) !== currency ? 0 : speaks(field, header)
}

const columnsFor = (target: Target, sample: Sample, currency = 'CNY'): Record<string, string> =>
  matchHeaders(sample.headers, target.fields, {
    headings: headingsOf[target.name] ?? {},
    rules: rulesOf[target.name] ?? {},
    speaks: speaksOf(sample, currency),
  })

const plainFit = 85

/** Columns whose headings name a field and whose texts could not be read as it. */
function unlikeHeadings({ mapping, target, sample }: Judged, currency: string): Finding[] {
  const speaks = speaksOf(sample, currency)
  const used = new Set(Object.values(mapping.columns).flat())
  const [headings, rules] = [headingsOf[target.name] ?? {}, rulesOf[target.name] ?? {}]
  return sample.headers
    .filter(header => !used.has(header))
    .flatMap(header => {
      const field = target.fields.find(
        ({ name, onRequest, ...rest }) =>
          onRequest !== true &&
          mapping.columns[name] === undefined &&
          fit(header, { name, ...rest }, { headings: headings[name], rules: rules[name] }) >= plainFit &&
          speaks({ name, ...rest }, header) === 0,
      )
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
    ...missing.map(field => guess('requiredMissing', { field: field.names })),
    ...unmetNeeds(mapping).map(group =>
      group.length === 1
        ? guess('requiredMissing', { field: namesOf(group)[0] ?? '' })
        : guess('needsOneOf', { fields: joined(namesOf(group)) }),
    ),
  ]
}

/** Shape and units are proposed for a new kind of file; those of a mapping of last time stand. */
function shapeOf(judged: Judged, { earlier, above = [], currency = 'CNY' }: ProposeContext): Finding[] {
  if (earlier !== null) return judgeMidnights(judged, false)
  const timeWords = judgeTimeWords(judged)
  const times = [...timeWords, ...withTimes(judged), ...judgeMidnights(judged, true)]
  const words = judgeWords(judged)
  const money = withMoney(judged, { above, currency })
  const units = judgeUnits(judged, money.guessed)
  return [...times, ...words, ...money.findings, ...units]
}

/**
 * Proposes how a file is read as a target, starting from the mapping of last time where there is one.
 * Findings come in the order in which they should be read.
 */
export function propose(target: Target, whole: Sample, context: ProposeContext): Proposal {
  const { sample, except, findings } = withoutTotals(whole)
  const mapping =
    context.earlier === null
      ? parseMapping(
          { target: target.name, columns: columnsFor(target, sample, context.currency), except },
          'headers',
        )
      : structuredClone(context.earlier)
  const judged: Judged = { target, mapping, sample }
  judgePercents(judged)
  const all = [
    ...unfilled(judged),
    ...unlikeHeadings(judged, context.currency ?? 'CNY'),
    ...findings,
    ...shapeOf(judged, context),
    ...judgePlaceholders(judged),
    ...judgeRepeats(judged),
    ...judgeCaseTimes(judged),
    ...withValues(judged),
    ...withMembers(judged, context.members),
    ...judgeUnused(judged, [sheetHeading]),
  ]
  return { mapping, findings: ordered(all) }
}

/** So few fields may be there by chance. */
const fewFields = 1

/**
 * What a file seems to hold: the target of which the most fields are there, each that is required and is
 * not there taken off. Null where hardly any are.
 */
export function guessTarget(sample: Sample): TargetName | null {
  const [best] = Object.values(targets)
    .map(target => {
      const columns = columnsFor(target, sample)
      const lacking = target.fields.filter(field => field.required && columns[field.name] === undefined)
      return { name: target.name, score: Object.keys(columns).length - lacking.length }
    })
    .sort((a, b) => b.score - a.score)
  return best && best.score > fewFields ? best.name : null
}

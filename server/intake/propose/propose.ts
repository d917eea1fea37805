import type { Mapping, TargetName } from '../rows/mapping.ts'
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
import { bothNames, withMembers, withValues } from './values.ts'

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
      return [guess('headingUnlike', { column: header, field: bothNames(field.names) }, someOf(texts))]
    })
}

function unfilled({ mapping, target }: Judged): Finding[] {
  const nameOf = (name: string): string => bothNames(target.fields.find(field => field.name === name)?.names)
  const missing = target.fields.filter(
    field =>
      field.required &&
      mapping.columns[field.name] === undefined &&
      mapping.constants[field.name] === undefined,
  )
  return [
    ...missing.map(field => guess('requiredMissing', { field: bothNames(field.names) })),
    ...unmetNeeds(mapping).map(group =>
      group.length === 1
        ? guess('requiredMissing', { field: nameOf(group[0] ?? '') })
        : guess('needsOneOf', { fields: group.map(nameOf).join('、') }),
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

/**
 * What a file seems to hold: the target of which the most fields are there. Null where no target has
 * all it needs.
 */
export function guessTarget(sample: Sample): TargetName | null {
  const scored = Object.values(targets)
    .map(target => {
      const columns = columnsFor(target, sample)
      const required = target.fields.filter(field => field.required)
      const met = required.filter(field => columns[field.name] !== undefined).length
      return {
        name: target.name,
        whole: met === required.length,
        score: Object.keys(columns).length + met - 2 * (required.length - met),
      }
    })
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  return scored.find(({ whole }) => whole)?.name ?? (best && best.score > 2 ? best.name : null)
}

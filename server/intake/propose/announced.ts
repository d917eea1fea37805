import type { Names } from '#measures'
import type { Rehearsal } from '../batch/rehearse.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { Problem, Reason } from '../rows/problems.ts'
import type { Target, Warning } from '../targets/target.ts'
import type { Finding, FindingName } from './finding.ts'
import { guess, someOf, sure } from './finding.ts'
import { columnText } from './judge/columns.ts'

/**
 * The finding that announces refusals of each reason; null where texts are announced one by one, for a person
 * to assign codes. A reason without an entry does not compile.
 */
export const findingOfReason: Record<Reason, FindingName | null> = {
  ruinedKey: 'ruinedKeys',
  undecodable: 'undecodable',
  afterToday: 'afterToday',
  negativeMoney: 'negativeMoney',
  notAPrice: 'tokenPrices',
  percentPair: 'percentPairs',
  duplicateKey: 'duplicateKeys',
  notADate: 'timeUnreadable',
  notAnInstant: 'timeUnreadable',
  notMoney: 'moneyUnreadable',
  unknownValue: null,
  unknownReference: null,
  required: 'rowsRefused',
  notAnInteger: 'rowsRefused',
  notAFlag: 'rowsRefused',
  tooLong: 'rowsRefused',
  outOfRange: 'rowsRefused',
  controlCharacter: 'rowsRefused',
  unclosedQuote: 'rowsRefused',
  reversedDates: 'rowsRefused',
  notSuspensions: 'rowsRefused',
  wrongColumns: 'rowsRefused',
  formula: 'rowsRefused',
  notADecimal: 'rowsRefused',
  notAPercent: 'rowsRefused',
  percentForMoney: 'rowsRefused',
  notJson: 'rowsRefused',
  tooSmallFraction: 'rowsRefused',
  more: 'rowsRefused',
  placeholderDate: 'rowsRefused',
  notACount: 'rowsRefused',
  needsUnit: 'rowsRefused',
  failedAward: 'rowsRefused',
}

/** The finding that announces each warning of a load; null where a choice of the proposal announces it. */
export const findingOfWarning: Record<Warning, FindingName | null> = {
  roundedMoney: null,
  foreignCurrency: 'foreignCurrency',
  unknownCurrency: 'unknownCurrency',
  roundedKey: 'roundedKeys',
  receivedFromAccepted: 'receiptFromAcceptance',
  noUnit: 'withoutUnit',
  noWindow: 'withoutWindow',
  completedBeforeReceived: 'endsBeforeStart',
  endedWithoutTime: 'endedWithoutTime',
  notAccepted: 'withoutAcceptance',
  otherReceipt: null,
  reopened: null,
  awardAboveBase: 'aboveCeiling',
  refusedName: 'brokenNames',
}

interface Group {
  about: FindingName
  field: string
  reason?: Reason
  texts: string[]
}

/** Groups rows by the finding that announces them; refusals of different reasons stay separate. */
function groupsOf(problems: readonly Problem[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { field, reason, value } of problems) {
    const about = findingOfReason[reason]
    if (about === null) continue
    const key = `${about} ${field} ${about === 'rowsRefused' ? reason : ''}`
    const group = groups.get(key) ?? { about, field, reason, texts: [] }
    groups.set(key, group)
    group.texts.push(value)
  }
  return [...groups.values()]
}

function remarksOf({ warnings }: Rehearsal): Group[] {
  const groups = new Map<FindingName, Group>()
  for (const { warning, example } of warnings) {
    const about = findingOfWarning[warning]
    if (about === null) continue
    const group = groups.get(about) ?? { about, field: '', texts: [] }
    groups.set(about, group)
    group.texts.push(example)
  }
  return [...groups.values()]
}

const wholeRow: Names = { zh: '整行', en: 'the whole row' }

/** The refusals and warnings that a load would give, each with its number of rows and three examples. */
export function announced(
  rehearsal: Rehearsal,
  { mapping, target, currency }: { mapping: Mapping; target: Target; currency: string },
): Finding[] {
  const named = (field: string): Names =>
    target.fields.find(candidate => candidate.name === field)?.names ?? wholeRow
  const isOpen = (field: string): boolean =>
    target.fields.some(candidate => candidate.name === field && candidate.required === true) &&
    mapping.columns[field] === undefined &&
    mapping.constants[field] === undefined
  // Problems of columns that are still to be chosen are left out: the rehearsal filled these with a default.
  const problems = rehearsal.problems.filter(({ field }) => !isOpen(field))
  const refused = groupsOf(problems).map(({ about, field, reason, texts }) => {
    const [example = ''] = texts
    const column = (reason === 'notACount' && mapping.pieces) || columnText(mapping, field) || named(field)
    const details = { column, count: texts.length, example: example.slice(0, 60), why: reason ?? '' }
    return guess(about, details, someOf(texts.filter(text => text !== '')))
  })
  const remarked = remarksOf(rehearsal).map(({ about, texts }) => {
    const say = about === 'aboveCeiling' ? sure : guess
    return say(about, { count: texts.length, chosen: currency }, someOf(texts.filter(text => text !== '')))
  })
  return [...refused, ...remarked]
}

const keyOf = ({ about, details }: Finding): string => `${about} ${JSON.stringify(details.column ?? '')}`

/** Replaces findings of the proposal with those that a rehearsal has counted. */
export function withAnnounced(proposed: readonly Finding[], counted: readonly Finding[]): Finding[] {
  const told = new Set(counted.map(keyOf))
  return [...counted, ...proposed.filter(finding => !told.has(keyOf(finding)))]
}

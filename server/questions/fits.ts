import type { Measure, Names, PlainPart } from '#measures'
import type { ExpressionNode, Value } from '../model/expression.ts'
import { dimensionOf, partsOf, plainPartsOf } from '#measures'
import { factNamed, ownEntry } from '../model/index.ts'
import { conditionOf } from '../model/named.ts'
import { dimensionNames } from './vocabulary.ts'

type Known = Value | undefined

function compared(comparison: string, left: Value, right: Value): boolean | undefined {
  if (left === null || right === null) return undefined
  switch (comparison) {
    case '=':
      return left === right
    case '<>':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    default:
      return left !== right
  }
}

/** The value of an expression where only one column is known; undefined where it depends on others. */
function decided(node: ExpressionNode, column: string, value: Value): Known {
  const of = (inner: ExpressionNode): Known => decided(inner, column, value)
  switch (node.kind) {
    case 'column':
      return node.name === column ? value : undefined
    case 'value':
      return node.value
    case 'compare': {
      const [left, right] = [of(node.left), of(node.right)]
      return left === undefined || right === undefined ? undefined : compared(node.comparison, left, right)
    }
    case 'isIn': {
      const result = of(node.of)
      return result === undefined || result === null || typeof result === 'boolean'
        ? undefined
        : node.values.includes(result)
    }
    case 'isTrue':
      return of(node.of)
    case 'not': {
      const result = of(node.of)
      return typeof result === 'boolean' ? !result : undefined
    }
    case 'all':
      return node.of.some(inner => of(inner) === false) ? false : undefined
    case 'any':
      return node.of.length > 0 && node.of.every(inner => of(inner) === false) ? false : undefined
    case 'isNull':
    case 'day':
    case 'calculate':
      return undefined
  }
}

function countsNothing(part: PlainPart, dimension: string, code: string): boolean {
  if (part.kind === 'balance') return part.entered.every(flow => countsNothing(flow, dimension, code))
  if (part.kind === 'calendar') return false
  const own = ownEntry(factNamed(part.fact).dimensions, dimension)
  if (!own) return false
  const value = own.members === 'number' ? Number(code) : code
  return decided(conditionOf(part), own.column, value) === false
}

/**
 * True where a measure can never count a row with a member, so that its zero would be meaningless: 成交额 of 废标.
 */
export const contradicts = (measure: Measure, dimension: string, codes: readonly string[]): boolean =>
  partsOf(measure).some(part =>
    plainPartsOf(part).every(plain => codes.every(code => countsNothing(plain, dimension, code))),
  )

/** True where a measure counts by the day of receipt, to which weekdays and hours belong. */
function isByReceipt(measure: Measure): boolean {
  return partsOf(measure)
    .flatMap(plainPartsOf)
    .every(part => part.kind === 'flow' && part.during === 'received')
}

/** Dimensions of a single kind of feedback: stars belong to reviews. */
const ofOneKind: Readonly<Record<string, string>> = { level: 'review', ticketKind: 'hotline' }

/** Why a measure cannot be split or filtered by a dimension; null where it can. */
export function misfit(measure: Measure, dimension: string): Names | null {
  const names = dimensionNames(dimension)
  if (dimensionOf(measure, dimension) === null)
    return {
      zh: `“${measure.names.zh}”没有按${names.zh}记录，不能按它拆分或筛选`,
      en: `“${measure.names.en}” is not recorded by ${names.en.toLowerCase()}: no split or limit by it`,
    }
  const kind = ofOneKind[dimension]
  if (kind !== undefined && contradicts(measure, 'feedbackKind', [kind]))
    return {
      zh: `${names.zh}只有一类反馈才有，“${measure.names.zh}”没有`,
      en: `${names.en.toLowerCase()} is kept of one kind of feedback only, not of “${measure.names.en}”`,
    }
  if (dimension === 'currency' && measure.unit === 'fen')
    return {
      zh: `“${measure.names.zh}”只计本中心币种；分币种请问“成交额（原币，分币种）”`,
      en: `“${measure.names.en}” counts the home currency only; ask for “Amount concluded, by currency”`,
    }
  if ((dimension === 'weekday' || dimension === 'hour') && !isByReceipt(measure))
    return {
      zh: `星期和时段只按收件时间记录，“${measure.names.zh}”不按收件时间数`,
      en: `weekdays and hours are those of receipt; “${measure.names.en}” is not counted by it`,
    }
  return null
}

import type { Printing } from '#measures'
import type { Outputs } from '../data/trpc.ts'
import type { Say } from '../ui/figureWords.ts'
import { currencyWord, measures, nothing, printFigure, rowText } from '#measures'

type TradeCard = Outputs['trading']['trade']

/** A price of a trade, or its saving or gain, as text. */
export interface TradePrice {
  key: string
  name: string
  value: string
  note?: string
}

/** An exact amount; empty where unknown. */
function exactMoney(hundredths: string | null, how: Printing): string {
  const amount = rowText(hundredths, 'fen', { language: how.language, yes: '' })
  return amount && `${amount} ${currencyWord(how)}`
}

const counted = [
  ['savings', 'savingsRate'],
  ['landGain', 'premiumRate'],
] as const

/** The saving or gain of a trade with its rate, or why none is counted. */
function countedOf({ figures, homeCurrency }: TradeCard, say: Say): TradePrice[] {
  const nameOf = (id: 'savings' | 'savingsRate' | 'landGain' | 'premiumRate'): string =>
    measures[id].names[say.language]
  const prices = counted.flatMap(([sum, rate]): TradePrice[] => {
    const { value } = figures[sum]
    if (value === null) return []
    // A price above its base is reported in the alarm above.
    if (value < 0) return []
    const note = `${nameOf(rate)} ${printFigure(figures[rate], measures[rate], say)}`
    return [{ key: sum, name: nameOf(sum), value: exactMoney(String(value), say), note }]
  })
  const { coverage } = figures.savings
  if (coverage?.of !== 1 || coverage.covered !== 0) return prices
  const why = say.t(homeCurrency ? 'trading.noBase' : 'trading.otherCurrency')
  return [
    ...prices,
    { key: 'leftOut', name: nameOf('savings'), value: nothing, note: say.t('trading.notCounted', { why }) },
  ]
}

/** The prices of a trade in order: base, award, and the result. */
export function pricesOf(card: TradeCard, say: Say): TradePrice[] {
  const { trade } = card
  const how = { ...say, currency: trade.currency }
  const award =
    trade.awardFen === null && trade.awardRate !== null
      ? `${trade.awardRate / 1000}%`
      : exactMoney(trade.awardFen, how) || nothing
  return [
    { key: 'base', name: say.t('trading.base'), value: exactMoney(trade.baseFen, how) || nothing },
    { key: 'award', name: say.t('trading.award'), value: award },
    ...countedOf(card, say),
  ]
}

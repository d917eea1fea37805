import { soleWinner, withStatus } from './procedure.ts'
import { defineSignal, onProcedure } from './signal.ts'

/** R030: the winning bid came after the deadline. */
export const lateWinner = defineSignal({
  code: 'R030',
  names: { zh: '逾期投标中标', en: 'Late bid won' },
  question: { zh: '中标的报价是否在截标之后才递交？', en: 'Was the winning bid received after the deadline?' },
  formula: { zh: '中标人的有效报价递交时间 ＞ 截标时间', en: 'a valid bid of the winner received after the end of the tender period' },
  comparesPrices: false,
  find: procedures => procedures.filter((procedure) => {
    const { end } = procedure
    const winner = soleWinner(procedure)
    return end !== null && winner !== null && withStatus(procedure, 'valid').some(bid => bid.tenderers.includes(winner) && bid.at !== null && bid.at > end)
  }).map(procedure => onProcedure(procedure, 1)),
})

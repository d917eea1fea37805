import { withStatus } from './procedure.ts'
import { defineSignal, onProcedure, onTenderer } from './signal.ts'

/** R030: the winning bid came after the deadline. */
export const lateWinner = defineSignal({
  code: 'R030',
  names: { zh: '逾期投标中标', en: 'Late bid won' },
  question: {
    zh: '中标的报价是否在截标之后才递交？',
    en: 'Was the winning bid received after the deadline?',
  },
  formula: {
    zh: '有效报价的递交时间 ＞ 截标时间，且投标人之一是生效成交的供应商',
    en:
      'a valid bid received after the end of the tender period, of which a tenderer is ' +
      'the supplier of an active award',
  },
  comparesPrices: false,
  find: procedures =>
    procedures.flatMap(procedure => {
      const winners = new Set(
        procedure.awards.filter(award => award.status === 'active').flatMap(award => award.suppliers),
      )
      const deadline = procedure.deadline ?? procedure.end
      const late = withStatus(procedure, 'valid')
        .filter(({ at }) => deadline !== null && at !== null && at > deadline)
        .flatMap(({ tenderers }) => tenderers.filter(id => winners.has(id)))
      return late.length === 0
        ? []
        : [onProcedure(procedure, 1), ...Array.from(new Set(late), id => onTenderer(id, 1, [procedure.id]))]
    }),
})

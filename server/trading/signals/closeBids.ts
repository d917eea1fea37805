import { lowLimit } from './fences.ts'
import { gapsOf } from './gaps.ts'
import { defineSignal, onProcedure, onTenderer } from './signal.ts'

/** R024: the winning bid was hardly below the next one. */
export const closeBids = defineSignal({
  code: 'R024',
  names: { zh: '次低价紧贴中标价', en: 'Price close to winning bid' },
  question: {
    zh: '次低报价是否异常接近中标价？',
    en: 'Was the second-lowest bid unusually close to the winning one?',
  },
  formula: {
    zh: '（次低有效报价－中标报价）÷ 中标报价，明显低于各宗交易的一般范围',
    en: '(second-lowest valid − winning) ÷ winning, far below the usual range',
  },
  limit: '≤ Q1 − 1.5 × IQR',
  comparesPrices: true,
  find: (procedures, { closeShare, leastValues, currency }) => {
    const gaps = gapsOf(procedures, currency)
    const limit = lowLimit(
      gaps.map(({ gap }) => gap),
      closeShare,
      leastValues,
    )
    return gaps
      .filter(({ gap }) => limit !== null && gap <= limit)
      .flatMap(({ procedure, gap, winner, second }) => [
        onProcedure(procedure, gap),
        ...[winner, second].map(id => onTenderer(id, 0, [procedure.id])),
      ])
  },
})

import { highLimit } from './fences.ts'
import { gapsOf } from './gaps.ts'
import { defineSignal, onProcedure, onTenderer } from './signal.ts'

/** R058: the winning bid was far below all others. */
export const deepDiscount = defineSignal({
  code: 'R058',
  names: { zh: '中标价远低于其他报价', en: 'Heavily discounted bid' },
  question: { zh: '中标价是否远低于次低报价？', en: 'Was the winning bid far below the second-lowest?' },
  formula: {
    zh: '（次低有效报价－中标报价）÷ 中标报价，明显高出各宗交易的一般范围',
    en: '(second-lowest valid − winning) ÷ winning, far above the usual range',
  },
  limit: '≥ Q3 + 1.5 × IQR',
  comparesPrices: true,
  find: (procedures, { discountShare, leastValues, currency }) => {
    const gaps = gapsOf(procedures, currency)
    const limit = highLimit(
      gaps.map(({ gap }) => gap),
      discountShare,
      leastValues,
    )
    return gaps
      .filter(({ gap }) => limit !== null && gap >= limit)
      .flatMap(({ procedure, gap, winner }) => [
        onProcedure(procedure, gap),
        onTenderer(winner, 0, [procedure.id]),
      ])
  },
})

import { fences } from './fences.ts'
import { gapsOf } from './procedure.ts'
import { defineSignal, onProcedure, onTenderer } from './signal.ts'

/** R024: the winner was hardly below the next. */
export const closeBids = defineSignal({
  code: 'R024',
  names: { zh: '次低价紧贴中标价', en: 'Price close to winning bid' },
  question: { zh: '次低报价是否异常接近中标价？', en: 'Was the second-lowest bid unusually close to the winning one?' },
  formula: { zh: '（次低有效报价－中标报价）÷ 中标报价 ≤ Q1－1.5 × IQR', en: '(second-lowest valid − winning) ÷ winning ≤ Q1 − 1.5 × IQR' },
  comparesPrices: true,
  find: (procedures, { closeShare, leastValues }) => {
    const gaps = gapsOf(procedures)
    const limit = closeShare ?? fences(gaps.map(one => one.gap), leastValues)?.lower ?? null
    const close = limit === null ? [] : gaps.filter(one => one.gap <= limit)
    return close.flatMap(({ procedure, gap, winner, second }) => [onProcedure(procedure, gap), ...[winner, second].map(id => onTenderer(id, gap, [procedure.id]))])
  },
})

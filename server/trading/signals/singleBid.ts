import { defineSignal, onProcedure } from './signal.ts'

/** R018: a single bid in a procedure that is open to several bidders. */
export const singleBid = defineSignal({
  code: 'R018',
  names: { zh: '单一投标', en: 'Single bid received' },
  question: {
    zh: '应有竞争的交易是否只有一家投标？',
    en: 'Did a competitive procedure attract only one bid?',
  },
  formula: {
    zh: '投标家数＝1，且方式为公开或资格预审',
    en: 'number of tenderers is 1 and the method is open or selective',
  },
  comparesPrices: false,
  find: (procedures, { singleMethods }) =>
    procedures
      .filter(({ tenderers, method }) => tenderers === 1 && method !== null && singleMethods.includes(method))
      .map(procedure => onProcedure(procedure, 1)),
})

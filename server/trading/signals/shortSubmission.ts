import { defineSignal, onProcedure } from './signal.ts'

const day = 86_400_000

/** R003: bidders had too little time to submit a bid. */
export const shortSubmission = defineSignal({
  code: 'R003',
  names: { zh: '投标期短', en: 'Short submission period' },
  question: { zh: '从公告到截标的时间是否太短？', en: 'Was there too little time to bid?' },
  formula: {
    zh: '截标与公告之间的整日数 ＜ 该方式的限值',
    en: 'whole days from start to deadline below the limit of the method',
  },
  comparesPrices: false,
  find: (procedures, settings) =>
    procedures.flatMap(procedure => {
      const { start, end, method, methodDetails } = procedure
      const lookedAt =
        settings.shortMethods === null || (method !== null && settings.shortMethods.includes(method))
      if (start === null || end === null || !lookedAt) return []
      const limit = settings.shortDaysOf[methodDetails ?? ''] ?? settings.shortDays
      return Math.trunc((end - start) / day) < limit ? [onProcedure(procedure, 1)] : []
    }),
})

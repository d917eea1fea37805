import { cases } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count, sum } from '../part.ts'

/** Mean difference of dates, as foreign service centres publish it (days open). */
export const averageCalendarDays = defineMeasure({
  kind: 'mean',
  names: { zh: '平均跨越天数', en: 'Mean days open' },
  question: {
    zh: '办结日与收件日平均相差几天（按日期相减，当日为 0）？',
    en: 'By how many days do the dates of completion and receipt differ on average (0 on the same day)?',
  },
  formula: {
    zh: '（办结日 − 收件日）之和 ÷ 两个日期都有的办结件数',
    en: 'Day completed − day received, added up ÷ completed cases with both dates',
  },
  source: 'NYC Local Law 47/2005; 311 open data (DaysOpen)',
  unit: 'days',
  better: 'lower',
  numerator: sum(cases, 'calendarDays', { during: 'completed', when: ['bothDays'] }),
  denominator: count(cases, { during: 'completed', when: ['bothDays'] }),
  scale: 1,
  population: count(cases, { during: 'completed' }),
})

import type { caseTimesMeasures } from '../definitions/caseTimes.ts'
import type { Synonyms } from './synonym.ts'

/** Synonyms of the measures in `definitions/caseTimes.ts`. */
export const caseTimesSynonyms: Partial<Record<keyof typeof caseTimesMeasures, Synonyms>> = {
  averageHandlingTime: {
    zh: [
      '用时、平均用时、承诺件用时、承诺件办理时间、平均用时天数、承诺件平均办理时间、办理时间、办理时长、办理用时、办理天数、平均办理时间、平均办理时长、平均办理天数、办理周期、平均时长',
    ],
    en: [
      'working time, mean working time, average working time, mean handling time',
      'processing time, handling time, time to complete, average time',
    ],
  },
  medianHandlingTime: {
    zh: ['用时中位数、中位用时、承诺件中位用时、办理时间中位数'],
    en: ['median working time, median handling time, median time'],
  },
  p90HandlingTime: {
    zh: ['承诺件用时 P90、用时 p90、承诺件 p90、用时 90 分位、九成用时'],
    en: ['p90 working time, p90 of working time, p90 handling time', '90th percentile of working time'],
  },
  averageElapsedDays: {
    zh: [
      '用时、历时、平均历时天数、办理时间、办理时长、办理用时、办理天数、平均办理时间、平均办理时长、平均办理天数、办理周期、平均时长',
    ],
    en: [
      'elapsed time, elapsed days, average elapsed time, processing time, handling time',
      'time to complete, average time',
    ],
    near: [
      '从申请到拿证、从申请到办结、从申请到办好、从收件到办结、从受理到办结、从申请到领证',
      'from application to completion',
    ],
  },
  medianElapsedDays: {
    zh: ['中位历时'],
    en: ['median elapsed, median time'],
  },
  p90ElapsedDays: {
    zh: ['历时 P90、历时 90 分位、九成历时'],
    en: ['p90 elapsed time, p90 of elapsed time'],
  },
  averageCalendarDays: {
    zh: ['跨越天数'],
    en: ['days open, average days open'],
  },
  doubtfulTimes: {
    zh: ['时间存疑、存疑件、时间存疑办件、时间有疑问的件'],
    en: ['doubtful times, cases with doubtful time'],
  },
  actualSpeedup: {
    zh: ['实际提速率、办理提速率、实际提速、提速率、提速'],
    en: ['actual speed-up, speed-up, speedup, actual speedup'],
  },
  throughputRatio: {
    zh: ['办结受理比、办结率'],
    en: ['throughput, throughput ratio, completion rate'],
  },
  cohortCompletionRate: {
    zh: ['办结率、受理办结率'],
    en: ['completion rate'],
  },
}

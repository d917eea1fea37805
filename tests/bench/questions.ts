import type { MeasureId, QuestionInput } from '../../server/measures/index.ts'
import { itemCaseMeasures, itemLimitMeasures } from '../../client/items/questions.ts'
import {
  caseCards,
  feedbackMeasures,
  hallMeasures,
  limitMeasures,
  rankingMeasures,
  tradeMeasures,
} from '../../client/overview/questions.ts'
import { shareMeasures } from '../../client/windows/questions.ts'

const base = { centres: ['pinghe'], period: '2025', comparison: 'lastYear' }
const ask = (measures: readonly MeasureId[], more: Partial<QuestionInput> = {}): QuestionInput => ({
  ...base,
  measures: [...measures],
  ...more,
})
const window = [{ dimension: 'window', in: ['FG'] }]

/** What the overview asks, and what its panels ask when a leader looks closer. */
export const dashboardQuestions: Record<string, QuestionInput> = {
  'cards': ask(caseCards, { granularity: 'month' }),
  'trend': ask(['casesAccepted'], { granularity: 'month' }),
  'windows': ask(rankingMeasures, { groupBy: ['window'] }),
  'trading': ask(tradeMeasures, { granularity: 'month' }),
  'feedback': ask(feedbackMeasures, { granularity: 'month' }),
  'hall': ask([...hallMeasures, ...limitMeasures], { comparison: 'none' }),
  'one window': ask(caseCards, { granularity: 'month', filters: window }),
  'items, year on year': ask(['casesCompleted', 'onTimeRate'], { groupBy: ['item'] }),
  'items of one window': ask(['casesCompleted', 'onTimeRate', 'averageHandlingTime'], {
    groupBy: ['item'],
    filters: window,
  }),
  'weekday and hour': ask(['casesReceived'], { groupBy: ['weekday', 'hour'], comparison: 'none' }),
  'one window by hour': ask(['casesReceived'], {
    groupBy: ['weekday', 'hour'],
    filters: window,
    comparison: 'none',
  }),
  'channels': ask(['casesReceived'], { groupBy: ['channel'] }),
  'windows among limits': ask(shareMeasures, { groupBy: ['window'], comparison: 'none' }),
  'windows by type': ask(['sameDayRate'], { groupBy: ['window', 'itemType'], comparison: 'none' }),
  'why, by item': ask(['onTimeRate'], { groupBy: ['item'] }),
  'windows by month': ask(['casesCompleted'], {
    groupBy: ['window'],
    granularity: 'month',
    comparison: 'none',
  }),
  'cases of items': ask(itemCaseMeasures, { groupBy: ['item'], comparison: 'none' }),
  'limits of items': ask(itemLimitMeasures, { groupBy: ['item'], comparison: 'none' }),
  'channels by month': ask(['casesReceived'], { groupBy: ['channel'], granularity: 'month' }),
  'types by month': ask(['casesCompleted', 'onTimeRate'], { groupBy: ['itemType'], granularity: 'month' }),
  'near-overdue by month': ask(['nearDueCases'], { granularity: 'month' }),
  'open cases by window': ask(['openCases', 'overdueOpenCases'], { groupBy: ['window'], comparison: 'none' }),
  'P90 by month': ask(['p90HandlingTime', 'medianHandlingTime'], { granularity: 'month' }),
  'P90 by window': ask(['p90HandlingTime'], { groupBy: ['window'], comparison: 'none' }),
  'five years by month': ask(['casesCompleted', 'onTimeRate', 'openCases'], {
    period: '2021-01-01..2025-12-31',
    granularity: 'month',
    comparison: 'none',
  }),
  'half a month by day': ask(['casesReceived', 'casesCompleted'], {
    period: '2025-11-05..2025-11-20',
    granularity: 'day',
  }),
  'free range': ask([...caseCards, 'p90HandlingTime'], {
    period: '2025-02-08..2025-11-20',
    comparison: 'sameWorkingDaysLastYear',
  }),
}

/** The questions that the overview sends in one request. */
export const overviewBatch = [
  'cards',
  'trend',
  'windows',
  'weekday and hour',
  'channels',
  'trading',
  'feedback',
  'hall',
]

/**
 * Questions that are asked less often, and told apart: kept by month alone, so that days at the edges of
 * months come from the facts, or kept by no rollup.
 */
export const outsideQuestions: Record<string, QuestionInput> = {
  'P90 by item': ask(['p90HandlingTime'], { groupBy: ['item'], comparison: 'none' }),
  'outcomes by month': ask(['casesCompleted'], {
    groupBy: ['outcome'],
    granularity: 'month',
    comparison: 'none',
  }),
  'items by channel': ask(['casesCompleted'], { groupBy: ['item', 'channel'], comparison: 'none' }),
  'P90 by item, edges': ask(['p90HandlingTime'], {
    period: '2025-02-08..2025-11-20',
    groupBy: ['item'],
    comparison: 'none',
  }),
  'items by channel, edges': ask(['casesCompleted', 'casesReceived'], {
    period: '2025-02-08..2025-11-20',
    groupBy: ['item', 'channel'],
    comparison: 'none',
  }),
  'outcomes by channel': ask(['casesCompleted'], { groupBy: ['outcome', 'channel'], comparison: 'none' }),
}

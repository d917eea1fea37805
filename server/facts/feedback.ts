import { centre, unit, window } from './dimensions.ts'
import { defineFact } from './fact.ts'
import { feedbackKinds, feedbackSubjects } from './lists.ts'

/** 评价与反馈: banners, letters, complaints, reviews and hotline calls. Grain: one event. */
export const feedback = defineFact({
  name: 'feedback',
  names: { zh: '评价反馈', en: 'Feedback' },
  table: 'Feedback',
  key: 'feedbackCode',
  clocks: {
    given: { column: 'givenDay', names: { zh: '收到日', en: 'day given' } },
  },
  numbers: { level: '"level"', replyDays: '("repliedDay" - "givenDay")' },
  bins: {},
  dimensions: {
    centre,
    unit,
    window,
    feedbackKind: { column: 'kind', names: { zh: '反馈类型', en: 'Kind of feedback' }, members: 'list', values: feedbackKinds },
    subject: { column: 'subject', names: { zh: '反馈事由', en: 'Subject' }, members: 'list', values: feedbackSubjects },
    level: { column: 'level', names: { zh: '星级', en: 'Stars' }, members: 'number' },
  },
  conditions: {
    replied: '"repliedDay" IS NOT NULL',
    banner: '"kind" = \'banner\'',
    letter: '"kind" = \'letter\'',
    thanks: '"kind" IN (\'banner\', \'letter\')',
    complaint: '"kind" = \'complaint\'',
    tradeIntegrity: '"kind" = \'complaint\' AND "subject" IN (\'integrity\', \'trading\')',
    hotline: '"kind" = \'hotline\'',
    review: '"kind" = \'review\' AND "level" IS NOT NULL',
    ownReview: '"kind" = \'review\' AND "level" IS NOT NULL AND "ownReview"',
    goodOwnReview: '"kind" = \'review\' AND "level" >= 3 AND "ownReview"',
  },
  rows: [
    { column: 'feedbackCode', names: { zh: '编号', en: 'Code' }, shows: 'text' },
    { column: 'kind', names: { zh: '类型', en: 'Kind' }, shows: 'list', values: feedbackKinds },
    { column: 'subject', names: { zh: '事由', en: 'Subject' }, shows: 'list', values: feedbackSubjects },
    { column: 'givenDay', names: { zh: '日期', en: 'Day' }, shows: 'day' },
    { column: 'windowId', names: { zh: '窗口', en: 'Window' }, shows: 'window' },
    { column: 'unitId', names: { zh: '单位', en: 'Unit' }, shows: 'unit' },
    { column: 'level', names: { zh: '星级', en: 'Stars' }, shows: 'number' },
    { column: 'giver', names: { zh: '赠送（反映）人', en: 'From' }, shows: 'text', sensitive: 'giver' },
    { column: 'repliedDay', names: { zh: '回复日', en: 'Replied' }, shows: 'day' },
    { column: 'summary', names: { zh: '摘要', en: 'Summary' }, shows: 'text' },
  ],
})

import { flag, listed, localDay, number, text } from './column.ts'
import { defineFact } from './fact.ts'
import { feedbackKinds, feedbackSubjects } from './lists.ts'
import { centreId, summary, unitId, windowId } from './sharedColumns.ts'

/** 评价与反馈: banners, letters, complaints, reviews and hotline calls. Grain: one event. */
export const feedback = defineFact({
  name: 'feedback',
  names: { zh: '评价反馈', en: 'Feedback' },
  table: 'Feedback',
  key: 'feedbackCode',
  columns: {
    centreId,
    feedbackCode: text('编号', 'Code'),
    kind: listed(feedbackKinds, '反馈类型', 'Kind of feedback'),
    subject: listed(feedbackSubjects, '反馈事由', 'Subject'),
    givenDay: localDay('收到日', 'Day given'),
    windowId,
    unitId,
    level: number('星级', 'Stars'),
    ownReview: flag('主动评价', 'Own review'),
    giver: text('赠送（反映）人', 'From', { sensitive: 'giver' }),
    repliedDay: localDay('回复日', 'Replied'),
    closedDay: localDay('办结日', 'Closed'),
    upheld: flag('成立', 'Upheld'),
    summary,
  },
  clocks: { given: 'givenDay' },
  bins: {},
  dimensions: {
    centre: 'centreId',
    unit: 'unitId',
    window: 'windowId',
    feedbackKind: 'kind',
    subject: 'subject',
    level: 'level',
  },
  rows: [
    'feedbackCode',
    'kind',
    'subject',
    'givenDay',
    'windowId',
    'unitId',
    'level',
    'giver',
    'repliedDay',
    'closedDay',
    'upheld',
    'summary',
  ],
})

import { instant, listed, localDay, number, text } from './column.ts'
import { defineFact } from './fact.ts'
import { leaveKinds, meetingKinds, postFound, serviceKinds } from './lists.ts'
import { centreId, place, summary } from './sharedColumns.ts'

const day = localDay('日期', 'Day')
const happened = { happened: 'day' } as const
const places = { centre: 'centreId', unit: 'unitId', window: 'windowId' } as const

/** 考勤. Grain: one person on one day, in half-days. */
export const attendance = defineFact({
  name: 'attendance',
  names: { zh: '考勤', en: 'Attendance' },
  table: 'Attendance',
  key: 'attendanceCode',
  columns: {
    centreId,
    attendanceCode: text('人员与日期', 'Person and day', { sensitive: 'staff' }),
    day,
    ...place,
    dueHalfDays: number('应到（半天）', 'Due (half-days)'),
    attendedHalfDays: number('实到（半天）', 'Attended (half-days)'),
    excusedHalfDays: number('公假（半天）', 'Excused (half-days)'),
    leave: { ...listed(leaveKinds, '请假类别', 'Kind of leave'), sensitive: 'staff' },
  },
  clocks: happened,
  bins: {},
  dimensions: { ...places, leaveKind: 'leave' },
  rows: [
    'attendanceCode',
    'day',
    'windowId',
    'unitId',
    'dueHalfDays',
    'attendedHalfDays',
    'excusedHalfDays',
    'leave',
  ],
})

/** 在岗抽查. Grain: one check of one post. It is a sample, not a register. */
export const postChecks = defineFact({
  name: 'postChecks',
  names: { zh: '在岗抽查', en: 'Post checks' },
  table: 'PostCheck',
  key: 'checkCode',
  columns: {
    centreId,
    checkCode: text('抽查编号', 'Check code'),
    checkedAt: instant('抽查时间', 'Checked'),
    day,
    ...place,
    found: listed(postFound, '抽查结果', 'Found'),
    note: text('说明', 'Note', { sensitive: 'staff' }),
  },
  clocks: happened,
  bins: {},
  dimensions: { ...places, found: 'found' },
  rows: ['checkCode', 'checkedAt', 'windowId', 'unitId', 'found', 'note'],
})

/** 业务考试. Grain: one person's paper. */
export const exams = defineFact({
  name: 'exams',
  names: { zh: '业务考试', en: 'Exams' },
  table: 'Exam',
  key: 'examCode',
  columns: {
    centreId,
    examCode: text('试卷与人员', 'Paper and person', { sensitive: 'staff' }),
    paper: text('试卷', 'Paper'),
    day,
    ...place,
    scoreMilli: number('成绩', 'Score'),
    fullMarkMilli: number('满分', 'Full mark'),
    passMarkMilli: number('合格线', 'Pass mark'),
  },
  clocks: happened,
  bins: {},
  dimensions: { ...places, paper: 'paper' },
  rows: ['examCode', 'paper', 'day', 'windowId', 'unitId'],
})

/** 例会与讲座. Grain: one meeting. */
export const meetings = defineFact({
  name: 'meetings',
  names: { zh: '例会', en: 'Meetings' },
  table: 'Meeting',
  key: 'meetingCode',
  columns: {
    centreId,
    meetingCode: text('会议编号', 'Meeting code'),
    kind: listed(meetingKinds, '会议类型', 'Kind of meeting'),
    day,
    duePeople: number('应到人数', 'People due'),
    attendedPeople: number('实到人数', 'People present'),
    summary,
  },
  clocks: happened,
  bins: {},
  dimensions: { centre: 'centreId', meetingKind: 'kind' },
  rows: ['meetingCode', 'kind', 'day', 'duePeople', 'attendedPeople', 'summary'],
})

/** 日报. Grain: one window on one day, settled in the evening. */
export const dailyReports = defineFact({
  name: 'dailyReports',
  names: { zh: '日报', en: 'Daily reports' },
  table: 'DailyReport',
  key: 'reportCode',
  columns: {
    centreId,
    reportCode: text('窗口与日期', 'Window and day'),
    day,
    ...place,
    received: number('收件', 'Received'),
    completed: number('办结', 'Completed'),
    note: text('备注', 'Note'),
  },
  clocks: happened,
  bins: {},
  dimensions: places,
  rows: ['day', 'windowId', 'unitId', 'received', 'completed', 'note'],
})

/** 特色服务与服务下乡. Grain: one use, visit or training. */
export const serviceEvents = defineFact({
  name: 'serviceEvents',
  names: { zh: '特色服务', en: 'Featured services' },
  table: 'ServiceEvent',
  key: 'eventCode',
  columns: {
    centreId,
    eventCode: text('服务编号', 'Event code'),
    kind: listed(serviceKinds, '服务类型', 'Service'),
    day,
    ...place,
    township: text('乡镇', 'Township'),
    people: number('服务人数', 'People'),
    returning: number('其中再次来的', 'Of whom had come before'),
    summary,
  },
  clocks: happened,
  bins: {},
  dimensions: { ...places, serviceKind: 'kind', township: 'township' },
  rows: ['eventCode', 'kind', 'day', 'windowId', 'unitId', 'township', 'people', 'returning', 'summary'],
})

import { centre, unit, window } from './dimensions.ts'
import { defineFact } from './fact.ts'
import { postFound, serviceKinds } from './lists.ts'

const place = [
  { column: 'windowId', names: { zh: '窗口', en: 'Window' }, shows: 'window' as const },
  { column: 'unitId', names: { zh: '单位', en: 'Unit' }, shows: 'unit' as const },
]
const happened = { happened: { column: 'day', names: { zh: '日期', en: 'day' } } }
const dayColumn = { column: 'day', names: { zh: '日期', en: 'Day' }, shows: 'day' as const }

/** 考勤. Grain: one person on one day, in half-days. */
export const attendance = defineFact({
  name: 'attendance',
  names: { zh: '考勤', en: 'Attendance' },
  table: 'Attendance',
  key: 'attendanceCode',
  clocks: happened,
  numbers: {
    due: '("dueHalfDays" - "excusedHalfDays")',
    attended: '"attendedHalfDays"',
  },
  bins: {},
  dimensions: { centre, unit, window },
  conditions: { expected: '"dueHalfDays" > "excusedHalfDays"' },
  rows: [
    { column: 'attendanceCode', names: { zh: '人员与日期', en: 'Person and day' }, shows: 'text', sensitive: 'staff' },
    dayColumn,
    ...place,
    { column: 'dueHalfDays', names: { zh: '应到（半天）', en: 'Due (half-days)' }, shows: 'number' },
    { column: 'attendedHalfDays', names: { zh: '实到（半天）', en: 'Attended' }, shows: 'number' },
    { column: 'excusedHalfDays', names: { zh: '公假（半天）', en: 'Excused' }, shows: 'number' },
  ],
})

/** 在岗抽查. Grain: one look at one post. It is a sample, never a register. */
export const postChecks = defineFact({
  name: 'postChecks',
  names: { zh: '在岗抽查', en: 'Post checks' },
  table: 'PostCheck',
  key: 'checkCode',
  clocks: happened,
  numbers: {},
  bins: {},
  dimensions: { centre, unit, window, found: { column: 'found', names: { zh: '抽查结果', en: 'Found' }, members: 'list', values: postFound } },
  conditions: { covered: '"found" <> \'nobody\'', handler: '"found" = \'handler\'' },
  rows: [
    { column: 'checkCode', names: { zh: '编号', en: 'Code' }, shows: 'text' },
    { column: 'checkedAt', names: { zh: '抽查时间', en: 'Checked' }, shows: 'instant' },
    ...place,
    { column: 'found', names: { zh: '结果', en: 'Found' }, shows: 'list', values: postFound },
    { column: 'note', names: { zh: '说明', en: 'Note' }, shows: 'text', sensitive: 'staff' },
  ],
})

/** 业务考试. Grain: one person's paper. */
export const exams = defineFact({
  name: 'exams',
  names: { zh: '业务考试', en: 'Exams' },
  table: 'Exam',
  key: 'examCode',
  clocks: happened,
  numbers: { score: '"scoreMilli"', fullMark: '"fullMarkMilli"' },
  bins: {},
  dimensions: { centre, unit, window, paper: { column: 'paper', names: { zh: '试卷', en: 'Paper' }, members: 'text' } },
  conditions: { passed: '"scoreMilli" >= "passMarkMilli"' },
  rows: [
    { column: 'examCode', names: { zh: '试卷与人员', en: 'Paper and person' }, shows: 'text', sensitive: 'staff' },
    { column: 'paper', names: { zh: '试卷', en: 'Paper' }, shows: 'text' },
    dayColumn,
    ...place,
  ],
})

/** 特色服务与服务下乡. Grain: one use, visit or training. */
export const serviceEvents = defineFact({
  name: 'serviceEvents',
  names: { zh: '特色服务', en: 'Featured services' },
  table: 'ServiceEvent',
  key: 'eventCode',
  clocks: happened,
  numbers: { people: '"people"' },
  bins: {},
  dimensions: {
    centre,
    unit,
    window,
    serviceKind: { column: 'kind', names: { zh: '服务类型', en: 'Service' }, members: 'list', values: serviceKinds },
    township: { column: 'township', names: { zh: '乡镇', en: 'Township' }, members: 'text' },
  },
  conditions: {
    peopleKnown: '"people" IS NOT NULL',
    township: '"kind" IN (\'townshipVisit\', \'townshipTraining\')',
  },
  rows: [
    { column: 'eventCode', names: { zh: '编号', en: 'Code' }, shows: 'text' },
    { column: 'kind', names: { zh: '类型', en: 'Service' }, shows: 'list', values: serviceKinds },
    dayColumn,
    ...place,
    { column: 'township', names: { zh: '乡镇', en: 'Township' }, shows: 'text' },
    { column: 'people', names: { zh: '人数', en: 'People' }, shows: 'number' },
    { column: 'summary', names: { zh: '摘要', en: 'Summary' }, shows: 'text' },
  ],
})

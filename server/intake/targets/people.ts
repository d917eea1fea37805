import type { Target } from '../target.ts'
import { textOfDay } from '#measures'
import { lists } from '../../facts/index.ts'
import { happened, placeOfPerson, staff, summary, unit, unitOfWindow, window } from './common.ts'

/** 考勤: one row a person and day. */
export const attendanceTarget: Target = {
  name: 'attendance',
  names: { zh: '考勤', en: 'Attendance' },
  fact: 'attendance',
  table: 'Attendance',
  key: 'attendanceCode',
  fields: [
    { ...staff, required: true },
    happened,
    unit,
    window,
    { name: 'due', names: { zh: '应到（半天）', en: 'Due (half-days)' }, reads: 'integer', column: 'dueHalfDays', least: 0, most: 2, also: ['应到', '应出勤'] },
    { name: 'attended', names: { zh: '实到（半天）', en: 'Attended (half-days)' }, reads: 'integer', column: 'attendedHalfDays', least: 0, most: 2, required: true, also: ['实到', '出勤', '实出勤'] },
    { name: 'excused', names: { zh: '公假下乡踏勘（半天）', en: 'Excused (half-days)' }, reads: 'integer', column: 'excusedHalfDays', least: 0, most: 2, also: ['公假', '公出', '下乡'] },
    { name: 'reason', names: { zh: '事由', en: 'Reason' }, reads: 'text', also: ['备注'] },
  ],
  keyOf: (texts, row) => typeof row.day === 'number' ? `${texts.staff ?? ''}@${textOfDay(row.day)}` : null,
  derived: { attendanceCode: 'text' },
  defaults: { dueHalfDays: 2, excusedHalfDays: 0 },
  derive: (row, context) => {
    if (Number(row.attendedHalfDays) + Number(row.excusedHalfDays) > Number(row.dueHalfDays))
      return { field: 'attended', reason: 'more' }
    return placeOfPerson(row, context)
  },
}

/** 在岗抽查: one row a look at a post. */
export const postChecksTarget: Target = {
  name: 'postChecks',
  names: { zh: '在岗抽查', en: 'Post checks' },
  fact: 'postChecks',
  table: 'PostCheck',
  key: 'checkCode',
  fields: [
    { name: 'checkCode', names: { zh: '抽查编号', en: 'Check code' }, reads: 'text', required: true, also: ['编号', 'code'] },
    { ...window, required: true },
    unit,
    staff,
    { name: 'checkedAt', names: { zh: '抽查时间', en: 'Checked' }, reads: 'instant', required: true, also: ['时间', '检查时间'] },
    { name: 'found', names: { zh: '抽查结果', en: 'Found' }, reads: 'list', values: lists.postFound, required: true, also: ['结果', '在岗情况'], alsoValues: { handler: ['在岗', 'A岗', '是'], standIn: ['B岗', '顶岗'], nobody: ['不在岗', '缺岗', '离岗', '否'] } },
    { name: 'note', names: { zh: '说明', en: 'Note' }, reads: 'text', also: ['备注'] },
  ],
  derived: { day: 'day' },
  defaults: {},
  derive: (row, context) => {
    row.day = typeof row.checkedAt === 'number' ? context.centre.hall.zone.localAt(row.checkedAt).day : null
    return unitOfWindow(row, context)
  },
}

/** 业务考试: one row a person's paper. */
export const examsTarget: Target = {
  name: 'exams',
  names: { zh: '业务考试', en: 'Exams' },
  fact: 'exams',
  table: 'Exam',
  key: 'examCode',
  fields: [
    { name: 'paper', names: { zh: '试卷', en: 'Paper' }, reads: 'text', required: true, also: ['考试名称', '科目', '考试'] },
    { ...staff, required: true },
    happened,
    unit,
    window,
    { name: 'score', names: { zh: '成绩', en: 'Score' }, reads: 'decimal', column: 'scoreMilli', least: 0, most: 10_000_000, required: true, also: ['得分', '分数'] },
    { name: 'fullMark', names: { zh: '满分', en: 'Full mark' }, reads: 'decimal', column: 'fullMarkMilli', least: 1, most: 10_000_000 },
    { name: 'passMark', names: { zh: '合格线', en: 'Pass mark' }, reads: 'decimal', column: 'passMarkMilli', least: 0, most: 10_000_000, also: ['及格线', '及格分'] },
  ],
  keyOf: (texts, row) => typeof row.paper === 'string' ? `${row.paper}/${texts.staff ?? ''}` : null,
  derived: { examCode: 'text' },
  defaults: { fullMarkMilli: 100_000, passMarkMilli: 60_000 },
  derive: (row, context) => Number(row.scoreMilli) > Number(row.fullMarkMilli) ? { field: 'score', reason: 'more' } : placeOfPerson(row, context),
}

/** 特色服务: one row a use, a visit or a training. */
export const serviceEventsTarget: Target = {
  name: 'serviceEvents',
  names: { zh: '特色服务', en: 'Featured services' },
  fact: 'serviceEvents',
  table: 'ServiceEvent',
  key: 'eventCode',
  fields: [
    { name: 'eventCode', names: { zh: '服务编号', en: 'Event code' }, reads: 'text', required: true, also: ['编号', 'code'] },
    { name: 'kind', names: { zh: '服务类型', en: 'Service' }, reads: 'list', values: lists.serviceKinds, required: true, also: ['类型', '服务项目'] },
    happened,
    unit,
    window,
    { name: 'township', names: { zh: '乡镇', en: 'Township' }, reads: 'text', also: ['地点', '乡镇（街道）'] },
    { name: 'people', names: { zh: '服务人数', en: 'People' }, reads: 'integer', least: 0, most: 1_000_000, also: ['人数', '人次'] },
    summary,
  ],
  derived: {},
  defaults: {},
  derive: unitOfWindow,
}

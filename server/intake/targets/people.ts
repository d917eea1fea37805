import type { DeclaredTarget } from './columnFields.ts'
import { textOfDay } from '#measures'
import { happened, placeOfPerson, staff, summary, unit, unitOfWindow, window } from './common.ts'

/** 考勤: one row per person and day. */
export const attendanceTarget: DeclaredTarget = {
  name: 'attendance',
  fact: 'attendance',
  fields: [
    { ...staff, required: true },
    happened,
    unit,
    window,
    {
      name: 'due',
      column: 'dueHalfDays',
      least: 0,
      most: 2,
    },
    {
      name: 'attended',
      column: 'attendedHalfDays',
      least: 0,
      most: 2,
      required: true,
    },
    {
      name: 'excused',
      names: { zh: '公假下乡踏勘（半天）', en: 'Excused (half-days)' },
      column: 'excusedHalfDays',
      least: 0,
      most: 2,
    },
    {
      name: 'leave',
      alsoValues: {
        annual: ['年休', '年假', '公休', '休年假'],
        sick: ['病休', '病假半天'],
        personal: ['事假半天'],
        family: ['婚假', '产假', '陪产假', '丧假', '探亲假', '育儿假', '护理假'],
        other: ['请假', '其他'],
      },
    },
    {
      name: 'reason',
      names: { zh: '未到事由', en: 'Reason for absence' },
      reads: 'text',
    },
  ],
  keyOf: (texts, row) => (typeof row.day === 'number' ? `${texts.staff ?? ''}@${textOfDay(row.day)}` : null),
  derived: { attendanceCode: 'text' },
  defaults: { dueHalfDays: 2, excusedHalfDays: 0 },
  derive: (row, context) => {
    if (Number(row.attendedHalfDays) + Number(row.excusedHalfDays) > Number(row.dueHalfDays))
      return { field: 'attended', reason: 'more' }
    return placeOfPerson(row, context)
  },
}

/** 在岗抽查: one row per check of a post. */
export const postChecksTarget: DeclaredTarget = {
  name: 'postChecks',
  fact: 'postChecks',
  fields: [
    {
      name: 'checkCode',
      required: true,
    },
    { ...window, required: true },
    unit,
    staff,
    {
      name: 'checkedAt',
      required: true,
    },
    {
      name: 'found',
      required: true,
      alsoValues: {
        handler: ['在岗', 'A岗', '是'],
        standIn: ['B岗', '顶岗'],
        nobody: ['不在岗', '缺岗', '离岗', '否'],
      },
    },
    { name: 'note' },
  ],
  derived: { day: 'day' },
  defaults: {},
  derive: (row, context) => {
    row.day = typeof row.checkedAt === 'number' ? context.centre.hall.zone.localAt(row.checkedAt).day : null
    return unitOfWindow(row, context)
  },
}

/** 业务考试: one row per person's paper. */
export const examsTarget: DeclaredTarget = {
  name: 'exams',
  fact: 'exams',
  fields: [
    {
      name: 'paper',
      required: true,
    },
    { ...staff, required: true },
    happened,
    unit,
    window,
    {
      name: 'score',
      reads: 'decimal',
      column: 'scoreMilli',
      least: 0,
      most: 10_000_000,
      required: true,
    },
    {
      name: 'fullMark',
      reads: 'decimal',
      column: 'fullMarkMilli',
      least: 1,
      most: 10_000_000,
    },
    {
      name: 'passMark',
      reads: 'decimal',
      column: 'passMarkMilli',
      least: 0,
      most: 10_000_000,
    },
  ],
  keyOf: (texts, row) => (typeof row.paper === 'string' ? `${row.paper}/${texts.staff ?? ''}` : null),
  derived: { examCode: 'text' },
  defaults: { fullMarkMilli: 100_000, passMarkMilli: 60_000 },
  derive: (row, context) =>
    Number(row.scoreMilli) > Number(row.fullMarkMilli)
      ? { field: 'score', reason: 'more' }
      : placeOfPerson(row, context),
}

/** 例会: one row per meeting. */
export const meetingsTarget: DeclaredTarget = {
  name: 'meetings',
  fact: 'meetings',
  fields: [
    { name: 'meetingCode', required: true },
    { name: 'kind', required: true, alsoValues: { weekly: ['例会', '周例会'], lecture: ['讲座'] } },
    happened,
    { name: 'duePeople', least: 0, most: 100_000 },
    { name: 'attendedPeople', least: 0, most: 100_000 },
    summary,
  ],
  derived: {},
  defaults: {},
  derive: row =>
    typeof row.duePeople === 'number' && Number(row.attendedPeople) > row.duePeople
      ? { field: 'attendedPeople', reason: 'more' }
      : null,
}

/** 日报: one row per window and day. */
export const dailyReportsTarget: DeclaredTarget = {
  name: 'dailyReports',
  fact: 'dailyReports',
  fields: [
    { ...window, required: true },
    { ...happened, past: true },
    unit,
    { name: 'received', least: 0, most: 100_000, required: true },
    { name: 'completed', least: 0, most: 100_000, required: true },
    { name: 'note' },
  ],
  keyOf: (texts, row) => (typeof row.day === 'number' ? `${texts.window ?? ''}@${textOfDay(row.day)}` : null),
  derived: { reportCode: 'text' },
  defaults: {},
  derive: unitOfWindow,
}

/** 特色服务: one row per use, visit or training. */
export const serviceEventsTarget: DeclaredTarget = {
  name: 'serviceEvents',
  fact: 'serviceEvents',
  fields: [
    {
      name: 'eventCode',
      required: true,
    },
    {
      name: 'kind',
      required: true,
    },
    happened,
    unit,
    window,
    {
      name: 'township',
    },
    {
      name: 'people',
      least: 0,
      most: 1_000_000,
    },
    {
      name: 'returning',
      least: 0,
      most: 1_000_000,
    },
    summary,
  ],
  derived: {},
  defaults: {},
  derive: (row, context) =>
    typeof row.people === 'number' && Number(row.returning) > row.people
      ? { field: 'returning', reason: 'more' }
      : unitOfWindow(row, context),
}

import type { Block } from '../document.ts'
import type { References } from './words.ts'
import { say } from './words.ts'

// Sentences about people, services and townships that several templates share. A clause without records is
// empty, and an empty paragraph is not printed.

/** Attendance, posts, exams and meetings of the staff. */
export const teamSentences = (f: References): Block[] => [
  say(
    f.clause('attendanceRate', { before: '窗口人员出勤率' }),
    f.clause('postCoverage', { before: '，抽查在岗率' }),
    f.clause('postChecksMade', { before: '（抽查', after: '）', zero: '' }),
    f.clause('examPassRate', { before: '；业务考试合格率' }),
    f.clause('weeklyMeetings', { before: '；召开每周例会', zero: '' }),
    f.clause('meetingAttendance', { before: '，到会率' }),
    '。',
  ),
]

/** The six featured services, other services, and services in the townships. */
export const serviceSentences = (f: References): Block[] => [
  say(
    f.clause('featuredServices', { before: '六大特色便民服务开展', zero: '' }),
    f.clause('featuredServicePeople', { before: '，惠及群众', zero: '' }),
    f.clause('appointmentServices', { before: '；预约服务', zero: '' }),
    f.clause('extendedHoursServices', { before: '、延时服务', zero: '' }),
    f.clause('homeVisits', { before: '、上门服务', zero: '' }),
    '。',
    f.clause('townshipOutings', { before: '送服务下乡', zero: '' }),
    f.clause('townshipTrainees', { before: '，跟班培训乡镇人员', zero: '' }),
    '。',
  ),
]

/** The handling of bad reviews and calls. */
export const answerSentences = (f: References): Block[] => [
  say(
    f.clause('badReviews', { before: '差评', zero: '' }),
    f.clause('badReviewRectifiedRate', { before: '，整改率' }),
    f.clause('badReviewCallBackRate', { before: '，回访率' }),
    f.clause('hotlineCalls', { before: '；12345 热线工单', zero: '' }),
    f.clause('hotlineReplyRate', { before: '，答复率' }),
    '。',
  ),
]

/** The same in English. */
export const sentencesInEnglish = (f: References): Block[] => [
  say(
    f.clause('attendanceRate', { before: 'Attendance was ' }),
    f.clause('postCoverage', { before: '; posts were held at ', after: ' of the checks' }),
    f.clause('examPassRate', { before: '; ', after: ' passed the exam' }),
    f.clause('weeklyMeetings', { before: '; there were ', zero: '' }),
    '.',
  ),
  say(
    f.clause('featuredServices', { before: 'The six featured services were given ', zero: '' }),
    f.clause('featuredServicePeople', { before: ', with ', zero: '' }),
    '. ',
    f.clause('townshipOutings', { before: 'Windows went to the townships ', zero: '' }),
    '. ',
    f.clause('townshipTrainees', { before: 'Township staff trained: ', zero: '' }),
    '.',
  ),
]

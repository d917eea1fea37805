import type { peopleMeasures } from '../definitions/people.ts'
import type { Synonyms } from './synonym.ts'

/** Synonyms of the measures in `definitions/people.ts`. */
export const peopleSynonyms: Partial<Record<keyof typeof peopleMeasures, Synonyms>> = {
  attendanceRate: {
    zh: ['出勤、考勤率、到岗率、出勤比例'],
    en: ['attendance, attendance of staff'],
    near: ['present, absent'],
  },
  leaveRate: { zh: ['请假比例、请假的比例'], en: ['leave rate'] },
  leaveHalfDays: { zh: ['请假、请假天数、休假'], en: ['leave, leave taken'] },
  postCoverage: {
    zh: ['在岗率、到岗率、窗口在岗、在岗'],
    en: ['post coverage, post coverage rate, at post'],
  },
  examPassRate: {
    zh: ['考试合格率、合格率、考试通过率、业务考试通过率、考试及格率'],
    en: ['pass rate, exams passed'],
    near: ['exam, exams, passed'],
  },
  servicesGiven: {
    zh: ['特色服务、便民服务、特色便民服务'],
    en: ['featured service, services'],
  },
  featuredServices: {
    zh: ['特色服务、六大服务、六大特色、六大特色便民服务'],
    en: ['featured service'],
  },
  townshipVisits: {
    zh: ['服务下乡和跟班培训、下乡与培训'],
    en: ['visits and training'],
  },
  featuredServicePeople: {
    zh: ['惠及人次、特色服务惠及、特色服务人次、特色服务人数、惠及群众、服务人次'],
    en: ['people served, people reached'],
  },
  featuredServiceRepeat: { zh: ['特色服务再次来办率、重复服务'], en: ['repeat visits, returning people'] },
  appointmentServices: {
    zh: ['预约服务次数、预约、预约服务数'],
    en: ['appointment services, appointments'],
  },
  extendedHoursServices: {
    zh: ['延时服务次数、加班服务、延时'],
    en: ['extended hours, after hours'],
  },
  homeVisits: {
    zh: ['上门服务次数、上门、上门办理'],
    en: ['home visit, visits at home'],
  },
  reportedReceived: {
    zh: ['日报收件量、日报收件数'],
    en: ['reported received, reported as received'],
  },
  reportedCompleted: {
    zh: ['日报办结量、日报办结数'],
    en: ['reported completed, reported as completed'],
  },
  townshipOutings: {
    zh: ['服务下乡、下乡、送服务下乡次数、下乡服务、下乡次数'],
    en: ['township visits'],
  },
  townshipTrainees: {
    zh: ['跟班培训人数、乡镇培训人数、跟班培训、乡镇跟班培训'],
    en: ['trainees, township trainees, people trained, trained'],
  },
  casesHandedUp: {
    zh: ['上送件、上送、乡镇上送、上送量'],
    en: ['handed up, cases handed up'],
  },
  casesHandedDown: {
    zh: ['下转件、下转、县级下转、下转量'],
    en: ['handed down, cases handed down'],
  },
  weeklyMeetings: {
    zh: ['例会、周例会、例会次数、每周例会次数'],
    en: ['weekly meeting, meetings'],
  },
  meetingAttendance: {
    zh: ['到会率、例会出席率、会议到会率'],
    en: ['attendance at meetings'],
  },
  postChecksMade: {
    zh: ['抽查次数、在岗抽查、岗位抽查次数、抽查、岗位抽查'],
    en: ['post checks, spot checks, checks'],
  },
  examMeanScore: {
    zh: ['考试平均分、平均分、考试成绩、平均成绩'],
    en: ['exam mark, mean mark, exam score'],
  },
}

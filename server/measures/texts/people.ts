import type { peopleMeasures } from '../definitions/people.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/people.ts`. */
export const peopleTexts: Record<keyof typeof peopleMeasures, MeasureText> = {
  attendanceRate: {
    question: {
      zh: '应到的半天中，有多大比例到岗？',
      en: 'Of the half-days due, what share were attended?',
    },
    formula: {
      zh: '实到半天数 ÷（应到半天数 − 公假、下乡、踏勘半天数）',
      en: 'Half-days attended ÷ (half-days due − half-days away on duty)',
    },
    source: '窗口考核统计口径 出勤率',
  },
  leaveRate: {
    question: {
      zh: '应到的半天中，有多大比例请假？',
      en: 'Of the half-days due, what share were taken as leave?',
    },
    formula: {
      zh: '填有请假类别的缺勤半天数 ÷（应到半天数 − 公假、下乡、踏勘半天数）',
      en: 'Half-days missed with a kind of leave ÷ (half-days due − half-days away on duty)',
    },
    source: '窗口考核统计口径 请假',
    caution: {
      zh: '未填请假类别的缺勤不算请假，只降低出勤率',
      en: 'Absence without a kind of leave is not counted as leave; it only lowers attendance',
    },
  },
  leaveHalfDays: {
    question: {
      zh: '窗口人员共请假多少个半天？',
      en: 'How many half-days of leave did window staff take?',
    },
    formula: {
      zh: '填有请假类别的缺勤半天数之和',
      en: 'Half-days missed with a kind of leave, added up',
    },
    source: '窗口考核统计口径 请假',
  },
  postCoverage: {
    question: {
      zh: '抽查时，有多大比例的窗口有人在岗（A岗或B岗）？',
      en: 'At what share of the checks was the post held by its handler or the stand-in?',
    },
    formula: {
      zh: 'A岗或B岗在岗的抽查次数 ÷ 抽查次数',
      en: 'Checks that found the handler or the stand-in ÷ checks',
    },
    source: '窗口考核统计口径 在岗率',
    caution: {
      zh: '抽查是样本，不是全程记录',
      en: 'Checks are a sample, not a full record',
    },
  },
  examPassRate: {
    question: {
      zh: '业务考试中，有多大比例达到合格线？',
      en: 'What share of exam papers reached the pass mark?',
    },
    formula: {
      zh: '成绩不低于合格线的试卷数 ÷ 试卷数',
      en: 'Papers at or above the pass mark ÷ papers',
    },
    source: '窗口考核统计口径 业务考试',
  },
  servicesGiven: {
    question: {
      zh: '这一时期提供了多少次特色便民服务（含送服务下乡、跟班培训）？',
      en: 'How many times were featured services given, township visits and training included?',
    },
    formula: {
      zh: '日期在期内的服务记录数',
      en: 'Service records whose day falls in the period',
    },
    source: '平和县简报第46期（2012）六大特色便民服务',
  },
  townshipVisits: {
    question: {
      zh: '这一时期送服务下乡、乡镇跟班培训共多少次？',
      en: 'How many township visits and training sessions for township staff were there?',
    },
    formula: {
      zh: '日期在期内的送服务下乡和乡镇跟班培训次数',
      en: 'Visits to townships and trainings whose day falls in the period',
    },
    source: '平和县简报第46期（2012）县乡对接',
  },
  featuredServices: {
    question: {
      zh: '六大特色便民服务共提供多少次？',
      en: 'How many times were the six featured services given?',
    },
    formula: {
      zh: '日期在期内、类型为六大特色服务之一的记录数',
      en: 'Records of one of the six featured services whose day falls in the period',
    },
    source: '平和县简报第46期（2012）六大特色便民服务',
  },
  featuredServicePeople: {
    question: {
      zh: '六大特色便民服务惠及多少人次？',
      en: 'How many people did the six featured services reach?',
    },
    formula: {
      zh: '期内六大特色服务记录的服务人数之和',
      en: 'People served, as recorded for the six featured services in the period, added up',
    },
    source: '平和县简报第46期（2012）六大特色便民服务',
    caution: {
      zh: '未填人数的服务不计入',
      en: 'Services without a number of people are left out',
    },
  },
  townshipOutings: {
    question: {
      zh: '这一时期送服务下乡多少次？',
      en: 'How many service visits to townships were there in the period?',
    },
    formula: {
      zh: '日期在期内的送服务下乡次数',
      en: 'Visits to townships whose day falls in the period',
    },
    source: '平和县简报第46期（2012）县乡对接',
  },
  townshipTrainees: {
    question: {
      zh: '有多少名乡镇人员到窗口跟班培训？',
      en: 'How many township staff were trained at a window?',
    },
    formula: {
      zh: '期内乡镇跟班培训记录的人数之和',
      en: 'People recorded with the trainings of township staff in the period, added up',
    },
    source: '平和县简报第46期（2012）县乡对接',
    caution: {
      zh: '同一人多期培训计多次',
      en: 'Someone who comes twice counts twice',
    },
  },
  casesHandedUp: {
    question: {
      zh: '乡镇便民服务中心受理后上送县级窗口的有多少件？',
      en: 'How many cases did township stations accept and hand up to county windows?',
    },
    formula: {
      zh: '日期在期内的乡镇上送件，一件一条记录',
      en: 'Cases handed up in the period, one per record',
    },
    source: '平和县简报第46期（2012）县、乡两级审批互动对接',
  },
  casesHandedDown: {
    question: {
      zh: '县级窗口转交乡镇便民服务中心办理的有多少件？',
      en: 'How many cases did county windows hand down to township stations?',
    },
    formula: {
      zh: '日期在期内的县级下转件，一件一条记录',
      en: 'Cases handed down in the period, one per record',
    },
    source: '平和县简报第46期（2012）县、乡两级审批互动对接',
  },
  weeklyMeetings: {
    question: {
      zh: '这一时期开了多少次例会？',
      en: 'How many weekly meetings were held in the period?',
    },
    formula: {
      zh: '日期在期内的每周例会次数',
      en: 'Weekly meetings whose day falls in the period',
    },
    source: '平和县简报第46期（2012）每周一次的例会',
  },
  meetingAttendance: {
    question: {
      zh: '例会、讲座应到的人有多大比例到会？',
      en: 'What share of the people due at meetings attended?',
    },
    formula: {
      zh: '实到人数 ÷ 应到人数，只计两者都有记录的会议',
      en: 'People present ÷ people due, of meetings with both recorded',
    },
    source: '平和县简报第46期（2012）每周一次的例会',
  },
  postChecksMade: {
    question: {
      zh: '这一时期抽查岗位多少次？',
      en: 'How many post checks were made in the period?',
    },
    formula: {
      zh: '日期在期内的抽查次数',
      en: 'Checks whose day falls in the period',
    },
    source: '窗口考核统计口径 在岗率',
    caution: {
      zh: '抽查是样本，不是全程记录',
      en: 'Checks are a sample, not a full record',
    },
  },
  examMeanScore: {
    question: {
      zh: '业务考试平均多少分？',
      en: 'What was the mean mark of the exams?',
    },
    formula: {
      zh: '成绩之和 ÷ 试卷数',
      en: 'Marks added up ÷ papers',
    },
    source: '窗口考核统计口径 业务考试',
    caution: {
      zh: '各次试卷难易不同，跨次比较应谨慎',
      en: 'Papers differ in difficulty; compare exams with care',
    },
  },
  featuredServiceRepeat: {
    question: {
      zh: '六大特色服务中，有多大比例的人是再次来的？',
      en: 'Of the people served by the six featured services, what share had come before?',
    },
    formula: {
      zh: '记录中再次来的人数 ÷ 同一批记录的服务人数',
      en: 'People recorded as having come before ÷ people of the same records',
    },
    source: '特色服务登记：其中再次来的人数',
    caution: {
      zh: '只计填有再次来人数的记录；办证类再次来的，可能是没有一次办成，应核查',
      en: 'Only records that say how many came again; a second visit for a certificate should be checked',
    },
  },
  appointmentServices: {
    question: {
      zh: '这一时期提供了多少次预约服务？',
      en: 'How many times was service given by appointment in the period?',
    },
    formula: {
      zh: '日期在期内、类型为预约服务的次数',
      en: 'Services by appointment in the period',
    },
    source: '平和县简报第46期（2012）预约服务',
    caution: {
      zh: '按服务记录计次；经预约的办件另见“预约办件量”，按件计，两者不同',
      en: 'Counts service records; cases received by appointment are another figure, counted by case',
    },
  },
  extendedHoursServices: {
    question: {
      zh: '这一时期在下班后或休息日提供了多少次延时服务？',
      en: 'How many times was service given after hours or on a day off?',
    },
    formula: {
      zh: '日期在期内、类型为延时服务的次数',
      en: 'Services in extended hours in the period',
    },
    source: '政务服务统计口径 延时服务',
  },
  homeVisits: {
    question: {
      zh: '这一时期上门服务多少次？',
      en: 'How many home visits did window staff make?',
    },
    formula: {
      zh: '日期在期内、类型为上门服务的次数',
      en: 'Home visits in the period',
    },
    source: '政务服务统计口径 上门服务',
  },
  reportedReceived: {
    question: {
      zh: '各窗口日报上报收件多少件？',
      en: 'How many cases did the windows report as received?',
    },
    formula: {
      zh: '日期在期内的日报收件数之和',
      en: 'Cases received by the daily reports whose day falls in the period, added up',
    },
    source: '窗口日报',
    caution: {
      zh: '日报由窗口手工统计，与办件记录可能有出入，差异见“进度”页',
      en: 'Counted by hand, so may differ from the case records; the “Reports” page lists differences',
    },
  },
  reportedCompleted: {
    question: {
      zh: '各窗口日报上报办结多少件？',
      en: 'How many cases did the windows report as completed?',
    },
    formula: {
      zh: '日期在期内的日报办结数之和',
      en: 'Cases completed by the daily reports whose day falls in the period, added up',
    },
    source: '窗口日报',
    caution: {
      zh: '日报由窗口手工统计，与办件记录可能有出入，差异见“进度”页',
      en: 'Counted by hand, so may differ from the case records; the “Reports” page lists differences',
    },
  },
}

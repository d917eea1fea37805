import type { MeasureId } from '#measures'

/** The cards of the page, the most important first. */
export const teamCards: readonly MeasureId[] = [
  'postCoverage',
  'attendanceRate',
  'examPassRate',
  'meetingAttendance',
  'leaveRate',
  'staffCount',
  'managerCount',
]
export const teamRanking: readonly MeasureId[] = [
  'postCoverage',
  'attendanceRate',
  'examPassRate',
  'leaveRate',
  'examMeanScore',
  'staffCount',
]
export const teamTrend: readonly MeasureId[] = [
  'postCoverage',
  'attendanceRate',
  'leaveRate',
  'leaveHalfDays',
  'postChecksMade',
  'examPassRate',
  'weeklyMeetings',
  'meetingAttendance',
]
export const examMeasures: readonly MeasureId[] = ['examMeanScore', 'examPassRate']
/** Leave by kind; a rate would refer only to those who took it. */
export const leaveMeasures: readonly MeasureId[] = ['leaveHalfDays']

import type { MeasureId } from '#measures'

/** What the page of the hall's people shows first. */
export const teamCards: readonly MeasureId[] = [
  'staffCount',
  'postCoverage',
  'attendanceRate',
  'examPassRate',
  'meetingAttendance',
  'managerCount',
]
export const teamRanking: readonly MeasureId[] = [
  'postCoverage',
  'attendanceRate',
  'examPassRate',
  'examMeanScore',
  'staffCount',
]
export const teamTrend: readonly MeasureId[] = [
  'postCoverage',
  'attendanceRate',
  'postChecksMade',
  'examPassRate',
  'weeklyMeetings',
  'meetingAttendance',
]
export const examMeasures: readonly MeasureId[] = ['examMeanScore', 'examPassRate']

import type { TargetName } from '../../rows/targetNames.ts'
import type { Headings } from './headings.ts'
import { caseHeadings } from './cases.ts'
import { goalHeadings, itemHeadings, unitHeadings, windowHeadings } from './catalogue.ts'
import {
  attendanceHeadings,
  dailyReportHeadings,
  examHeadings,
  feedbackHeadings,
  meetingHeadings,
  postCheckHeadings,
  serviceEventHeadings,
  staffHeadings,
} from './people.ts'
import {
  bidHeadings,
  claimHeadings,
  expertDrawHeadings,
  objectionHeadings,
  regulationHeadings,
} from './procedure.ts'
import { tradeHeadings } from './trades.ts'

/** The headings of each target, besides the names of its fields. */
export const headingsOf: Partial<Record<TargetName, Headings>> = {
  cases: caseHeadings,
  trades: tradeHeadings,
  units: unitHeadings,
  windows: windowHeadings,
  items: itemHeadings,
  targets: goalHeadings,
  staff: staffHeadings,
  attendance: attendanceHeadings,
  postChecks: postCheckHeadings,
  exams: examHeadings,
  serviceEvents: serviceEventHeadings,
  meetings: meetingHeadings,
  dailyReports: dailyReportHeadings,
  feedback: feedbackHeadings,
  bids: bidHeadings,
  objections: objectionHeadings,
  expertDraws: expertDrawHeadings,
  claims: claimHeadings,
  regulations: regulationHeadings,
}

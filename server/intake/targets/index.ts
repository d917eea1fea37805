import type { FactName as StoredFactName } from '../../../prisma/generated/enums.ts'
import type { TargetName } from '../rows/targetNames.ts'
import type { DeclaredTarget } from './columnFields.ts'
import type { Target } from './target.ts'
import { casesTarget } from './cases.ts'
import {
  claimsTarget,
  itemsTarget,
  regulationsTarget,
  staffTarget,
  unitsTarget,
  windowsTarget,
} from './catalogue.ts'
import { completeTarget } from './columnFields.ts'
import { feedbackTarget } from './feedback.ts'
import { goalsTarget } from './goals.ts'
import {
  attendanceTarget,
  dailyReportsTarget,
  examsTarget,
  meetingsTarget,
  postChecksTarget,
  serviceEventsTarget,
} from './people.ts'
import { bidsTarget, expertDrawsTarget, objectionsTarget } from './procedure.ts'
import { tradesTarget } from './trades.ts'

const declared: Record<TargetName, DeclaredTarget & { fact: StoredFactName }> = {
  units: unitsTarget,
  windows: windowsTarget,
  staff: staffTarget,
  items: itemsTarget,
  cases: casesTarget,
  trades: tradesTarget,
  feedback: feedbackTarget,
  regulations: regulationsTarget,
  claims: claimsTarget,
  attendance: attendanceTarget,
  postChecks: postChecksTarget,
  exams: examsTarget,
  serviceEvents: serviceEventsTarget,
  meetings: meetingsTarget,
  dailyReports: dailyReportsTarget,
  bids: bidsTarget,
  objections: objectionsTarget,
  expertDraws: expertDrawsTarget,
  targets: goalsTarget,
}

/** All targets of a file. */
export const targets = Object.fromEntries(
  Object.entries(declared).map(([name, target]) => [name, completeTarget(target)]),
) as Record<TargetName, Target>

import type { TargetName } from '../mapping.ts'
import type { Target } from '../target.ts'
import { casesTarget } from './cases.ts'
import { claimsTarget, itemsTarget, regulationsTarget, staffTarget, unitsTarget, windowsTarget } from './catalogue.ts'
import { feedbackTarget } from './feedback.ts'
import { targetsTarget } from './goals.ts'
import { attendanceTarget, examsTarget, postChecksTarget, serviceEventsTarget } from './people.ts'
import { bidsTarget, expertDrawsTarget, objectionsTarget } from './procedure.ts'
import { tradesTarget } from './trades.ts'

/** Everything a file can be loaded as. */
export const targets: Record<TargetName, Target> = {
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
  bids: bidsTarget,
  objections: objectionsTarget,
  expertDraws: expertDrawsTarget,
  targets: targetsTarget,
}

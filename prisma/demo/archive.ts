import type { BriefingContext } from '../../server/briefing/briefingContext.ts'
import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { DraftRequest } from '../../server/briefing/draft.ts'
import type { Centre } from '../../server/centres/centre.ts'
import type { Database } from '../../server/storage/database.ts'
import { beginDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { setPaper } from '../../server/briefing/paper/setPaper.ts'
import { usualPaper } from '../../server/briefing/paper/settings.ts'
import { addMonths, dayFromText, monthStart, textOfDay } from '../../server/measures/index.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { opening } from './catalogue.ts'
import { date46, paper46, written46 } from './issue46.ts'

const clerk = '文书（演示）'
const leader = '领导（演示）'

/** The centre, and the instant at which a demo clerk or leader works on briefings. */
interface Desk {
  database: Database
  centre: Centre
  now: Date
}

const deskOf = ({ database, centre, now }: Desk, by: string): BriefingContext => ({
  centre,
  context: { database, scope: leaderScope, now },
  by,
})

/** Nine o'clock of a local day. */
const morningOf = (centre: Centre, day: number): Date =>
  new Date(centre.hall.zone.startOf(day) + 9 * 3_600_000)

async function begin(desk: Desk, asked: Pick<DraftRequest, 'template' | 'period'>): Promise<number> {
  const comparison = asked.template === 'special' ? 'none' : 'lastYear'
  return (await beginDraft(deskOf(desk, clerk), { ...asked, comparison, language: 'zh' })).id
}

/** Signs a draft as a leader would after reading all findings of the check. */
async function sign(desk: Desk, id: number, revision: number): Promise<void> {
  const signing = deskOf(desk, leader)
  const findings = await checkDraft(signing, { id, revision })
  await freezeDraft(signing, { id, revision, accepts: findings.map(({ kind }) => kind) })
}

/** Signs issue 46 as it was published: with its number, its receivers, and dated the last day of 2012. */
async function signIssue46(desk: Desk): Promise<void> {
  const { database, centre, now } = desk
  const start = { year: 2012, number: 46, total: 46 }
  const settings = {
    ...usualPaper,
    ...paper46,
    numbering: { ...usualPaper.numbering, withYear: false, start },
  }
  await setPaper(database, { centre, settings, by: clerk, now })
  const id = await begin(desk, { template: 'special', period: `${opening}..${date46}` })
  const draft = await database.prisma.briefing.findUniqueOrThrow({
    where: { centreId_id: { centreId: centre.id, id } },
  })
  const document = written46(draft.document as unknown as BriefingDocument)
  const { revision } = await saveDraft(deskOf(desk, clerk), { id, revision: draft.revision, document })
  await sign(desk, id, revision)
}

/** Sets up a monthly briefing since September 2012, numbered by the month of its date. */
async function setMonthlyPaper({ database, centre, now }: Desk, firstDay: number): Promise<void> {
  const [year = 0, month = 1] = textOfDay(firstDay).split('-').map(Number)
  const settings = {
    ...usualPaper,
    masthead: '政务服务简报',
    unit: '平和县行政服务中心',
    signature: '平和县行政服务中心',
    copyTo: '市行政服务中心管委会',
    distributeTo: paper46.distributeTo,
    office: '平和县行政服务中心办公室',
    numbering: {
      ...usualPaper.numbering,
      start: { year, number: month, total: (year - 2012) * 12 + month - 8 },
    },
  }
  await setPaper(database, { centre, settings, by: clerk, now })
}

/** The day of the following month on which a monthly briefing is signed. */
const signedOnThe = 5

/** The first working day on or after the fifth of the month after `month`. */
function signingDay(centre: Centre, month: number): number {
  const day = addMonths(month, 1) + signedOnThe - 1
  return centre.hall.calendar?.sameOrNext(day) ?? day
}

/** Removes the demo's briefings, recognised by the names of their authors. */
export async function removeArchive({ prisma }: Database): Promise<void> {
  await prisma.briefing.deleteMany({ where: { author: clerk } })
  await prisma.paperSettings.deleteMany({ where: { editedBy: clerk } })
}

/**
 * Writes an archive of briefings: issue 46, the last two monthly ones, and the draft of the next. Issues
 * before the first records or for periods that are not over are left out.
 */
export async function writeArchive(
  database: Database,
  { centre, now, recordsFrom }: { centre: Centre; now: Date; recordsFrom: number },
): Promise<void> {
  const desk = { database, centre, now }
  const today = centre.hall.zone.localAt(now.getTime()).day
  const newYear = (dayFromText(date46) ?? 0) + 1
  if (newYear <= today) await signIssue46({ ...desk, now: morningOf(centre, newYear) })
  const monthOf = (back: number): number => addMonths(monthStart(today), -back)
  const last = signingDay(centre, monthOf(1)) < today ? 1 : 2
  const months = [monthOf(last + 1), monthOf(last)].filter(month => month >= recordsFrom)
  if (months.length === 0) return
  await setMonthlyPaper(desk, signingDay(centre, months[0] ?? 0))
  for (const month of months) {
    const at = { ...desk, now: morningOf(centre, signingDay(centre, month)) }
    await sign(at, await begin(at, { template: 'month', period: textOfDay(month).slice(0, 7) }), 1)
  }
  await begin(desk, { template: 'month', period: textOfDay(monthOf(last - 1)).slice(0, 7) })
}

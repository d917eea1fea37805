import type { Language } from '#measures'
import type { TemplateName } from '../../../server/briefing/templates/given.ts'
import type { Written } from '../../../server/briefing/write/written.ts'
import type { Database } from '../../../server/storage/database.ts'
import type { Basis } from './check.ts'
import type { Dates } from './days.ts'
import { writtenDraft } from '../../../server/briefing/writtenDraft.ts'
import { centresOf } from '../../../server/centres/centre.ts'
import { wholeScope } from '../../../server/measures/scope.ts'
import { Check } from './check.ts'
import { addDays } from './days.ts'
import { Recount } from './recount.ts'
import { rowsOf } from './rows.ts'
import { sentenceFaults } from './sentences.ts'
import { speedupSentence } from './speedup.ts'

/** Facts stated manually about a centre whose issues are recounted. */
interface Stated {
  code: string
  /** The local date of its opening. */
  opened: string
  /** The instant of the question, unless an issue has its own. */
  after: Date
  /** The days of each kind of record that are fully known at an instant. */
  knownAt: (at: Date) => Basis['known']
}

/** A centre with its rows, against which its issues are recounted. */
export interface RecountedCentre extends Stated {
  database: Database
  recount: Recount
  notes: { day: string; text: string }[]
}

/** Template, period, comparison, and the instant of the question where it is not `after`. */
export type Awkward = [template: TemplateName, period: string, comparison: string, at?: Date]

const monthsOf: Partial<Record<TemplateName, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** Reads the rows and notes of a centre once, for all of its issues. */
export async function recountedCentre(database: Database, stated: Stated): Promise<RecountedCentre> {
  const recount = new Recount(await rowsOf(database, stated.code))
  const { id: centreId } = await database.prisma.centre.findUniqueOrThrow({ where: { code: stated.code } })
  const rows = await database.prisma.note.findMany({ where: { centreId } })
  const notes = rows.map(({ day, text }) => ({ day: day.toISOString().slice(0, 10), text }))
  return { ...stated, database, recount, notes }
}

/** Creates the draft of an issue as the product does. Errors: those of `writtenDraft`. */
export async function writtenIssue(
  { code, database, after }: RecountedCentre,
  [template, period, comparison, at = after]: Awkward,
  language: Language,
): Promise<Written & Dates> {
  return writtenDraft(
    await centresOf(database).find(code),
    { template, period, comparison, language },
    { context: { database, scope: wholeScope, now: at }, by: 'test' },
  )
}

/** The local date of an instant. All recounted centres are in the zone of Shanghai. */
const localDate = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** Dates that the text of an issue may name; a draft is dated the day on which it is written. */
function nameable({ from, to }: Dates, centre: RecountedCentre, at: Date): Basis['dates'] {
  const { opened, notes, knownAt } = centre
  const ends = Object.values(knownAt(at)).flatMap(known => [known.to, addDays(known.to, 1)])
  const days = [from, to, opened, ...ends, addDays(to, 1), localDate(at), ...notes.map(({ day }) => day)]
  return { days: new Set(days), within: { from: from < opened ? from : opened, to } }
}

/** Checks every number of a draft against the rows of its centre. */
function checked(draft: Written & Dates, [template, , , at]: Awkward, centre: RecountedCentre): Check {
  const { document, readings, from, to } = draft
  const { recount, notes, knownAt, after } = centre
  return new Check(document, readings, {
    recount,
    language: document.language,
    known: knownAt(at ?? after),
    runningMonths: monthsOf[template] ?? null,
    dates: nameable(draft, centre, at ?? after),
    sentences: [
      ...notes.map(({ text }) => text),
      speedupSentence(recount.rows, { from, to }, document.language),
    ].filter(Boolean),
  })
}

/** The faults of an issue, whether it has numbers, and whether it says that there are no earlier data. */
export async function recounted(
  centre: RecountedCentre,
  asked: Awkward,
  language: Language,
): Promise<{ faults: string[]; hasNumbers: boolean; isBeforeOpening: boolean }> {
  const draft = await writtenIssue(centre, asked, language)
  const check = checked(draft, asked, centre)
  return {
    faults: [...check.faults, ...sentenceFaults(draft, centre.opened)],
    hasNumbers: check.numbers > 0,
    isBeforeOpening: [...check.read].some(text => /此前无数据|there are no data before/.test(text)),
  }
}

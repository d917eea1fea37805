import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { BriefingDocument } from '../document.ts'
import type { Registered } from './newFrame.ts'
import type { Paper } from './paper.ts'
import type { PaperSettings } from './settings.ts'
import { textOfDay } from '#measures'
import { fileWords } from '../write/fileWords.ts'
import { dated, framed, templateMasthead } from './frame.ts'
import { nextRegistrationOf } from './newFrame.ts'
import { nextNumbers } from './nextNumbers.ts'
import { printedPaper } from './paper.ts'

/** A preview of the next issue under some settings. */
type Preview = Awaited<ReturnType<typeof nextNumbers>> & {
  /** What is printed around the text. */
  paper: Paper
  /** What is printed where a setting is empty. */
  inherited: Pick<PaperSettings, 'masthead' | 'unit'>
  /** The registration of the next issue, and the issue that it follows. */
  registration: { next: string; after: Registered | null }
}

/** A draft without a text. */
const emptyDraft = (name: string, unit: string, issue: string): BriefingDocument => ({
  language: 'zh',
  masthead: { name, issue, unit, date: '' },
  title: '',
  subtitle: '',
  blocks: [],
  ending: { copyTo: '', distributeTo: '', printed: '' },
})

/** Previews settings: the numbers of the runs, and the paper of a draft created today. */
export async function previewPaper(
  database: Database,
  { centre, settings, today }: { centre: Centre; settings: PaperSettings; today: number },
): Promise<Preview> {
  const day = textOfDay(today)
  const numbers = await nextNumbers(database, { centre, wanted: settings, year: Number(day.slice(0, 4)) })
  const inherited = { masthead: templateMasthead, unit: centre.name }
  const draft = emptyDraft(inherited.masthead, inherited.unit, numbers.month)
  const registration = await nextRegistrationOf(database, { centre, paper: settings })
  const document = framed(dated(draft, day), {
    paper: settings,
    registration: registration.next,
    language: 'zh',
  })
  const paper = printedPaper({
    document,
    readings: { figures: {}, series: {} },
    from: day,
    to: day,
    standing: { state: 'draft' },
    dataUntil: null,
    exported: { by: '', at: day },
  })
  const annex = settings.definitions === 'annex' ? { title: fileWords.zh.annex, lines: [] } : null
  return {
    ...numbers,
    inherited,
    registration,
    paper: { ...paper, head: { ...paper.head, draft: '' }, annex, provenance: '' },
  }
}

import type { Language } from '#measures'
import type { BriefingDocument } from '../document.ts'
import type { Written } from '../write/written.ts'
import { paperWords } from '#measures'
import { dateInEnglish, dateInWords } from '../templates/words.ts'
import { annexLines } from '../write/annex.ts'
import { fileWords } from '../write/fileWords.ts'

/** The closing lines (版记): what is above its first rule, the recipients, and the printing. */
interface Colophon {
  registration: string
  sent: string[]
  office: string
  printed: string
}

/**
 * Everything on a paper besides its blocks, as printed. Page, print and Word document all use it, so that
 * they do not differ.
 */
export interface Paper {
  /** For a withdrawn issue: the notice of withdrawal with its reason, above everything else. */
  withdrawn: string
  /** The corrections of a corrected edition, printed above the text, one per line. */
  corrections: string[]
  /** `draft` is printed after the number of an unsigned briefing. */
  head: {
    name: string
    picture: string
    issue: string
    draft: string
    contact: string
    unit: string
    date: string
  }
  title: string
  subtitle: string
  /** The signature below the text, and the date below it. */
  signature: { name: string; date: string } | null
  annex: { title: string; lines: string[] } | null
  provenance: string
  colophon: Colophon
}

/** Formats a local time or day for the paper: 2026-11-29 05:24. */
function timeInWords(at: string, language: Language): string {
  const [day = '', clock] = at.split(' ')
  const date = language === 'zh' ? dateInWords(day) : dateInEnglish(day)
  return clock === undefined ? date : `${date}${language === 'zh' ? '' : ' '}${clock}`
}
/** The number of digits of a hash that are printed. */
const hashShown = 12

/** The data date of the figures, and for a signed issue its signatory. */
export function provenanceLine({ document, standing, dataUntil, exported }: Written): string {
  const say = { ...paperWords[document.language], ...fileWords[document.language] }
  const { language } = document
  const until = `${say.dataUntil}${dataUntil === null ? '—' : timeInWords(dataUntil, language)}`
  if (standing.state === 'draft')
    return [
      until,
      `${say.asOf}${timeInWords(exported.at, language)}`,
      ...(exported.by ? [`${say.exportedBy}${exported.by}`] : []),
    ].join(say.between)
  return [
    until,
    `${say.frozen}${timeInWords(standing.at, language)}`,
    `${say.author}${standing.author}`,
    `${say.approver}${standing.approver}`,
    `${say.hash}${standing.hash.slice(0, hashShown)}`,
  ].join(say.between)
}

function colophonOf({ ending, language }: BriefingDocument): Colophon {
  const say = paperWords[language]
  return {
    registration: ending.registration ?? '',
    sent: [
      ...(ending.copyTo ? [`${say.copyTo}${ending.copyTo}`] : []),
      ...(ending.distributeTo ? [`${say.distributeTo}${ending.distributeTo}`] : []),
    ],
    office: ending.office ?? '',
    printed: ending.printed,
  }
}

/** False where the issue number already says that it is a draft, such as outside of a centre's run. */
const isNumbered = (issue: string, draft: string): boolean => issue !== '' && !issue.includes(draft.trim())

/** The text that a briefing prints around its blocks. */
export function printedPaper(written: Written): Paper {
  const { document, readings, standing } = written
  const { masthead, ending, title, subtitle, correction = [] } = document
  const say = fileWords[document.language]
  const lines =
    (document.definitions ?? 'annex') === 'annex'
      ? annexLines({ ...document, word: undefined }, readings)
      : []
  return {
    withdrawn: standing.state === 'withdrawn' ? `${say.withdrawn}${standing.withdrawnWhy}` : '',
    corrections: correction.length > 0 ? [say.correction, ...correction] : [],
    head: {
      name: masthead.name,
      picture: masthead.picture ?? '',
      issue: masthead.issue,
      draft: standing.state === 'draft' && isNumbered(masthead.issue, say.draft) ? say.draft : '',
      contact: masthead.contact ?? '',
      unit: masthead.unit,
      date: masthead.date,
    },
    title,
    subtitle,
    signature: ending.signature ? { name: ending.signature, date: masthead.date } : null,
    annex: lines.length > 0 ? { title: say.annex, lines } : null,
    provenance: provenanceLine(written),
    colophon: colophonOf(document),
  }
}

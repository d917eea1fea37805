import type { FrameName } from './fieldNames.ts'
import type { Filling } from './filling.ts'
import { spanWords } from '../spanWords.ts'

/** The text of a field about the paper. */
export function frameText(name: FrameName, { written, dates }: Filling): string {
  const { document, dataUntil } = written
  const { masthead, ending, title, subtitle, language } = document
  switch (name) {
    case 'title':
      return title
    case 'subtitle':
      return subtitle
    case 'masthead':
      return masthead.name
    case 'issue':
      return masthead.issue
    case 'date':
      return masthead.date
    case 'unit':
      return masthead.unit
    case 'contact':
      return masthead.contact ?? ''
    case 'signature':
      return ending.signature ?? ''
    case 'registration':
      return ending.registration ?? ''
    case 'copyTo':
      return ending.copyTo
    case 'distributeTo':
      return ending.distributeTo
    case 'office':
      return ending.office ?? ''
    case 'printed':
      return ending.printed
    case 'period':
      return spanWords(dates, language)
    case 'year':
      return dates.to.slice(0, 4)
    case 'dataUntil':
      return dataUntil ?? '—'
  }
}

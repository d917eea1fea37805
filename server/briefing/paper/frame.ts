import type { Language } from '#measures'
import type { BriefingDocument } from '../document.ts'
import type { PaperSettings } from './settings.ts'
import { dateInEnglish, dateInWords } from '../templates/words.ts'

/** The masthead for a draft begun before the centre had set one. */
export const templateMasthead = '政务服务简报'

/** The document with a local date as its date of issue and of printing. */
export function dated<D extends BriefingDocument>(document: D, day: string): D {
  const { language, masthead, ending } = document
  const date = language === 'zh' ? dateInWords(day) : dateInEnglish(day)
  return {
    ...document,
    masthead: { ...masthead, date },
    ending: { ...ending, printed: language === 'zh' ? `${date}印发` : `Printed ${date}` },
  }
}

const lastNumber = /\d+(?!.*\d)/

/** Whether two registrations differ only in their last number, with the greater one in the first. */
export function isAhead(text: string, of: string): boolean {
  const [number, other] = [text, of].map(words => Number(lastNumber.exec(words)?.[0]))
  return text.replace(lastNumber, '') === of.replace(lastNumber, '') && Number(number) > Number(other)
}

/** Increments the last number in a text: 平简007号 becomes 平简008号. A text without a number is unchanged. */
export function nextRegistration(text: string): string {
  return text.replace(lastNumber, digits => String(Number(digits) + 1).padStart(digits.length, '0'))
}

/** A new draft with the centre's paper settings; where a setting is empty, the template's text stays. */
export function framed(
  document: BriefingDocument,
  { paper, registration, language }: { paper: PaperSettings; registration: string; language: Language },
): BriefingDocument {
  const { masthead, ending } = document
  // The settings are in the centre's own language.
  if (language === 'en') return { ...document, definitions: paper.definitions }
  return {
    ...document,
    definitions: paper.definitions,
    masthead: {
      ...masthead,
      name: paper.masthead || masthead.name,
      unit: paper.unit || masthead.unit,
      ...(paper.contact && { contact: paper.contact }),
      ...(paper.picture && { picture: paper.picture }),
    },
    ending: {
      ...ending,
      copyTo: paper.copyTo,
      distributeTo: paper.distributeTo,
      ...(paper.office && { office: paper.office }),
      ...(registration && { registration }),
      ...(paper.signature && { signature: paper.signature }),
    },
  }
}

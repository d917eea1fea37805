import { chineseNumeral } from './prose.ts'

/** The forms of numbering for first-level headings: 一、 or 1. and so on. */
const numberings: { form: RegExp; numberOf: (place: number) => string }[] = [
  { form: /^[一二三四五六七八九十]+、/, numberOf: place => `${chineseNumeral(place)}、` },
  { form: /^\d+\. /, numberOf: place => `${place}. ` },
]

type Text = string | null
type Numbering = (typeof numberings)[number]

/** The first form of numbering that any of these headings has. */
const numberingOf = (texts: readonly Text[]): Numbering | undefined =>
  numberings.find(({ form }) => texts.some(text => text !== null && form.test(text)))

function counted(texts: readonly Text[], { form, numberOf }: Numbering): Text[] {
  let place = 0
  return texts.map(text => (text !== null && form.test(text) ? text.replace(form, numberOf(++place)) : text))
}

/**
 * Renumbers first-level headings without gaps, where the headings of the text before were numbered without
 * gaps; other numbering is the writer's own. Null marks blocks that are no first-level headings.
 */
export function renumberedTexts(texts: readonly Text[], before: readonly Text[]): Text[] {
  const [was, now] = [numberingOf(before), numberingOf(texts)]
  const isInOrder = !was || counted(before, was).every((text, place) => text === before[place])
  return now && isInOrder ? counted(texts, now) : [...texts]
}

/** The number at the start of a heading: 二、 of 二、办件情况; empty where it has none. */
export function headingNumber(text: string): string {
  return numberings.map(({ form }) => form.exec(text)?.[0] ?? '').find(Boolean) ?? ''
}

/** A heading's beginning with the number of another text. */
export const renumberedAs = (first: string, text: string): string =>
  headingNumber(text) + first.slice(headingNumber(first).length)

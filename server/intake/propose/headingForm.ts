import { wordsOf } from './words.ts'

const marks = /[\s_\-:：*.·、/]/g

/**
 * A heading without what differs between exports: case, width, spaces, punctuation, units and remarks
 * in brackets.
 */
export function normalised(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const bare = plain.replaceAll(/[([【［][^)\]】］]*[)\]】］]/g, '').replaceAll(marks, '')
  // A heading that stands in brackets as a whole is no remark.
  return bare === '' ? plain.replaceAll(/[()[\]【】［］]/g, '').replaceAll(marks, '') : bare
}

const endings: [RegExp, string][] = [
  [/(?:日期|时间|时刻|日)$/, '时间'],
  [/(?:编号|编码|代码|号码|序号|号)$/, '编号'],
  [/(?:金额|价格|价款|价)$/, '价'],
  [/(?:名称|名)$/, ''],
]

/** A Chinese heading with its last word as one of several that mean the same: 办结日期 and 办结时间, 中标金额 and 中标价. */
function alike(bare: string): string {
  const ending = endings.find(([form]) => form.test(bare))
  const short = ending ? bare.replace(ending[0], ending[1]) : bare
  return short === '' ? bare : short
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** A heading, or a name of a field, in the forms in which two of them are compared. */
export interface HeadingForm {
  text: string
  bare: string
  alike: string
  isHan: boolean
  words: readonly string[]
}

/** The forms of a text. */
export function headingForm(text: string): HeadingForm {
  const bare = normalised(text)
  return { text, bare, alike: alike(bare), isHan: isHan(text), words: wordsOf(text) }
}

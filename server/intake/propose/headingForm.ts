import { wordsOf } from './words.ts'

const marks = /[\s_\-:：*.·、/]/g

/** A heading normalised: without case, width, spaces, punctuation, units and remarks in brackets. */
export function normalised(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const bare = plain.replaceAll(/[([【［][^)\]】］]*[)\]】］]/g, '').replaceAll(marks, '')
  // A heading entirely in brackets is not a remark.
  return bare === '' ? plain.replaceAll(/[()[\]【】［］]/g, '').replaceAll(marks, '') : bare
}

const endings: [RegExp, string][] = [
  [/(?:日期|时间|时刻|日)$/, '时间'],
  [/(?:编号|编码|代码|号码|序号|号)$/, '编号'],
  [/(?:金额|价格|价款|价)$/, '价'],
  [/(?:名称|名)$/, ''],
]

/** Replaces the last word of a Chinese heading by its standard synonym: 办结日期 and 办结时间, 中标金额 and 中标价. */
function alike(bare: string): string {
  const ending = endings.find(([form]) => form.test(bare))
  const short = ending ? bare.replace(ending[0], ending[1]) : bare
  return short === '' ? bare : short
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** The normalised forms of a heading or of a field's name. */
export interface HeadingForm {
  text: string
  bare: string
  alike: string
  isHan: boolean
  words: readonly string[]
}

/** Computes the forms of a text. */
export function headingForm(text: string): HeadingForm {
  const bare = normalised(text)
  return { text, bare, alike: alike(bare), isHan: isHan(text), words: wordsOf(text) }
}

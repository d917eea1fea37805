import type { Understanding } from './asked.ts'

/** How words end that name figures, places and things; names of persons do not. */
const things = /(?:[率量数额件局所站办类比度]|时间|天数|窗口|单位|部门|中心|公司|服务|事项|项目)$/

/**
 * The unknown words of a question that are kept so that the vocabulary can grow: those that name figures,
 * places or things. Anything else may be somebody's name and is not kept.
 */
export const keptWords = ({ reason, words }: Extract<Understanding, { kind: 'refused' }>): string[] =>
  reason === 'hidden' ? [] : words.filter(word => things.test(word)).slice(0, 5)

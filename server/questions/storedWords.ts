import type { Understanding } from './asked.ts'

/** Endings of words that name figures, places or things, but no persons. */
const things = /(?:[率量数额件局所站办类比度]|时间|天数|窗口|单位|部门|中心|公司|服务|事项|项目)$/

/**
 * The unknown words of a question that are stored for extending the vocabulary: those that name figures,
 * places or things. All others could be names of persons and are not stored.
 */
export const storedWords = ({ reason, words }: Extract<Understanding, { kind: 'refused' }>): string[] =>
  reason === 'hidden' ? [] : words.filter(word => things.test(word)).slice(0, 5)

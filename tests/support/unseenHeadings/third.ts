import type { UnseenHeadings } from './unseenHeadings.ts'
import { thirdUnseenCases } from './thirdCases.ts'
import { thirdUnseenTrades } from './thirdTrades.ts'

/**
 * Looked up after the lists had been extended by what the second set showed, with the right columns
 * written down before the first run: 101 of 153 were right at first (66 %). Most of the misses were
 * lower-case names of columns without gaps and the words of hotlines and of enterprises.
 */
export const thirdUnseen: UnseenHeadings[] = [...thirdUnseenCases, ...thirdUnseenTrades]

/** The number of right columns before any list was extended by this set. It must never change. */
export const thirdAtFirst = { right: 101, of: 153 }

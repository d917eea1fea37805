import type { Names } from '#measures'
import type { Reading, Understanding } from './asked.ts'
import type { Draft } from './draft.ts'
import { branch } from './finish.ts'

/** Sets the comparison of a draft. With the previous period, an unnamed period is the last complete month. */
function comparedBy(draft: Draft, comparison: string): Draft {
  const unnamed = comparison === 'previous' && draft.slots.periods.length === 0
  const options = unnamed ? ['lastMonth'] : draft.period.options
  return { ...draft, period: { ...draft.period, options, comparison } }
}

const picksTime = /哪|^(?:月份|季度|年度|年份|month)$|^(?:which|what) /

/** True where a word of direction selects members or buckets: 同比下降的窗口, but not 各窗口同比增长. */
function picks({ slots, splits, period }: Draft): boolean {
  const isDirected = slots.isOneWay || (slots.mores.length > 0 && period.comparison !== 'none')
  const times = slots.words.filter(({ kind }) => kind === 'granularity')
  const ofTimes = times.length > 0 && times.every(({ text }) => picksTime.test(text))
  const ofMembers = slots.splits.length > 0 && splits.length > 0
  return isDirected && slots.eaches.length === 0 && (ofMembers || ofTimes)
}

/**
 * 增长最多, 比去年多的窗口, 同比下降的窗口: rows can only be ordered and selected by value, so lists with the changes are
 * offered instead, with that reason. Where the comparison is missing, the usual ones are offered.
 */
export function pickedByChange(draft: Draft, reading: Reading): Understanding | null {
  const { slots, period, granularity } = draft
  const hasComparison = period.comparison !== 'none'
  const compares = slots.isChange || ((slots.mores.length > 0 || slots.isOneWay) && hasComparison)
  const isWhich = slots.isWhich && slots.mores.length > 0
  const ranks = (draft.order !== null || draft.top !== null || isWhich) && draft.splits.length > 0
  const isPicked = picks(draft) && (hasComparison || granularity !== 'none')
  if (!compares || !(ranks || isPicked)) return null
  const plain: Draft = { ...draft, order: null, top: null }
  const comparisons = hasComparison ? [period.comparison] : ['lastYear', 'previous']
  const isCourse = isPicked && granularity !== 'none' && period.comparison !== 'lastYear'
  return branch(
    {
      zh: '不能按增减来排或筛选；可以列出每一项的数和增减',
      en: 'nothing can be ranked or filtered by its change; each can be listed with its change',
    },
    isCourse
      ? [{ ...plain, period: { ...period, comparison: 'none' } }]
      : comparisons.map(comparison => comparedBy(plain, comparison)),
    reading,
  )
}

/** 各窗口收件同比下降: lists all members, including those that rose, with a note. */
export function changeNotes({ slots, splits, granularity, period }: Draft): Names[] {
  const hasDirection = slots.isOneWay || (slots.isChange && slots.mores.length > 0)
  const isList = splits.length > 0 || granularity !== 'none'
  const compares = period.comparison !== 'none' || slots.isChange
  return hasDirection && isList && compares
    ? [{ zh: '全部列出，不按增减筛选', en: 'all are listed, whichever way they changed' }]
    : []
}

/** 收件下降了多少: a change without a compared period. */
export function changeAsked(draft: Draft, reading: Reading): Understanding | null {
  const { slots, period } = draft
  if (!slots.isChange || period.comparison !== 'none' || draft.granularity !== 'none') return null
  return branch(
    { zh: '没有说与什么比较', en: 'it was not said what to compare with' },
    [comparedBy(draft, 'lastYear'), comparedBy(draft, 'previous'), { ...draft, granularity: 'fitting' }],
    reading,
  )
}

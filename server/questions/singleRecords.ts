import type { MeasureId, Names, Unit } from '#measures'
import type { Slots } from './slots.ts'
import { measureNamed } from '#measures'

const sizes: readonly Slots['thresholds'][number]['unit'][] = [
  'yuan',
  'tenThousand',
  'days',
  'hours',
  'workingDays',
]
const counted: readonly Unit[] = ['cases', 'trades']

const ofTrades: readonly MeasureId[] = ['tradeAmount', 'tradesConcluded']
const ofCases: readonly MeasureId[] = ['averageHandlingTime', 'casesCompleted']

/** 成交额超过500万的有几宗: a limit on the size of each record, whose number is asked for. */
function limitsRecords({ thresholds, units, splits, measures, verbs }: Slots): boolean {
  const asked = [...units.flat(), ...measures.flatMap(({ ids }) => ids.map(id => measureNamed(id).unit))]
  return (
    splits.length === 0 &&
    thresholds.some(({ unit }) => sizes.includes(unit)) &&
    (asked.some(unit => counted.includes(unit)) || (measures.length === 0 && verbs.length > 0))
  )
}

/**
 * The measures to offer where a text asks for single records, such as the largest trade: sums whose records
 * can be opened and sorted. Null for other texts.
 */
export function singleRecords(slots: Slots): { ids: readonly MeasureId[]; why: Names } | null {
  if (slots.single.length === 0 && !limitsRecords(slots)) return null
  const isMoney = slots.thresholds.some(({ unit }) => unit === 'yuan' || unit === 'tenThousand')
  const ofLimit = isMoney ? ofTrades : ofCases
  return {
    ids: slots.single.length > 0 ? slots.single : ofLimit,
    why: {
      zh: '这里只回答合计，不比较单笔、单件的大小；请先看合计，点开数字查看各条记录，再按金额或用时排序',
      en: 'sums are answered here, not the size of single records; open the records of a sum and sort them',
    },
  }
}

import type { Measure, MeasureId, Names, Unit } from '#measures'
import type { Meant } from './meant.ts'
import type { Slots } from './slots.ts'
import type { ThresholdUnit } from './word.ts'
import { measureIds, measureNamed } from '#measures'
import { dealtWithMeant } from './dealtWith.ts'
import { misfit } from './fits.ts'
import { isLateOrOpen, joinedLate, lateMeant } from './late.ts'
import { isMedian, mediansOf } from './medians.ts'
import { singleRecords } from './singleRecords.ts'

const unitOf = (id: MeasureId): Unit => measureNamed(id).unit
const kindOf = (id: MeasureId): Measure['kind'] => measureNamed(id).kind

/** Words with a common possible measure mean that one; other measures are added. */
function joined(words: readonly { ids: MeasureId[] }[]): MeasureId[][] {
  const groups: MeasureId[][] = []
  for (const { ids } of words) {
    const place = groups.findIndex(group => group.some(id => ids.includes(id)))
    const group = groups[place]
    if (group) groups[place] = group.filter(id => ids.includes(id))
    else groups.push([...ids])
  }
  return groups
}

/** The measures that pass a test; all of them where none does. */
const preferring = (ids: MeasureId[], test: (id: MeasureId) => boolean): MeasureId[] => {
  const fitting = ids.filter(test)
  return fitting.length > 0 ? fitting : ids
}

/** The unit of a threshold, which narrows the possible measures. */
const limitedUnits: Partial<Record<ThresholdUnit, readonly Unit[]>> = {
  percent: ['percent'],
  yuan: ['fen', 'hundredths'],
  tenThousand: ['fen', 'hundredths'],
  workingDays: ['workingDays'],
}

/** Cases, complaints and calls share the unit 件; amounts in all currencies 元. */
function narrowed(ids: MeasureId[], slots: Slots, today: number): MeasureId[] {
  let left = lateMeant(ids, slots, today)
  for (const { unit } of slots.thresholds)
    left = preferring(left, id => limitedUnits[unit]?.includes(unitOf(id)) ?? true)
  for (const units of slots.units) left = preferring(left, id => units.includes(unitOf(id)))
  const counts = slots.isHowMany || slots.orders.some(order => order.counts)
  if (counts && slots.units.length === 0 && !isLateOrOpen(left))
    left = preferring(left, id => unitOf(id) !== 'percent')
  if (slots.isMedian) left = mediansOf(left)
  if (slots.isAverage) left = preferring(left, id => kindOf(id) === 'mean')
  return left
}

const perWorkingDay: Partial<Record<MeasureId, MeasureId>> = {
  casesCompleted: 'casesCompletedPerWorkingDay',
  tradesConcluded: 'tradesPerWorkingDay',
}

function offer(ids: readonly MeasureId[], why: Names): Meant & { kind: 'offer' } {
  return { kind: 'offer', why, ids: [...new Set(ids)] }
}

const usualMeasures: readonly MeasureId[] = [
  'casesReceived',
  'casesCompleted',
  'onTimeRate',
  'overdueOpenCases',
]

/** The measures to offer where none is named: common ones that have the named dimensions. */
function offeredFor(slots: Slots): MeasureId[] {
  const knows = (id: MeasureId): boolean =>
    slots.members.every(({ groups }) =>
      groups.some(({ dimension }) => misfit(measureNamed(id), dimension) === null),
    )
  // The busiest window has most, which no share is about.
  const isCounted = slots.orders.some(({ counts }) => counts)
  const usual = usualMeasures.filter(id => knows(id) && !(isCounted && unitOf(id) === 'percent'))
  const inUnits = (id: MeasureId): boolean => slots.units.every(units => units.includes(unitOf(id)))
  const usualOnes = usual.filter(inUnits)
  if (slots.units.length > 0 && usualOnes.length < 2) {
    const fitting = measureIds.filter(id => knows(id) && inUnits(id))
    if (fitting.length > 0) return [...new Set([...usualOnes, ...fitting])].slice(0, 8)
  }
  return usual.length > 0 ? usual : measureIds.filter(knows).slice(0, 8)
}

/** Words with different measures contradict each other unless joined by "and". */
function areJoined(slots: Slots, groups: readonly MeasureId[][]): boolean {
  // 收了多少件办了多少件: each is asked for by itself.
  const asks = slots.words.filter(({ kind }) => kind === 'howMany').length
  const places = slots.measures.map(({ at }) => at)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  // 差评多少条，整改率多少: each in a clause of its own. A ranking or a limit is about one of them.
  const isRanked = [slots.orders, slots.mores, slots.tops, slots.bottoms, slots.thresholds].some(
    ({ length }) => length > 0,
  )
  if (!isRanked && asks >= groups.length) return true
  const areApart = new Set(groups.flatMap(ids => ids.map(unitOf))).size >= groups.length
  const joints = [...slots.ands, ...(isRanked || !areApart ? [] : slots.breaks)]
  return joints.filter(at => at > first && at < last).length >= groups.length - 1
}

function dailyOf(groups: MeasureId[][]): Meant {
  const daily = groups
    .flat()
    .flatMap(id =>
      unitOf(id).startsWith('per') || unitOf(id) === 'casesPerWorkingDay' ? [id] : (perWorkingDay[id] ?? []),
    )
  const unique = [...new Set(daily)]
  return unique.length === 1
    ? { kind: 'meant', ids: [unique] }
    : offer(unique.length > 0 ? unique : groups.flat(), {
        zh: '没有这一指标的日均数',
        en: 'there is no such figure per day',
      })
}

/** True where an average is requested and every measure is one. */
const areAverages = (groups: readonly MeasureId[][]): boolean =>
  groups
    .flat()
    .every(id => kindOf(id) === 'mean' || kindOf(id) === 'quantile' || /^average|^mean|Per/.test(id))

const howLong: readonly MeasureId[] = ['averageHandlingTime', 'averageElapsedDays']

/** True for 最快, 最慢, 最久: words about time. */
const asksSpeed = ({ orders }: Slots): boolean => orders.some(({ takes }) => takes === true)

/** True for a limit of so many days: items slower than 3 working days. */
const limitsDays = ({ thresholds }: Slots): boolean =>
  thresholds.some(({ unit }) => unit === 'days' || unit === 'workingDays')

/** The figures of what a limit counts: fewer than 100 cases are received or completed. */
const countsIn = (unit: Unit): MeasureId[] =>
  unit === 'cases'
    ? ['casesReceived', 'casesCompleted']
    : measureIds.filter(id => kindOf(id) === 'total' && unitOf(id) === unit)

/** The words that name measures; verbs where there are none, and times where days are asked for. */
function wordsOf(slots: Slots): { ids: MeasureId[] }[] {
  if (slots.measures.length > 0) return joinedLate(slots)
  const asksDays =
    slots.units.some(units => units.includes('workingDays')) || asksSpeed(slots) || limitsDays(slots)
  if (asksDays) return [{ ids: [...howLong] }]
  if (slots.verbs.length > 0) return slots.verbs
  return slots.thresholds.flatMap(({ of }) => (of === undefined ? [] : [{ ids: countsIn(of) }]))
}

/** Cases that were received are those received: a verb narrows what it can. */
const byVerb = (ids: MeasureId[], slots: Slots): MeasureId[] =>
  slots.verbs.reduce((left, verb) => preferring(left, id => verb.ids.includes(id)), ids)

/** 交易多少宗，成交多少钱: units that no measure has together ask for one measure each. */
function byUnits(ids: MeasureId[], { units }: Slots): MeasureId[][] {
  const picked = units
    .map(group => ids.filter(id => group.includes(unitOf(id))))
    .filter(picked => picked.length > 0)
  const [first, second] = picked
  // How many trades, and how much money: the one figure has the other beside it.
  if (ids.length === 1 && ids[0] === 'tradesConcluded' && units.some(group => group.includes('fen')))
    return [ids, ['tradeAmount']]
  const areApart =
    first &&
    second &&
    picked.every((pick, at) => picked.slice(0, at).every(other => !other.some(id => pick.includes(id))))
  return areApart ? picked : [ids]
}

/** Which measures a text means. */
export function measuresMeant(slots: Slots, today: number): Meant {
  const [near] = slots.near
  if (near)
    return offer([...slots.near.map(({ id }) => id), ...slots.measures.flatMap(({ ids }) => ids)], {
      zh: `没有单独的“${near.text}”这一指标`,
      en: `there is no separate figure for “${near.text}”`,
    })
  const single = singleRecords(slots)
  if (single) return { ...offer(single.ids, single.why), isPlain: true }
  const dealt = dealtWithMeant(slots, asksSpeed(slots))
  if (dealt) return dealt
  const named = wordsOf(slots)
  if (named.length === 0)
    return offer(offeredFor(slots), {
      zh: '没有识别出要问哪个指标',
      en: 'no figure was recognised in the question',
    })
  const words = joined(named)
  const groups = words
    .flatMap(ids => byUnits(ids, slots))
    .map(ids => narrowed(byVerb(ids, slots), slots, today))
  if (slots.isPerDay) return dailyOf(groups)
  if (words.length > 1 && !areJoined(slots, groups))
    return offer(groups.flat(), {
      zh: '提到了几个指标，请选择要问的一个',
      en: 'several figures were named; which one is meant?',
    })
  return checkedUnits(groups, slots)
}

function checkedUnits(groups: MeasureId[][], slots: Slots): Meant {
  const odd = slots.units.find(units => !groups.flat().some(id => units.includes(unitOf(id))))
  const isShare = odd?.includes('percent') === true && slots.members.length > 0
  if (isShare)
    return offer(groups.flat(), {
      zh: '没有它占全体的比例这一指标；可以看它本身的数',
      en: 'its share of the total is not a figure here; its own number is',
    })
  if (odd)
    return offer(groups.flat(), {
      zh: '这一指标不用这个单位',
      en: 'the figure is not counted in that unit',
    })
  const asksPercent = slots.units.some(units => units.includes('percent'))
  if (slots.asksCount && !asksPercent && groups.flat().every(id => unitOf(id) === 'percent'))
    return offer(groups.flat(), {
      zh: '这里记录的是比例，件数写在比例旁',
      en: 'its share is recorded; the number stands beside it',
    })
  if (asksSpeed(slots) && !groups.flat().every(id => ['days', 'workingDays'].includes(unitOf(id))))
    return offer([...howLong, ...groups.flat()], {
      zh: '问的是快慢，而这一指标不是时间',
      en: 'the question is about speed, but the figure is not a time',
    })
  if (slots.isAverage && !areAverages(groups))
    return offer(groups.flat(), { zh: '没有这一指标的平均数', en: 'there is no average of that figure' })
  if (slots.isMedian && !groups.flat().every(isMedian))
    return offer(groups.flat(), { zh: '没有这一指标的中位数', en: 'there is no median of that figure' })
  return { kind: 'meant', ids: groups }
}

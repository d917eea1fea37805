import type { MeasureId } from '#measures'
import type { Slots } from './slots.ts'

/** Shares that are said by what is counted and a member: 网上收件占百分之几, the share that comes in online. */
const shares: readonly { dimension: string; code: string; of: MeasureId; rate: MeasureId }[] = [
  { dimension: 'channel', code: 'online', of: 'casesReceived', rate: 'onlineApplicationRate' },
  { dimension: 'itemType', code: 'instant', of: 'casesReceived', rate: 'instantCaseShare' },
]

/** The slots of a text that asks what share of all a member is, as those of that share. */
export function withShares(slots: Slots): Slots {
  const [member, other] = slots.members
  if (!member || other || !slots.units.some(units => units.includes('percent'))) return slots
  const named = slots.measures.length > 0 ? slots.measures : slots.verbs
  const share = shares.find(
    ({ dimension, code, of }) =>
      named.length > 0 &&
      named.every(({ ids }) => ids.includes(of)) &&
      member.groups.some(group => group.dimension === dimension && group.codes.join() === code),
  )
  if (!share) return slots
  const { at, text } = member
  return { ...slots, members: [], verbs: [], measures: [{ ids: [share.rate], at, text }] }
}

import type { Procedure } from '../signals/index.ts'
import type { LedgerFinding } from './ledgerSignal.ts'
import { submitted } from '../signals/index.ts'
import { hallLimits } from './limits.ts'

const { togetherTimes: leastTogether, togetherShare: leastShare } = hallLimits

/** How often two bidders took part together, and each of them at all. */
interface Meeting {
  together: string[]
  alone: [number, number]
}

function meetings(procedures: readonly Procedure[]): Map<string, Meeting> {
  const alone = new Map<string, number>()
  const together = new Map<string, string[]>()
  for (const procedure of procedures) {
    const bidders = [...new Set(submitted(procedure).flatMap(bid => bid.tenderers))].toSorted((a, b) =>
      a.localeCompare(b),
    )
    bidders.forEach((first, index) => {
      alone.set(first, (alone.get(first) ?? 0) + 1)
      for (const second of bidders.slice(index + 1)) {
        const pair = `${first}\n${second}`
        together.set(pair, [...(together.get(pair) ?? []), procedure.id])
      }
    })
  }
  return new Map(
    Array.from(together, ([pair, ids]) => {
      const [first = '', second = ''] = pair.split('\n')
      return [pair, { together: ids, alone: [alone.get(first) ?? 0, alone.get(second) ?? 0] }]
    }),
  )
}

/** Signal 反复同场投标: pairs of bidders that nearly always bid together. */
export const coBidders = {
  id: 'coBidders',
  names: { zh: '反复同场投标', en: 'Repeated co-bidders' },
  question: { zh: '哪些投标人几乎总是同场投标？', en: 'Which bidders nearly always bid together?' },
  formula: {
    zh: '同场不少于 5 次，且同场次数 ÷ 任一方参加的次数 ≥ 60%',
    en: 'together five times or more, and in 60% or more of the procedures of either',
  },
  source: 'OECD Guidelines for Fighting Bid Rigging 2012',
  unit: 'trades' as const,
  /** The number of pairs that bid together at least once. */
  lookedAt: (procedures: readonly Procedure[]): number => meetings(procedures).size,
  find: (procedures: readonly Procedure[]): LedgerFinding[] =>
    Array.from(meetings(procedures), ([pair, { together, alone }]) => ({
      pair,
      together,
      either: alone[0] + alone[1] - together.length,
      // The expectation: the other bidder takes part in the first one's procedures as often as in all
      // procedures.
      chance: { times: together.length, of: alone[0], share: alone[1] / procedures.length },
    }))
      .filter(
        ({ together, either }) => together.length >= leastTogether && together.length / either >= leastShare,
      )
      .map(({ pair, together, either, chance }) => ({
        chance,
        subject: pair.replace('\n', ' + '),
        value: together.length,
        note: {
          zh: `占任一方 ${either} 次的 ${Math.round((together.length / either) * 100)}%`,
          en: `${Math.round((together.length / either) * 100)}% of the ${either} of either`,
        },
        trades: together,
      })),
}

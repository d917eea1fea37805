import type { Answer } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { RankRow } from '../ui/rankRows.ts'
import { measures } from '#measures'
import { rankMembers } from '../ui/rankMembers.ts'
import { rankRows } from '../ui/rankRows.ts'

/**
 * The windows that a wall has room for, the worst first: those below the hall by more than chance, the best
 * judged ones, and between them the others with the most cases. What is known of too few cases is left out.
 */
export function windowsShown(answer: Answer, say: Say, most: number): RankRow[] {
  const { onTimeRate } = measures
  const rows = rankRows(rankMembers(answer, onTimeRate, say.language), answer, { measure: onTimeRate, say })
  const of = (group: RankRow['group']): RankRow[] => rows.filter(row => row.group === group)
  const worse = of('worse').slice(0, most)
  const better = of('better').slice(0, Math.min(2, most - worse.length))
  const others = of('same')
    .toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0))
    .slice(0, most - worse.length - better.length)
  return [...worse, ...others, ...better].toSorted((a, b) => a.value - b.value)
}

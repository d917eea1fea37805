import type { Answer } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { RankRow } from '../ui/rankRows.ts'
import { measures } from '#measures'
import { rankMembers } from '../ui/rankMembers.ts'
import { rankRows } from '../ui/rankRows.ts'

/**
 * The windows that fit on a wall, worst first: those significantly below the hall, up to two above it, and
 * between them those with the most cases. Windows with too few cases are left out.
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

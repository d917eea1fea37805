import type { Answer } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { RankRow } from '../ui/rankRows.ts'
import { measures } from '#measures'
import { rankMembers } from '../ui/rankMembers.ts'
import { rankRows } from '../ui/rankRows.ts'

/** The windows that fit on a wall, and what was left out. */
interface WallWindows {
  rows: RankRow[]
  /** Which windows these are: all, the lowest, or those significantly below the hall and the lowest. */
  which: 'all' | 'lowest' | 'worse'
  /** True where windows with too few cases are left out. */
  leftSmall: boolean
}

/**
 * The windows that fit on a wall, the lowest first. One that is significantly below the hall is never left
 * out for one that is not. Windows with too few cases are left out.
 */
export function windowsShown(answer: Answer, say: Say, most: number): WallWindows {
  const { onTimeRate } = measures
  const all = rankRows(rankMembers(answer, onTimeRate, say.language), answer, { measure: onTimeRate, say })
  const known = all.filter(({ group }) => group !== 'small').toSorted((a, b) => a.value - b.value)
  const rank = ({ group }: RankRow): number => Number(group !== 'worse')
  const chosen = new Set(known.toSorted((a, b) => rank(a) - rank(b)).slice(0, most))
  const rows = known.filter(row => chosen.has(row))
  const areLowest = rows.every((row, place) => row === known[place])
  return {
    rows,
    which: known.length <= most ? 'all' : areLowest ? 'lowest' : 'worse',
    leftSmall: known.length < all.length,
  }
}

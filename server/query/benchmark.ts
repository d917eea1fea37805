import type { Answer, Cell, Side } from '#measures'
import type { Scope } from '../measures/scope.ts'

/** With fewer others than this, the whole less one's own would tell what another one did. */
export const fewestOthers = 2

/** The same scope over all units and windows of its centres. */
export function withoutUnitLimits(scope: Scope): Scope {
  return { ...scope, rows: { ...scope.rows, units: 'all', windows: 'all' } }
}

const isCounted = ({ parts }: Cell): boolean =>
  Object.values(parts).some(part => (Array.isArray(part) ? part.length > 0 : part !== null && part !== 0))

/** How many members other than one's own are counted in some cells. */
function othersIn(cells: readonly Cell[], own: readonly string[]): number {
  const codes = cells.filter(isCounted).map(({ members }) => members[0] ?? '')
  return new Set(codes.filter(code => code !== '' && !own.includes(code))).size
}

function hasFewOthers({ buckets, cells, totals }: Side, own: readonly string[]): boolean {
  const groups = [totals, ...buckets.map((_, index) => cells.filter(({ bucket }) => bucket === index))]
  return groups.some(group => {
    const others = othersIn(group, own)
    return others > 0 && others < fewestOthers
  })
}

/**
 * True where some day, week or month of an answer that is split by one dimension stands on so few members
 * beside one's own that their figures follow from the whole.
 */
export function givesAway({ current, earlier }: Answer, own: readonly string[]): boolean {
  return [current, ...(earlier ? [earlier] : [])].some(side => hasFewOthers(side, own))
}

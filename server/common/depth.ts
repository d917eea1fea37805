/** Nothing that the product takes is nested so deep; what walks through it by recursion could break off. */
const deepest = 64

/** True where lists and objects of a JSON value stand in each other more often than that. */
export function isTooDeep(value: unknown): boolean {
  const left = [{ value, depth: 0 }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    const depth = next.depth + 1
    if (depth > deepest) return true
    for (const inner of Object.values(next.value)) left.push({ value: inner, depth })
  }
  return false
}

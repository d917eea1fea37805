/** The deepest nesting of accepted input. Deeper values could overflow the stack of recursive functions. */
const deepest = 64

/** True where the lists and objects of a JSON value are nested more than `deepest` levels. */
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

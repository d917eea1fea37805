/**
 * The kind of record that the page of entries shows first: one with an unsubmitted draft, or the one entered
 * most often recently, or the one that a window reports daily, or the first.
 */
export function firstKind(
  forms: readonly string[],
  found: { unfinished: readonly string[]; entered: readonly string[]; ofWindow: boolean },
): string {
  const [begun] = found.unfinished
  if (begun !== undefined) return begun
  const counts = new Map<string, number>()
  for (const one of found.entered) if (forms.includes(one)) counts.set(one, (counts.get(one) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (most) return most[0]
  return found.ofWindow && forms.includes('dailyReports') ? 'dailyReports' : (forms[0] ?? '')
}

/**
 * The kind of record that the page of entries shows first: one with an unsubmitted draft, or the one entered
 * most often recently, or the one that a window reports daily, or the first.
 */
export function firstKind(
  forms: readonly string[],
  history: { unfinished: readonly string[]; entered: readonly string[]; ofWindow: boolean },
): string {
  const [begun] = history.unfinished
  if (begun !== undefined) return begun
  const counts = new Map<string, number>()
  for (const form of history.entered) if (forms.includes(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (most) return most[0]
  return history.ofWindow && forms.includes('dailyReports') ? 'dailyReports' : (forms[0] ?? '')
}

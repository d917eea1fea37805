/** The number of an issue as a list shows it: 2013-03, a corrected edition 2013-03 (2). */
export function issueText(issue: { year: number; number: number; edition: number } | null): string {
  if (issue === null) return '—'
  const edition = issue.edition > 1 ? ` (${issue.edition})` : ''
  return `${issue.year}-${String(issue.number).padStart(2, '0')}${edition}`
}

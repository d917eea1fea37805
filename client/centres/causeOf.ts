import type { Answer } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import { measures, percentText } from '#measures'
import { rankMembers } from '../ui/rankMembers.ts'

/** The least share of late cases at one window for that window to be named as the cause. */
const much = 0.4

/** Reduces an answer by centre and window to the windows of one centre. */
function windowsOf(answer: Answer, centre: string): Answer {
  const totals = answer.current.totals
    .filter(({ members }) => members[0] === centre)
    .map(cell => ({ ...cell, members: cell.members.slice(1) }))
  return { ...answer, members: answer.members.slice(1), current: { ...answer.current, totals } }
}

/** The window of a centre with the most late cases, as a sentence; empty where there are no late cases. */
export function causeOf(answer: Answer, centre: string, { t, language }: Say): string {
  const members = rankMembers(windowsOf(answer, centre), measures.onTimeRate, language)
  const late = members.reduce((sum, { failing }) => sum + (failing ?? 0), 0)
  const [most] = members.toSorted((a, b) => (b.failing ?? 0) - (a.failing ?? 0))
  if (!most || late === 0) return ''
  const count = most.failing ?? 0
  return count / late < much
    ? t('centres.items.scattered')
    : t('centres.items.cause', {
        window: most.name,
        count: count.toLocaleString('en-US'),
        share: `${percentText(count / late)}%`,
      })
}

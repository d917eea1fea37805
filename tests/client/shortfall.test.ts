import type { Answer } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { rankMembers } from '../../client/ui/rankMembers.ts'
import { rankRows } from '../../client/ui/rankRows.ts'
import { shortfallSentence } from '../../client/windows/shortfall.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { answer, cell, share, side } from '../support/answerParts.ts'

await loadPageWords()
const say = { t: i18n.global.t as (key: string) => string, language: 'zh' as const, currency: 'CNY' }
const instant = (k: number, n: number) => share(measures.instantCaseShare, k, n)
/** An answer about the whole hall. */
const asked = (current: Parameters<typeof answer>[0]): Answer => {
  const made = answer(current)
  return { ...made, question: { ...made.question, filters: [] } }
}
/** Two windows better than the others, one with the most that are not instant, one too small to judge. */
const windows = asked(
  side(
    [
      cell(['BEST'], instant(1000, 1000)),
      cell(['GOOD'], instant(900, 900)),
      cell(['MOST'], instant(560, 1000)),
      cell(['NEXT'], instant(700, 1000)),
      cell(['THIRD'], instant(850, 1000)),
      cell(['FEW'], instant(0, 10)),
    ],
    instant(4010, 4910),
  ),
)

describe('the windows that make up what a goal lacks', () => {
  it('are named with their cases and their part of the hall, the most first', () => {
    // 440 + 300 + 150 + 10 = 900 cases are not instant; 440 ÷ 900 = 48.9 %.
    expect(shortfallSentence(windows, 'instantCaseShare', say)).toBe(
      '即办件占比全厅 81.7%：MOST窗口非即办 440 件，最多（占全厅 48.9%）；其次是NEXT窗口（300 件）、THIRD窗口（150 件）。',
    )
  })

  it('stand beside the goal of the hall', () => {
    const goals = [
      {
        measure: 'instantCaseShare',
        value: 0.85,
        unit: null,
        window: null,
        from: '2026-01-01',
        to: '2026-12-31',
      },
    ]
    const { from, to } = { from: '2026-01-01', to: '2026-12-31' }
    const year = { ...windows, current: { ...windows.current, from, to } }
    expect(shortfallSentence(year, 'instantCaseShare', { ...say, goals })).toContain(
      '即办件占比全厅 81.7%（目标 85.0%）：',
    )
  })

  it('stand in one list by the cases that are missing, those too small to judge last', () => {
    const members = rankMembers(windows, measures.instantCaseShare, 'zh')
    const rows = rankRows(members, windows, { measure: measures.instantCaseShare, say, flat: true })
    expect(rows.map(({ code }) => code)).toEqual(['MOST', 'NEXT', 'THIRD', 'BEST', 'GOOD', 'FEW'])
  })

  it('are nobody where nothing is missing', () => {
    const full = asked(side([cell(['A'], instant(50, 50))], instant(50, 50)))
    expect(shortfallSentence(full, 'instantCaseShare', say)).toBe(
      '即办件占比全厅 100%：各窗口都没有非即办的件。',
    )
  })

  it('are those with the most of what is only counted, and never called the worst', () => {
    const done = (n: number) => share(measures.casesCompleted, 0, n)
    const counted = asked(side([cell(['A'], done(50)), cell(['B'], done(70))], done(120)))
    expect(shortfallSentence(counted, 'casesCompleted', say)).toBe('办结量全厅 120 件：B窗口最多，70 件。')
    const bad = (n: number) => share(measures.complaints, 0, n)
    const complained = asked(side([cell(['A'], bad(3)), cell(['B'], bad(1))], bad(4)))
    expect(shortfallSentence(complained, 'complaints', say)).toBe('投诉全厅 4 件：A窗口最多，3 件。')
    const none = asked(side([], bad(0)))
    expect(shortfallSentence(none, 'complaints', say)).toBe('这一时期没有投诉的数据。')
  })
})

import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { hallSentence, lateWindows, windowSentence } from '../../client/windows/judged.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { answer, cell, share, side } from '../support/answerParts.ts'

await loadPageWords()
const say = { t: i18n.global.t as (key: string) => string, language: 'zh' as const, currency: 'CNY' }
const onTime = (k: number, n: number) => share(measures.onTimeRate, k, n)
const windows = answer(
  side(
    [
      cell(['A'], onTime(800, 1000)),
      ...Array.from({ length: 19 }, (_, at) => cell([`B${at}`], onTime(970, 1000))),
    ],
    onTime(19_230, 20_000),
  ),
)
const own = (k: number, n: number, open: number) =>
  answer(
    side([], {
      ...onTime(k, n),
      ...share(measures.casesCompleted, 0, n),
      ...share(measures.overdueOpenCases, 0, open),
    }),
  )

describe('the sentence over all windows', () => {
  it('names who is late by more than chance, and where the late cases are', () => {
    expect(lateWindows(windows, 'zh')[0]).toMatchObject({ code: 'A', late: 200 })
    expect(hallSentence(windows, say)).toBe(
      'A窗口按时办结率显著低于全厅（96.2%）；20 个窗口共超期办结 770 件，最多的是A窗口（200 件）。',
    )
  })

  it('says that all is well where nobody is late', () => {
    const fine = answer(side([cell(['A'], onTime(100, 100))], onTime(100, 100)))
    expect(hallSentence(fine, say)).toContain('1 个窗口都没有超期办结的件')
  })
})

describe('the sentence over one window', () => {
  it('judges it by the same rule as the list of windows', () => {
    const figures = { own: own(800, 1000, 3), hall: windows, windows, code: 'A' }
    expect(windowSentence(figures, say)).toBe(
      '按时办结率 80.0%，显著低于全厅（96.2%）；超期办结 200 件，在办超期 3 件。',
    )
    expect(windowSentence({ ...figures, own: own(970, 1000, 0), code: 'B1' }, say)).toContain('没有显著差异')
  })

  it('gives a chief, who sees no other window, the figure of the hall without a verdict', () => {
    expect(windowSentence({ own: own(99, 100, 0), hall: windows, windows: null, code: 'A' }, say)).toBe(
      '按时办结率 99.0%（全厅 96.2%）；超期办结 1 件，没有超期的在办件。',
    )
  })

  it('speaks of no rate where nothing was completed', () => {
    expect(windowSentence({ own: own(0, 0, 2), hall: null, windows: null, code: 'A' }, say)).toBe(
      '这一时期没有办结的件；在办超期 2 件。',
    )
  })
})

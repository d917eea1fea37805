import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import { KeptText, piecesOf } from '../../client/ui/keptText.ts'

const kept = (text: string): string[] => piecesOf(text).flatMap(piece => (piece.kept ? [piece.text] : []))

describe('a sentence whose lines end outside of figures', () => {
  it('keeps numbers and their units together in both languages', () => {
    expect(kept('应报未报4宗，超出控制价45.7 万元')).toEqual(['4宗', '45.7 万元'])
    expect(kept('升 1.2 个百分点，1,891 万元，降 17.5%')).toEqual(['1.2 个百分点', '1,891 万元', '17.5%'])
    expect(kept('用时 1.67 个工作日')).toEqual(['1.67 个工作日'])
    expect(kept('saved 0.46 million yuan in 1.67 working days, 3 cases, 99.5%')).toEqual([
      '0.46 million yuan',
      '1.67 working days',
      '3 cases',
      '99.5%',
    ])
  })

  it('keeps dates whole', () => {
    expect(kept('2026年11月24日至12月1日')).toEqual(['2026年11月24日', '12月1日'])
    expect(kept('Civil Affairs · 24 November 2026')).toEqual(['24 November 2026'])
  })

  it('keeps telephone numbers and dates in digits whole', () => {
    expect(kept('0596-0000026')).toEqual(['0596-0000026'])
    expect(kept('from 2026-11-24 on')).toEqual(['2026-11-24'])
  })

  it('changes no text', () => {
    for (const text of ['', '没有数字', '4宗', '从4宗到 5 宗。', '2026-11-30 / 12345']) {
      const set = mount(() => h('p', h(KeptText, { text }))).element as HTMLElement
      expect(set.textContent, text).toBe(text)
    }
  })
})

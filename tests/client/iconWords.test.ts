import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sayIcons, wordsOf } from '../../client/layout/iconWords.ts'

const tip = () => document.querySelector('.icon-words')
function page(html: string): HTMLElement {
  const place = document.createElement('div')
  place.innerHTML = html
  document.body.append(place)
  return place.querySelector<HTMLElement>('[data-it]')!
}

describe('the words of a button with a mark', () => {
  beforeAll(sayIcons)
  afterEach(() => (document.body.innerHTML = ''))

  it('are those of its label, where it says nothing else', () => {
    expect(wordsOf(page('<button aria-label="口径: 受理量"><b data-it>ⓘ</b></button>'))?.words).toBe(
      '口径: 受理量',
    )
    expect(wordsOf(page('<button data-it aria-label="导出: 窗口对比">导出</button>'))).toBeNull()
    expect(wordsOf(page('<button data-it aria-label="关闭" title="关闭">×</button>'))).toBeNull()
    expect(wordsOf(page('<button data-it>＋</button>'))).toBeNull()
    expect(
      wordsOf(page('<button data-it aria-label="口径: 受理量" aria-expanded="true">ⓘ</button>')),
    ).toBeNull()
    expect(wordsOf(null)).toBeNull()
  })

  it('appear under a resting pointer, and go with it, with Escape and with a press', () => {
    const button = page('<button data-it aria-label="放入简报: 受理量">＋</button>')
    const over = (target: Element, pointerType = 'mouse') =>
      target.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType }))
    over(button, 'touch')
    expect(tip()).toBeNull()
    over(button)
    expect(tip()?.textContent).toBe('放入简报: 受理量')
    over(document.body)
    expect(tip()).toBeNull()
    over(button)
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(tip()).toBeNull()
    over(button)
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    expect(tip()).toBeNull()
  })
})

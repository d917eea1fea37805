import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ScrollBox from '../../client/ui/ScrollBox.vue'
import { i18n } from '../../client/words/index.ts'

/** A list of so many pixels in a box of 300. */
async function boxOf(height: number) {
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300)
  const box = mount(ScrollBox, {
    props: { label: '报送情况', count: 1247 },
    slots: { default: '<p>应急管理局</p>' },
    global: { plugins: [i18n] },
  })
  await box.get('.scroll').trigger('scroll')
  return box
}
afterEach(() => vi.restoreAllMocks())

describe('a list in a box', () => {
  it('says how many lines there are where it goes on, and grows', async () => {
    const box = await boxOf(900)
    expect(box.classes()).toContain('on')
    expect(box.get('button').text()).toBe('全部 1,247 条')
    await box.get('button').trigger('click')
    expect(box.get('.scroll').classes()).toContain('grown')
    expect(box.classes()).not.toContain('on')
    expect(box.get('button').text()).toBe('收起')
    // By this the window that it stands in gives it the whole width.
    expect(box.get('button').classes()).toContain('all-shown')
  })

  it('shows a few lines more than fit at once', async () => {
    const box = await boxOf(400)
    expect(box.get('.scroll').classes()).toContain('grown')
    expect(box.find('button').exists()).toBe(false)
  })

  it('does not fade at its end, and says nothing where all is in sight', async () => {
    const end = await boxOf(900)
    end.get('.scroll').element.scrollTop = 600
    await end.get('.scroll').trigger('scroll')
    expect(end.classes()).not.toContain('on')
    const whole = await boxOf(300)
    expect(whole.find('button').exists()).toBe(false)
    expect(whole.get('[role="region"]').attributes('aria-label')).toBe('报送情况')
  })

  it('shows that its lines go on to the right until their end is in sight', async () => {
    vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(900)
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
    const box = await boxOf(300)
    const scroll = box.get('.scroll')
    await scroll.trigger('scroll')
    expect(scroll.classes()).toContain('goes-right')
    scroll.element.scrollLeft = 500
    await scroll.trigger('scroll')
    expect(scroll.classes()).not.toContain('goes-right')
  })
})

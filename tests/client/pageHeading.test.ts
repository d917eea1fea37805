import type { Said } from '../../client/ui/pageFindings.ts'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import PageHeading from '../../client/ui/PageHeading.vue'

beforeEach(() => setActivePinia(createPinia()))

const worded = (said: readonly Said[] | string, ready = true): string | null => {
  const heading = mount(PageHeading, { props: { title: '窗口', said, ready } })
  const sentence = heading.find('[data-sentence]')
  return sentence.exists() ? sentence.text().replaceAll('\u2060', '') : null
}

describe('the heading of a page', () => {
  it('tells the two gravest matters in one sentence and underlines what is wrong', () => {
    const said = [{ text: '2 项批示', fault: '已超期' }, { text: '1 期待签发' }, { text: '3 期待修改' }]
    expect(worded(said)).toBe('2 项批示已超期；1 期待签发。')
    const heading = mount(PageHeading, { props: { title: '简报', said } })
    expect(heading.findAll('.fault').map(wrapper => wrapper.text())).toEqual(['已超期'])
  })

  it('prints a sentence as it is', () => {
    expect(worded('全厅按时办结率 99.5%。')).toBe('全厅按时办结率 99.5%。')
  })

  it('keeps the place of a sentence that is not known yet, and no place where there is none', () => {
    expect(worded([], false)).toBe('')
    expect(worded([])).toBeNull()
  })

  it('reserves the space of an awaited sentence even where nothing is reported in the end', async () => {
    const heading = mount(PageHeading, { props: { title: '规则', said: [], ready: false } })
    expect(heading.get('.words').classes()).toContain('awaited')
    await heading.setProps({ ready: true })
    expect(heading.find('[data-sentence]').exists()).toBe(false)
    expect(heading.get('.words').classes()).toContain('awaited')

    const plain = mount(PageHeading, { props: { title: '告知单', said: '' } })
    expect(plain.get('.words').classes()).not.toContain('awaited')
  })
})

import type { Conflict } from '../../client/briefing/mergeDrafts.ts'
import type { Shown } from '../../client/briefing/paperStore.ts'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import DraftBar from '../../client/briefing/DraftBar.vue'
import { DraftKeeper } from '../../client/briefing/draftKeeper.ts'
import { createPageRouter } from '../../client/routes.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

vi.mock('../../client/stores/me.ts', () => ({
  useMe: () => ({ me: null, may: (what: string) => what === 'briefings.write' }),
}))

const conflict: Conflict = { kind: 'line', path: ['title'], mine: '我的', theirs: '她的' }

async function bar(conflicts: readonly Conflict[], picture = false) {
  await loadPageWords()
  const keeper = new DraftKeeper({ centre: 'pinghe', id: 1, owner: '' }, () => undefined)
  keeper.state.value = 'saved'
  keeper.revision.value = 9
  keeper.conflicts.value = conflicts
  return mount(DraftBar, {
    props: { shown: { state: 'draft', review: 'open' } as Shown, keeper, failure: null, picture },
    global: { plugins: [createPinia(), i18n, createPageRouter(createMemoryHistory())] },
    attachTo: document.body,
  })
}
afterEach(() => document.body.replaceChildren())

describe('the bar that stays in view', () => {
  it('says what is saved where nothing waits', async () => {
    const page = await bar([])
    expect(page.get('[data-saved]').text()).toContain('已保存（第 9 版）')
    expect(page.find('[data-undecided]').exists()).toBe(false)
    page.unmount()
  })

  it('says that a choice waits instead, and leads to it', async () => {
    const page = await bar([conflict])
    const choices = document.body.appendChild(document.createElement('section'))
    choices.tabIndex = 0
    choices.dataset.conflicts = ''
    expect(page.get('[data-saved]').text()).not.toContain('已保存')
    expect(page.get('[data-undecided][role="alert"]').text()).toContain('这一处两人都改了')
    await page.get('[data-go-to-choice]').trigger('click')
    expect(document.activeElement).toBe(choices)
    page.unmount()
  })

  it('leads a writer to the checks and the submission at the end of the page', async () => {
    const page = await bar([])
    const end = document.body.appendChild(document.createElement('section'))
    end.tabIndex = -1
    end.dataset.finish = ''
    await page.get('[data-go-to-end]').trigger('click')
    expect(document.activeElement).toBe(end)
    await page.setProps({ shown: { state: 'draft', review: 'submitted' } as Shown })
    expect(page.find('[data-go-to-end]').exists()).toBe(false)
    page.unmount()
  })

  it('says how photos come into the text after a picture was refused', async () => {
    const page = await bar([], true)
    expect(page.get('[data-picture-refused][role="alert"]').text()).toContain('“填报”')
    await page.get('[data-picture-refused] button').trigger('click')
    expect(page.emitted('read')).toHaveLength(1)
    page.unmount()
  })
})

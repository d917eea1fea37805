import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import ReloadNotice from '../../client/layout/ReloadNotice.vue'
import { createPageRouter } from '../../client/routes.ts'
import { i18n } from '../../client/words/index.ts'

describe('an address that is no page', () => {
  it('is said to be none, and is not the overview', () => {
    const router = createPageRouter(createMemoryHistory())
    expect(router.resolve('/nowhere/at/all').name).toBe('missing')
    expect(router.resolve('/').name).toBe('overview')
    expect(router.resolve('/windows/FG').name).toBe('window')
  })
})

describe('a part of the page that could not be fetched', () => {
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined)
  const notice = () => mount(ReloadNotice, { global: { plugins: [createPinia(), i18n] } })
  afterEach(() => {
    reload.mockClear()
    vi.restoreAllMocks()
  })

  it('is not fetched anew while the server does not answer: the figures would be gone', async () => {
    const shown = notice()
    await shown.get('button').trigger('click')
    await vi.waitFor(() => expect(shown.text()).toContain('服务器没有响应'))
    expect(shown.text()).toMatch(/\d\d:\d\d/)
    expect(reload).not.toHaveBeenCalled()
  })

  it('is fetched anew once the server answers', async () => {
    const again = vi.spyOn(window.location, 'reload').mockImplementation(() => undefined)
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'))
    await notice().get('button').trigger('click')
    await vi.waitFor(() => expect(again).toHaveBeenCalledOnce())
  })
})

import type { Remark } from '../../server/briefing/remarks.ts'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import FreezePanel from '../../client/briefing/FreezePanel.vue'
import ReadBlocks from '../../client/briefing/ReadBlocks.vue'
import RemarksPanel from '../../client/briefing/RemarksPanel.vue'
import { unsentUnder } from '../../client/briefing/useRemarks.ts'
import { held } from '../../client/gallery/fixtures.ts'
import { createPageRouter } from '../../client/routes.ts'
import { useMe } from '../../client/stores/me.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const comment = {
  id: 7,
  kind: 'comment',
  by: '局长',
  at: '2013-01-15T02:00:00Z',
  text: '写明同比',
  quoted: '',
  blockId: 'a',
  replyTo: null,
  addressee: '',
  dueOn: null,
  done: null,
} as unknown as Remark

/** What the page sent, by procedure. */
const sent: [string, unknown][] = []
beforeEach(async () => {
  sent.length = 0
  await loadPageWords()
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    sent.push([/\/trpc\/([\w.]+)/.exec(url)?.[1] ?? '', JSON.parse(typeof body === 'string' ? body : '{}')])
    return Response.json([{ result: { data: null } }])
  })
})

function plugins(may: readonly string[]) {
  const pinia = createPinia()
  setActivePinia(pinia)
  vi.spyOn(useMe(), 'may').mockImplementation(permission => may.includes(permission))
  return { plugins: [pinia, i18n, createPageRouter(createMemoryHistory())] }
}

function panel(unsent: Record<string, string>) {
  const wrapper = mount(RemarksPanel, {
    props: {
      'centre': 'pinghe',
      'id': 1,
      'blocks': [{ kind: 'paragraph', id: 'a', inlines: ['办结'] }],
      'remarks': held([comment]),
      'open': true,
      unsent,
      'onUpdate:unsent': (now: Record<string, string>) => void wrapper.setProps({ unsent: now }),
    },
    global: plugins(['briefings.write']),
  })
  return wrapper
}
const closed = (): unknown => sent.find(([name]) => name === 'remarks.close')?.[1]

describe('a comment', () => {
  it('is handled with one click, without a note or with the one that was written', async () => {
    await panel({}).get('form').trigger('submit')
    await vi.waitUntil(closed)
    expect(closed()).toEqual({ 0: { centre: 'pinghe', id: 1, remark: 7, answer: '' } })
    sent.length = 0
    const page = panel({})
    await page.get('[data-answer]').setValue('已写明')
    expect(page.props('unsent')).toEqual({ 7: '已写明' })
    await page.get('form').trigger('submit')
    await vi.waitUntil(closed)
    expect(closed()).toEqual({ 0: { centre: 'pinghe', id: 1, remark: 7, answer: '已写明' } })
    await vi.waitUntil(() => page.get<HTMLInputElement>('[data-answer]').element.value === '')
  })

  it('shows again what was written under it and not sent', async () => {
    const page = panel({ '7': '核对中', 'reply 7': '同比在第二句' })
    expect(page.get<HTMLInputElement>('[data-answer]').element.value).toBe('核对中')
    expect(page.get<HTMLInputElement>('[data-reply-text]').element.value).toBe('同比在第二句')
  })
})

it('a paragraph can be commented on again after a comment', async () => {
  const page = mount(ReadBlocks, {
    props: {
      blocks: [{ kind: 'paragraph', id: 'a', inlines: ['办结'] }],
      remarks: [comment],
      commenting: true,
    },
    global: plugins(['briefings.freeze']),
  })
  for (const text of ['写明同比', '写明环比']) {
    await page.get('[data-comment="a"]').trigger('click')
    await page.get('[data-comment-text]').setValue(text)
    await page.get('form').trigger('submit')
  }
  expect(page.emitted('comment')).toEqual([
    [{ blockId: 'a', text: '写明同比' }],
    [{ blockId: 'a', text: '写明环比' }],
  ])
})

it('on a narrow screen the text is free of buttons until its parts are commented on', async () => {
  const page = mount(ReadBlocks, {
    props: { blocks: [{ kind: 'paragraph', id: 'a', inlines: ['办结'] }], remarks: [], commenting: true },
    global: plugins(['briefings.freeze']),
  })
  expect(page.get('[data-comment="a"]').classes()).not.toContain('pointing')
  await page.get('[data-comment-mode]').trigger('click')
  expect(page.get('[data-comment="a"]').classes()).toContain('pointing')
})

describe('submitting', () => {
  it('counts what was written under open remarks alone', () => {
    const handled = { ...comment, id: 8, done: { by: '文书', at: '', answer: '' } } as unknown as Remark
    const unsent = { '7': '核对中', 'reply 7': '见第二句', '8': '已改', 'reply 8': '', '9': '无' }
    expect(unsentUnder([comment, handled], unsent)).toBe(2)
  })

  const freezing = (
    comments: number,
    unsent: number,
    {
      review = 'returned',
      rights = ['briefings.write'],
    }: { review?: 'open' | 'returned'; rights?: string[] } = {},
  ) =>
    mount(FreezePanel, {
      props: {
        centre: 'pinghe',
        id: 1,
        revision: 3,
        review,
        title: '简报',
        number: '',
        date: '',
        ready: true,
        comments,
        unsent,
      },
      global: plugins(rights),
    })
  const submissions = (): number => sent.filter(([name]) => name === 'briefings.submit').length

  it('asks first where comments are open or notes were not sent', async () => {
    const page = freezing(1, 1)
    await page.get('[data-submit]').trigger('click')
    expect(page.get('[data-submit-asks]').text()).toContain('还有 1 条批注没有处理。')
    expect(page.get('[data-submit-asks]').text()).toContain('有 1 条办理情况或回复已填写，尚未发出。')
    expect(submissions()).toBe(0)
    await page.get('[data-submit-yes]').trigger('click')
    await vi.waitUntil(submissions)
  })

  it('says beside the signature what stands in its way', async () => {
    const page = freezing(0, 0, { review: 'open', rights: ['briefings.freeze'] })
    expect(page.get('[data-in-the-way]').text()).toBe('先做签发前检查，才能签发')
    await page.setProps({ ready: false })
    expect(page.get('[data-in-the-way]').text()).toBe('更改保存后才能签发')
  })

  it('goes at once where nothing is open', async () => {
    const page = freezing(0, 0)
    await page.get('[data-submit]').trigger('click')
    await vi.waitUntil(submissions)
  })
})

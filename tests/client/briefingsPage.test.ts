import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import ArchivePanel from '../../client/briefing/ArchivePanel.vue'
import InboxPanel from '../../client/briefing/InboxPanel.vue'
import { useBriefingsWaiting } from '../../client/briefing/useBriefingsWaiting.ts'
import { held } from '../../client/gallery/fixtures.ts'
import { createPageRouter } from '../../client/routes.ts'
import { useCentre } from '../../client/stores/centre.ts'
import { useMe } from '../../client/stores/me.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const replies = vi.hoisted((): { of: Record<string, unknown> } => ({ of: {} }))
vi.mock('../../client/data/useServerQuery.ts', () => ({
  useServerQuery: (name: string) => held(replies.of[name] ?? []),
}))
vi.mock('../../client/stores/centre.ts', () => ({ useCentre: vi.fn() }))

const row = (id: number, month: string, more: object) => ({
  id,
  series: 'month',
  title: `月报${month}`,
  from: `2026-${month}-01`,
  to: `2026-${month}-${month === '11' ? '30' : '31'}`,
  number: '',
  approver: '',
  state: 'draft',
  review: 'open',
  editedBy: '王芳',
  editedAt: '2026-12-01T01:00:00Z',
  frozenAt: null,
  ...more,
})
const signed = row(9, '10', { state: 'frozen', frozenAt: '2026-11-05T01:00:00Z', number: '第11期' })
const drafts = [row(8, '11', {}), row(7, '08', { review: 'submitted' }), row(6, '07', { review: 'returned' })]
const rights = (...granted: string[]) =>
  vi.spyOn(useMe(), 'may').mockImplementation(right => granted.includes(right))
const plugins = () => [i18n, createPageRouter(createMemoryHistory())]

beforeEach(async () => {
  setActivePinia(createPinia())
  await loadPageWords()
  const shown = { code: 'pinghe', today: 20_788, openedOn: null }
  vi.mocked(useCentre).mockReturnValue({ code: 'pinghe', shown } as never)
  replies.of = {
    'briefings.list': [signed, ...drafts],
    'briefings.list.drafts': drafts,
    'briefings.list.models': [signed, drafts[0]],
  }
})

function waitingNow() {
  let waiting: ReturnType<typeof useBriefingsWaiting> | null = null
  mount(
    {
      setup() {
        waiting = useBriefingsWaiting(() => 'pinghe')
        return () => null
      },
    },
    { global: { plugins: plugins() } },
  )
  return waiting!
}
const headline = (): string =>
  waitingNow()
    .said.value.map(({ text, fault = '' }) => text + fault)
    .join('；')

describe('the page of briefings', () => {
  it('says to the clerk and to the director what each has to do about the issues', () => {
    rights('briefings.write')
    expect(headline()).toBe(
      '2026年7月月报被退回，待修改；2026年8月月报已送审，待签发；2026年11月月报待写完送审',
    )
    rights('briefings.freeze')
    expect(headline()).toBe('2026年8月月报待您签发；2026年7月月报被退回，待修改；2026年11月月报正在起草')
    replies.of = { 'briefings.list.models': [signed] }
    expect(headline()).toBe('2026年11月月报尚未起草')
  })

  it('leads the clerk and the director to the draft that each has to act on', () => {
    rights('briefings.write')
    expect(waitingNow().next.value).toEqual({ id: 6, what: 'mend' })
    rights('briefings.freeze')
    expect(waitingNow().next.value).toEqual({ id: 7, what: 'sign' })
    rights()
    expect(waitingNow().next.value).toBeNull()
  })

  it('lists first what needs action', () => {
    rights('briefings.write')
    const panel = mount(ArchivePanel, { props: { centre: 'pinghe' }, global: { plugins: plugins() } })
    const ids = panel.findAll('[data-briefing]').map(wrapper => wrapper.attributes('data-briefing'))
    expect(ids).toEqual(['6', '7', '8', '9'])
    expect(panel.findAll('.label-word.due').map(wrapper => wrapper.text())).toEqual(['退回'])
  })

  it('does not repeat in the inbox what stands on the page', () => {
    const notice = (id: number, kind: string, subject: string) => ({
      id,
      kind,
      subject,
      at: '2026-12-01T01:00:00Z',
      zh: `${kind}${id}`,
      en: '',
      link: '/',
      read: false,
    })
    replies.of = {
      'signals.list': [{ id: 1, subject: 'target savings', state: 'open', zh: '', en: '' }],
      'briefings.notices': [
        notice(1, 'target', 'target savings'),
        notice(2, 'draft', 'draft 8'),
        notice(3, 'submitted', 'submitted 7'),
        notice(4, 'comment', 'reply 3'),
      ],
    }
    rights('briefings.write')
    const inbox = mount(InboxPanel, { props: { centre: 'pinghe' }, global: { plugins: plugins() } })
    expect(inbox.findAll('.notices a').map(wrapper => wrapper.text())).toEqual(['comment4'])
  })
})

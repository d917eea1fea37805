import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import AuditDay from '../../client/access/AuditDay.vue'
import { isUnattended } from '../../client/access/auditEntries.ts'
import { createPageRouter } from '../../client/routes.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'

beforeEach(loadPageWords)

const entry = {
  number: 7,
  at: '2026-12-01T01:05:00.000Z',
  time: '09:05',
  actor: 'wang',
  action: 'import',
  outcome: 'done' as const,
  centre: null,
  subject: '30',
  address: '10.0.0.8',
  hash: '',
  details: {},
  words: {
    subject: { zh: '批次 30', en: 'batch 30' },
    details: { zh: '数据种类：办件', en: 'Kind of records: Cases' },
  },
}
const textOf = (of: Partial<Omit<typeof entry, 'outcome'>> & { outcome?: 'refused' | 'done' }): string =>
  mount(AuditDay, {
    props: { day: '2026-12-01', entries: [{ ...entry, ...of }] },
    global: { plugins: [createPinia(), i18n, createPageRouter(createMemoryHistory())] },
  })
    .get('tbody tr')
    .text()
    .replaceAll(/\s+/g, '')

it('an entry says when, who, what was done and to what, in words', () => {
  expect(textOf({})).toBe('09:05wang导入批次30数据种类：办件编号7·10.0.0.8')
  expect(textOf({ actor: 'demo' })).toContain('演示数据')
  expect(textOf({ actor: 'server' })).toContain('系统自动')
  expect(textOf({ outcome: 'refused', action: 'refused' })).toContain('拒绝访问无权查看的内容')
})

it('what a page asks after its session ended is nobody’s doing', () => {
  expect(isUnattended({ action: 'refused', actor: '-' })).toBe(true)
  expect(isUnattended({ action: 'sign-in', actor: '-' })).toBe(false)
  expect(isUnattended({ action: 'refused', actor: 'wang' })).toBe(false)
  expect(textOf({ outcome: 'refused', action: 'refused', actor: '-' })).not.toContain('无权')
})

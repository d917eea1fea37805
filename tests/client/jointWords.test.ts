import { beforeAll, describe, expect, it } from 'vitest'
import { i18n, loadPageWords } from '../../client/words/index.ts'

beforeAll(loadPageWords)

describe('joint affairs', () => {
  it('are groups, and the cases of their units cases', () => {
    const { t } = i18n.global
    const said = t('joint.groupsFinding', { count: 77, cases: 192, days: '900' })
    expect(said).toBe('77 组联办（单位办件 192 件），共节省 900 个工作日')
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { i18n, loadWords } from '../../client/words/index.ts'

const inEnglish = (count: number | string): string =>
  i18n.global.t('attention.near', { count }, { locale: 'en' })

describe('an English sentence with two forms', () => {
  beforeAll(async () => loadWords('en'))

  it.each([
    [1, '1 case due soon'],
    ['1', '1 case due soon'],
    [0, '0 cases due soon'],
    [3, '3 cases due soon'],
    ['3', '3 cases due soon'],
    ['1,204', '1,204 cases due soon'],
  ])('follows its count, printed or not: %s', (count, sentence) => {
    expect(inEnglish(count)).toBe(sentence)
  })
})

import { describe, expect, it } from 'vitest'
import { sourceWords } from '../../server/measures/sourceWords.ts'

describe('the source of a definition', () => {
  it.each([
    [
      '行政许可法 art. 42, 82; 政务服务办件统计口径 A11',
      '《行政许可法》第42、82条；本系统口径 A11',
      'Administrative Licensing Law, art. 42, 82; definition A11 of this product',
    ],
    [
      '政务服务办件统计口径 A15；行政许可法 art. 32',
      '本系统口径 A15；《行政许可法》第32条',
      'definition A15 of this product; Administrative Licensing Law, art. 32',
    ],
    ['政务服务办件统计口径', '本系统口径', 'definition of this product'],
    ['Cardinal R018', 'Cardinal R018', 'Cardinal R018'],
  ])('%s is cited as %s and %s', (source, zh, en) => {
    expect(sourceWords(source, 'zh')).toBe(zh)
    expect(sourceWords(source, 'en')).toBe(en)
  })
})

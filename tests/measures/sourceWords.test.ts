import { describe, expect, it } from 'vitest'
import { sourceWords } from '../../server/measures/sourceWords.ts'

describe('the source of a definition', () => {
  it.each([
    ['行政许可法 art. 42, 82; 政务服务办件统计口径 A11', '行政许可法第42、82条; 政务服务办件统计口径 A11'],
    ['政务服务办件统计口径 A15；行政许可法 art. 32', '政务服务办件统计口径 A15；行政许可法第32条'],
    ['Cardinal R018', 'Cardinal R018'],
  ])('%s is cited in Chinese as %s', (source, cited) => {
    expect(sourceWords(source, 'zh')).toBe(cited)
    expect(sourceWords(source, 'en')).toBe(source)
  })
})

import { describe, expect, it } from 'vitest'
import { measureIds } from '../../server/measures/index.ts'
import { sourceWords } from '../../server/measures/sourceWords.ts'
import { measureText } from '../../server/measures/texts/index.ts'
import { ledgerSignals } from '../../server/trading/hall/index.ts'
import { signals } from '../../server/trading/signals/index.ts'

describe('the source of a definition', () => {
  it.each([
    [
      '行政许可法 art. 42, 82; 政务服务办件统计口径 A11',
      '《行政许可法》第四十二条、第八十二条；本系统口径',
      'Administrative Licensing Law, art. 42, 82; definition of this system',
    ],
    [
      '政务服务办件统计口径 A15；行政许可法 art. 32',
      '本系统口径；《行政许可法》第三十二条',
      'definition of this system; Administrative Licensing Law, art. 32',
    ],
    ['政务服务办件统计口径', '本系统口径', 'definition of this system'],
    [
      '国办发〔2019〕51号（B4）',
      '国办发〔2019〕51号',
      'General Office of the State Council, Guobanfa [2019] No. 51',
    ],
    ['Cardinal R018', 'Cardinal 指标 R018', 'Cardinal R018'],
    [
      'Open Contracting Partnership, Cardinal 0.0.8 R028',
      'Cardinal 指标 R028',
      'Open Contracting Partnership, Cardinal 0.0.8 R028',
    ],
  ])('%s is cited as %s and %s', (source, zh, en) => {
    expect(sourceWords(source, 'zh')).toBe(zh)
    expect(sourceWords(source, 'en')).toBe(en)
  })

  it('is cited in Chinese by no article in Latin letters and by no number of the product alone', () => {
    const cited = [
      ...measureIds.map(id => measureText(id).source),
      ...ledgerSignals.map(signal => signal.source),
    ]
    for (const source of [...cited, ...signals.map(signal => signal.source)]) {
      expect(sourceWords(source, 'zh')).not.toMatch(/art\.|口径 [A-C]?\d|（[A-C]\d| \(/)
      expect(sourceWords(source, 'en')).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

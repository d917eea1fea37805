import { expect, it } from 'vitest'
import { listWords } from '#measures'

it('separates names by what none of them holds', () => {
  expect(listWords(['住建局', '人社局'], 'zh')).toBe('住建局、人社局')
  expect(listWords(['文化、体育局', '人社局'], 'zh')).toBe('文化、体育局；人社局')
  expect(listWords(['Housing', 'Labour'], 'en')).toBe('Housing, Labour')
  expect(listWords(['Culture, sports', 'Labour'], 'en')).toBe('Culture, sports; Labour')
})

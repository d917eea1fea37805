import { feedback } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { distinct } from '../part.ts'

/** Windows thanked (平和县简报第46期（2012）). */
export const windowsThanked = defineMeasure({
  kind: 'distinct',
  names: { zh: '受表扬窗口', en: 'Windows thanked' },
  question: {
    zh: '有多少个窗口收到锦旗或感谢信？',
    en: 'How many windows received a banner or a letter?',
  },
  formula: {
    zh: '期内收到锦旗或感谢信的不同窗口数',
    en: 'Different windows with a banner or letter in the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'windows',
  better: 'higher',
  part: distinct(feedback, 'window', { during: 'given', when: ['thanks'] }),
})

import { staff } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Managers (平和县简报第46期（2012）). */
export const managerCount = defineMeasure({
  kind: 'catalogue',
  names: { zh: '管理人员', en: 'Managers' },
  question: {
    zh: '期末有多少管理人员？',
    en: 'How many managers were there at the end of the period?',
  },
  formula: {
    zh: '期末有效的管理人员数',
    en: 'Managers in force at the end of the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'persons',
  better: 'neutral',
  part: inForce(staff, { when: ['manager'] }),
})

import { staff } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Window staff (平和县简报第46期（2012）). */
export const staffCount = defineMeasure({
  kind: 'catalogue',
  names: { zh: '窗口工作人员', en: 'Window staff' },
  question: {
    zh: '期末有多少窗口工作人员？',
    en: 'How many window staff were there at the end of the period?',
  },
  formula: {
    zh: '期末有效的窗口工作人员数',
    en: 'Window staff in force at the end of the period',
  },
  source: '平和县简报第46期（2012）',
  unit: 'persons',
  better: 'neutral',
  part: inForce(staff, { when: ['windowStaff'] }),
})

import { serviceEvents } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Service carried to the townships, and training of their staff. */
export const townshipVisits = defineMeasure({
  kind: 'total',
  names: { zh: '服务下乡与跟班培训', en: 'Township visits and training' },
  question: {
    zh: '这一时期送服务下乡、乡镇跟班培训共多少次？',
    en: 'How many visits to townships and trainings of their staff were there?',
  },
  formula: {
    zh: '日期在期内的送服务下乡和乡镇跟班培训次数',
    en: 'Visits to townships and trainings whose day falls in the period',
  },
  source: '平和县简报第46期（2012）县乡对接',
  unit: 'times',
  better: 'neutral',
  part: count(serviceEvents, { during: 'happened', when: ['township'] }),
})

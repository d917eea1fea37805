import { serviceEvents } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Uses of the featured services, with visits to townships and training. */
export const servicesGiven = defineMeasure({
  kind: 'total',
  names: { zh: '特色服务次数', en: 'Featured services given' },
  question: {
    zh: '这一时期提供了多少次特色便民服务（含送服务下乡、跟班培训）？',
    en: 'How often was a featured service given in the period, visits to townships and training included?',
  },
  formula: {
    zh: '日期在期内的服务记录数',
    en: 'Service records whose day falls in the period',
  },
  source: '平和县简报第46期（2012）六大特色便民服务',
  unit: 'times',
  better: 'neutral',
  part: count(serviceEvents, { during: 'happened' }),
})

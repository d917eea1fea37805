import { regulations, staff, units, windows } from '../../model/index.ts'
import { defineMeasure } from '../measure.ts'
import { inForce } from '../part.ts'

/** Units, windows, people and rules of the hall. */
export const hallMeasures = {
  unitCount: defineMeasure({
    kind: 'catalogue',
    names: { zh: '进驻单位', en: 'Units in the hall' },
    unit: 'units',
    better: 'neutral',
    part: inForce(units),
  }),
  windowCount: defineMeasure({
    kind: 'catalogue',
    names: { zh: '窗口', en: 'Windows' },
    unit: 'windows',
    better: 'neutral',
    part: inForce(windows),
  }),
  staffCount: defineMeasure({
    kind: 'catalogue',
    names: { zh: '窗口工作人员', en: 'Window staff' },
    unit: 'persons',
    better: 'neutral',
    part: inForce(staff, { when: ['windowStaff'] }),
  }),
  managerCount: defineMeasure({
    kind: 'catalogue',
    names: { zh: '管理人员', en: 'Managers' },
    unit: 'persons',
    better: 'neutral',
    part: inForce(staff, { when: ['manager'] }),
  }),
  hallRules: defineMeasure({
    kind: 'catalogue',
    names: { zh: '日常管理制度', en: 'Daily management rules' },
    unit: 'rules',
    better: 'neutral',
    part: inForce(regulations, { when: ['hall'] }),
  }),
  tradingRules: defineMeasure({
    kind: 'catalogue',
    names: { zh: '交易制度', en: 'Trading rules' },
    unit: 'rules',
    better: 'neutral',
    part: inForce(regulations, { when: ['trading'] }),
  }),
}

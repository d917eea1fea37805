import { centre, item, unit, window } from './dimensions.ts'
import { defineFact } from './fact.ts'
import { itemTypes } from './lists.ts'

// Both limits in working days and a statutory one above zero: only then is a compression defined (domain.md A1).
const limited = '"statutoryLimit" > 0 AND "committedLimit" IS NOT NULL AND "statutoryLimitUnit" = \'workingDay\' AND "committedLimitUnit" = \'workingDay\''

/** 事项: what each item of the hall promised between two dates. Grain: one version of one item. */
export const items = defineFact({
  name: 'items',
  names: { zh: '事项', en: 'Items' },
  table: 'ItemVersion',
  key: 'versionCode',
  clocks: {},
  inForce: { from: 'validFrom', to: 'validTo' },
  numbers: {
    statutoryLimit: '"statutoryLimit"',
    committedLimit: '"committedLimit"',
    compression: '("statutoryLimit" - "committedLimit")',
    compressionRate: '(("statutoryLimit" - "committedLimit") * 100000 / "statutoryLimit")',
  },
  bins: {},
  dimensions: {
    centre,
    unit,
    window,
    item,
    itemType: { column: 'type', names: { zh: '办件类型', en: 'Case type' }, members: 'list', values: itemTypes },
  },
  conditions: {
    instantCapable: '"instantCapable"',
    instantType: '"type" = \'instant\'',
    limited,
    visitsKnown: '"visits" IS NOT NULL',
    oneVisit: '"visits" <= 1',
  },
  rows: [
    { column: 'itemId', names: { zh: '事项', en: 'Item' }, shows: 'item' },
    { column: 'unitId', names: { zh: '单位', en: 'Unit' }, shows: 'unit' },
    { column: 'windowId', names: { zh: '窗口', en: 'Window' }, shows: 'window' },
    { column: 'type', names: { zh: '办件类型', en: 'Case type' }, shows: 'list', values: itemTypes },
    { column: 'statutoryLimit', names: { zh: '法定时限', en: 'Statutory limit' }, shows: 'number' },
    { column: 'committedLimit', names: { zh: '承诺时限', en: 'Committed limit' }, shows: 'number' },
    { column: 'visits', names: { zh: '到现场次数', en: 'Visits' }, shows: 'number' },
    { column: 'instantCapable', names: { zh: '可即办', en: 'Can be instant' }, shows: 'flag' },
    { column: 'validFrom', names: { zh: '生效日', en: 'In force from' }, shows: 'day' },
    { column: 'validTo', names: { zh: '失效日', en: 'Until' }, shows: 'day' },
  ],
})

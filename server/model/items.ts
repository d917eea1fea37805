import { flag, listed, number, text } from './column.ts'
import { defineFact } from './fact.ts'
import { itemTypes, limitUnits } from './lists.ts'
import { centreId, inForceDays, itemId, unitId, windowId } from './sharedColumns.ts'

/** 事项: what each item of the hall promised between two dates. Grain: one version of one item. */
export const items = defineFact({
  name: 'items',
  names: { zh: '事项', en: 'Items' },
  table: 'ItemVersion',
  key: 'versionCode',
  columns: {
    centreId,
    versionCode: text('事项版本', 'Version of the item'),
    itemId,
    unitId,
    windowId,
    type: listed(itemTypes, '办件类型', 'Case type'),
    statutoryLimit: number('法定时限', 'Statutory limit'),
    statutoryLimitUnit: listed(limitUnits, '法定时限单位', 'Statutory unit'),
    committedLimit: number('承诺时限', 'Committed limit'),
    committedLimitUnit: listed(limitUnits, '承诺时限单位', 'Committed unit'),
    visits: number('到现场次数', 'Visits'),
    instantCapable: flag('可即办', 'Can be instant'),
    documents: text('申请材料', 'Documents'),
    ...inForceDays,
  },
  clocks: {},
  inForce: { from: 'validFrom', to: 'validTo' },
  bins: {},
  dimensions: {
    centre: 'centreId',
    unit: 'unitId',
    window: 'windowId',
    item: 'itemId',
    itemType: 'type',
  },
  rows: [
    'itemId',
    'unitId',
    'windowId',
    'type',
    'statutoryLimit',
    'statutoryLimitUnit',
    'committedLimit',
    'committedLimitUnit',
    'visits',
    'instantCapable',
    'documents',
    'validFrom',
    'validTo',
  ],
})

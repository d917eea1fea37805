import { centre, unit, window } from './dimensions.ts'
import { defineFact } from './fact.ts'
import { regulationAreas } from './lists.ts'

const inForce = { from: 'validFrom', to: 'validTo' }
const nameColumns = [
  { column: 'code', names: { zh: '编码', en: 'Code' }, shows: 'text' as const },
  { column: 'name', names: { zh: '名称', en: 'Name' }, shows: 'text' as const },
]

/** 进驻单位. Grain: one unit of one centre. */
export const units = defineFact({
  name: 'units',
  names: { zh: '单位', en: 'Units' },
  table: 'Unit',
  key: 'code',
  clocks: {},
  inForce,
  numbers: {},
  bins: {},
  dimensions: { centre, unit: { ...unit, column: 'id' } },
  conditions: {},
  rows: nameColumns,
})

/** 窗口. Grain: one window of one centre. */
export const windows = defineFact({
  name: 'windows',
  names: { zh: '窗口', en: 'Windows' },
  table: 'Window',
  key: 'code',
  clocks: {},
  inForce,
  numbers: {},
  bins: {},
  dimensions: { centre, unit, window: { ...window, column: 'id' } },
  conditions: {},
  rows: [...nameColumns, { column: 'unitId', names: { zh: '单位', en: 'Unit' }, shows: 'unit' }],
})

/** 人员. Grain: one person between two dates. Names of individuals are sensitive; posts are not. */
export const staff = defineFact({
  name: 'staff',
  names: { zh: '人员', en: 'Staff' },
  table: 'StaffMember',
  key: 'code',
  clocks: {},
  inForce,
  numbers: {},
  bins: {},
  dimensions: { centre, unit, window },
  conditions: { windowStaff: 'NOT "management"', manager: '"management"' },
  rows: [
    { column: 'code', names: { zh: '编号', en: 'Code' }, shows: 'text' },
    { column: 'name', names: { zh: '姓名', en: 'Name' }, shows: 'text', sensitive: 'staff' },
    { column: 'unitId', names: { zh: '单位', en: 'Unit' }, shows: 'unit' },
    { column: 'windowId', names: { zh: '窗口', en: 'Window' }, shows: 'window' },
    { column: 'post', names: { zh: '岗位', en: 'Post' }, shows: 'text' },
  ],
})

/** 制度. Grain: one rule of the hall or of the trading centre. */
export const regulations = defineFact({
  name: 'regulations',
  names: { zh: '制度', en: 'Rules' },
  table: 'Regulation',
  key: 'code',
  clocks: {},
  inForce,
  numbers: {},
  bins: {},
  dimensions: { centre, area: { column: 'area', names: { zh: '制度类别', en: 'Area' }, members: 'list', values: regulationAreas } },
  conditions: { hall: '"area" = \'hall\'', trading: '"area" = \'trading\'' },
  rows: nameColumns,
})

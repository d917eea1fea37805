import { flag, listed, localDay, member, text } from './column.ts'
import { defineFact } from './fact.ts'
import { posts, regulationAreas } from './lists.ts'
import { centreId, inForceDays, unitId, windowId } from './sharedColumns.ts'

const inForce = { from: 'validFrom', to: 'validTo' } as const
const named = { code: text('编码', 'Code'), name: text('名称', 'Name') }

/** 进驻单位. Grain: one unit of one centre. */
export const units = defineFact({
  name: 'units',
  names: { zh: '单位', en: 'Units' },
  table: 'Unit',
  key: 'code',
  columns: { centreId, id: member('unit', '单位', 'Unit'), ...named, ...inForceDays },
  clocks: {},
  inForce,
  bins: {},
  dimensions: { centre: 'centreId', unit: 'id' },
  rows: ['code', 'name'],
})

/** 窗口. Grain: one window of one centre. */
export const windows = defineFact({
  name: 'windows',
  names: { zh: '窗口', en: 'Windows' },
  table: 'Window',
  key: 'code',
  columns: {
    centreId,
    id: member('window', '窗口', 'Window'),
    ...named,
    unitId,
    phone: text('联系电话', 'Telephone'),
    ...inForceDays,
  },
  clocks: {},
  inForce,
  bins: {},
  dimensions: { centre: 'centreId', unit: 'unitId', window: 'id' },
  rows: ['code', 'name', 'unitId', 'phone'],
})

/** 人员. Grain: one person between two dates. Names of individuals are sensitive; posts are not. */
export const staff = defineFact({
  name: 'staff',
  names: { zh: '人员', en: 'Staff' },
  table: 'StaffMember',
  key: 'code',
  columns: {
    centreId,
    code: text('编码', 'Code'),
    name: text('姓名', 'Name of the person', { sensitive: 'staff' }),
    unitId,
    windowId,
    management: flag('管理人员', 'Manager'),
    post: listed(posts, '岗位', 'Post'),
    ...inForceDays,
  },
  clocks: {},
  inForce,
  bins: {},
  dimensions: { centre: 'centreId', unit: 'unitId', window: 'windowId', post: 'post' },
  rows: ['code', 'name', 'unitId', 'windowId', 'post'],
})

/** 制度. Grain: one rule of the hall or of the trading centre. */
export const regulations = defineFact({
  name: 'regulations',
  names: { zh: '制度', en: 'Rules' },
  table: 'Regulation',
  key: 'code',
  columns: {
    centreId,
    ...named,
    area: listed(regulationAreas, '制度类别', 'Area'),
    text: text('制度内容', 'Text'),
    reviewDay: localDay('复审日', 'Review due'),
    ...inForceDays,
  },
  clocks: {},
  inForce,
  bins: {},
  dimensions: { centre: 'centreId', area: 'area' },
  rows: ['code', 'name', 'area', 'validFrom', 'reviewDay', 'text'],
})

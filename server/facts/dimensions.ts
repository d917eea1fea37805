import type { Dimension } from './fact.ts'

/** Dimensions that several facts share. */
export const unit: Dimension = { column: 'unitId', names: { zh: '单位', en: 'Unit' }, members: 'unit' }
export const window: Dimension = { column: 'windowId', names: { zh: '窗口', en: 'Window' }, members: 'window' }
export const item: Dimension = { column: 'itemId', names: { zh: '事项', en: 'Item' }, members: 'item' }
export const centre: Dimension = { column: 'centreId', names: { zh: '中心', en: 'Centre' }, members: 'centre' }

import { localDay, member, text } from './column.ts'

/** Columns that several facts share. */
export const centreId = member('centre', '中心', 'Centre')
export const unitId = member('unit', '单位', 'Unit')
export const windowId = member('window', '窗口', 'Window')
export const itemId = member('item', '事项', 'Item')

/** The window and unit that a row belongs to. */
export const place = { windowId, unitId }

/** The validity of a member of the catalogue: the first day, and the first day after. */
export const inForceDays = {
  validFrom: localDay('生效日', 'In force from'),
  validTo: localDay('失效日', 'In force until'),
}

/** The trade that a row of its procedure belongs to. */
export const tradeCode = text('交易编号', 'Trade code')

/** A summary of a record in one sentence. */
export const summary = text('摘要', 'Summary')

import type { Field } from '../rows/field.ts'
import type { Row, Target } from './target.ts'

export const code: Field = {
  name: 'code',
  names: { zh: '编码', en: 'Code' },
  reads: 'text',
  required: true,
}
export const name: Field = {
  name: 'name',
  names: { zh: '名称', en: 'Name' },
  reads: 'text',
  required: true,
}
export const nameEn: Field = { name: 'nameEn', names: { zh: '英文名称', en: 'English name' }, reads: 'text' }
export const unit: Field = {
  name: 'unit',
  names: { zh: '单位编码', en: 'Unit code' },
  reads: 'reference',
  refersTo: 'unit',
  column: 'unitId',
}
export const window: Field = {
  name: 'window',
  names: { zh: '窗口编码', en: 'Window code' },
  reads: 'reference',
  refersTo: 'window',
  column: 'windowId',
}
export const staff: Field = {
  name: 'staff',
  names: { zh: '人员编号', en: 'Staff code' },
  reads: 'reference',
  refersTo: 'staff',
  column: 'staffId',
}
export const validFrom: Field = {
  name: 'validFrom',
  names: { zh: '生效日', en: 'In force from' },
  reads: 'day',
  required: true,
}
export const validTo: Field = {
  name: 'validTo',
  names: { zh: '失效日', en: 'In force until' },
  reads: 'day',
}
export const happened: Field = {
  name: 'day',
  names: { zh: '日期', en: 'Day' },
  reads: 'day',
  required: true,
}
export const summary: Field = {
  name: 'summary',
  names: { zh: '摘要', en: 'Summary' },
  reads: 'text',
}

/** Refuses a row that ends before it begins. */
export function datesInOrder(row: Row): ReturnType<Target['derive']> {
  const reversed =
    typeof row.validTo === 'number' && typeof row.validFrom === 'number' && row.validTo <= row.validFrom
  return reversed ? { field: 'validTo', reason: 'reversedDates' } : null
}

/** A row with a window but no unit gets the window's unit. */
export const unitOfWindow: Target['derive'] = (row, { catalogue }) => {
  row.unitId ??= typeof row.windowId === 'number' ? catalogue.unitOf(row.windowId) : null
  return null
}

/** A row about a person gets the person's window and unit. */
export const placeOfPerson: Target['derive'] = (row, context) => {
  const post = typeof row.staffId === 'number' ? context.catalogue.postOf(row.staffId) : null
  row.windowId ??= post?.windowId ?? null
  row.unitId ??= post?.unitId ?? null
  return unitOfWindow(row, context)
}

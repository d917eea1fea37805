import type { Field } from '../field.ts'
import type { Row, Target } from '../target.ts'
import { measureIds, textOfDay } from '#measures'
import { lists } from '../../facts/index.ts'

const limitUnits = ['workingDay', 'calendarDay', 'hour']
const code: Field = { name: 'code', names: { zh: '编码', en: 'Code' }, reads: 'text', required: true }
const name: Field = { name: 'name', names: { zh: '名称', en: 'Name' }, reads: 'text', required: true }
const nameEn: Field = { name: 'nameEn', names: { zh: '英文名称', en: 'English name' }, reads: 'text' }
const unit: Field = { name: 'unit', names: { zh: '单位编码', en: 'Unit code' }, reads: 'reference', refersTo: 'unit', column: 'unitId' }
const window: Field = { name: 'window', names: { zh: '窗口编码', en: 'Window code' }, reads: 'reference', refersTo: 'window', column: 'windowId' }
const validFrom: Field = { name: 'validFrom', names: { zh: '生效日', en: 'In force from' }, reads: 'day', required: true }
const validTo: Field = { name: 'validTo', names: { zh: '失效日', en: 'Until' }, reads: 'day' }

function datesInOrder(row: Row): ReturnType<Target['derive']> {
  const reversed = typeof row.validTo === 'number' && typeof row.validFrom === 'number' && row.validTo <= row.validFrom
  return reversed ? { field: 'validTo', reason: 'reversedDates' } : null
}

/** 进驻单位. */
export const unitsTarget: Target = {
  name: 'units',
  fact: 'units',
  table: 'Unit',
  key: 'code',
  fields: [code, name, nameEn, validFrom, validTo],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

/** 窗口. */
export const windowsTarget: Target = {
  name: 'windows',
  fact: 'windows',
  table: 'Window',
  key: 'code',
  fields: [code, name, nameEn, { ...unit, required: true }, validFrom, validTo],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

/** 人员. */
export const staffTarget: Target = {
  name: 'staff',
  fact: 'staff',
  table: 'StaffMember',
  key: 'code',
  fields: [
    code,
    name,
    unit,
    window,
    { name: 'management', names: { zh: '管理人员', en: 'Manager' }, reads: 'flag' },
    { name: 'post', names: { zh: '岗位', en: 'Post' }, reads: 'list', values: ['A', 'B'] },
    validFrom,
    validTo,
  ],
  derived: {},
  defaults: { management: false },
  derive: datesInOrder,
}

/** The business key of a version, known before anything else of the row is. */
export function versionCode(item: string, from: number): string {
  return `${item}@${textOfDay(from)}`
}

/** 事项: one row a version, in force from a date. */
export const itemsTarget: Target = {
  name: 'items',
  fact: 'items',
  table: 'ItemVersion',
  key: 'versionCode',
  fields: [
    { name: 'item', names: { zh: '事项编码', en: 'Item code' }, reads: 'reference', refersTo: 'item', column: 'itemId', required: true },
    name,
    nameEn,
    { ...unit, required: true },
    window,
    { name: 'type', names: { zh: '办件类型', en: 'Case type' }, reads: 'list', values: Object.keys(lists.itemTypes), required: true },
    { name: 'statutoryLimit', names: { zh: '法定时限', en: 'Statutory limit' }, reads: 'integer', least: 0, most: 10_000 },
    { name: 'statutoryLimitUnit', names: { zh: '法定时限单位', en: 'Statutory unit' }, reads: 'list', values: limitUnits },
    { name: 'committedLimit', names: { zh: '承诺时限', en: 'Committed limit' }, reads: 'integer', least: 0, most: 10_000 },
    { name: 'committedLimitUnit', names: { zh: '承诺时限单位', en: 'Committed unit' }, reads: 'list', values: limitUnits },
    { name: 'instantCapable', names: { zh: '可即办', en: 'Can be instant' }, reads: 'flag' },
    { name: 'visits', names: { zh: '到现场次数', en: 'Visits' }, reads: 'integer', least: 0, most: 100 },
    validFrom,
    validTo,
  ],
  keyOf: (texts, row) => typeof row.validFrom === 'number' ? versionCode(texts.item ?? '', row.validFrom) : null,
  derived: { versionCode: 'text' },
  defaults: { statutoryLimitUnit: 'workingDay', committedLimitUnit: 'workingDay', instantCapable: false },
  derive: datesInOrder,
}

/** 制度. */
export const regulationsTarget: Target = {
  name: 'regulations',
  fact: 'regulations',
  table: 'Regulation',
  key: 'code',
  fields: [code, name, { name: 'area', names: { zh: '类别', en: 'Area' }, reads: 'list', values: Object.keys(lists.regulationAreas), required: true }, validFrom, validTo],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

/** 引述: a figure stated in words somewhere, to be shown beside the computed one. */
export const claimsTarget: Target = {
  name: 'claims',
  fact: 'claims',
  table: 'Claim',
  key: 'code',
  fields: [
    code,
    { name: 'measure', names: { zh: '指标', en: 'Measure' }, reads: 'list', values: measureIds, required: true },
    { name: 'sentence', names: { zh: '原文', en: 'Sentence' }, reads: 'text', required: true },
    { name: 'sentenceEn', names: { zh: '英文', en: 'In English' }, reads: 'text' },
    { name: 'valueMilli', names: { zh: '数值（千分之一）', en: 'Value in thousandths' }, reads: 'integer', required: true },
    { name: 'source', names: { zh: '出处', en: 'Source' }, reads: 'text', required: true },
    { name: 'statedOn', names: { zh: '日期', en: 'Stated on' }, reads: 'day', required: true },
    validFrom,
    { ...validTo, required: true },
  ],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

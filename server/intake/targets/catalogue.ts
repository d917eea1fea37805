import type { Target } from '../target.ts'
import { measureIds, measureNamed, textOfDay } from '#measures'
import { lists } from '../../facts/index.ts'
import { code, datesInOrder, name, nameEn, unit, validFrom, validTo, window } from './common.ts'

/** 进驻单位. */
export const unitsTarget: Target = {
  name: 'units',
  names: { zh: '单位', en: 'Units' },
  fact: 'units',
  table: 'Unit',
  key: 'code',
  fields: [code, name, nameEn, { name: 'rhythm', names: { zh: '报送周期', en: 'Reports' }, reads: 'list', values: lists.rhythms, also: ['报送频率'] }, validFrom, validTo],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

/** 窗口. */
export const windowsTarget: Target = {
  name: 'windows',
  names: { zh: '窗口', en: 'Windows' },
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
  names: { zh: '人员', en: 'Staff' },
  fact: 'staff',
  table: 'StaffMember',
  key: 'code',
  fields: [
    code,
    name,
    unit,
    window,
    { name: 'management', names: { zh: '管理人员', en: 'Manager' }, reads: 'flag' },
    { name: 'post', names: { zh: '岗位', en: 'Post' }, reads: 'list', values: lists.posts },
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
  names: { zh: '事项', en: 'Items' },
  fact: 'items',
  table: 'ItemVersion',
  key: 'versionCode',
  fields: [
    { name: 'item', names: { zh: '事项编码', en: 'Item code' }, reads: 'reference', refersTo: 'item', column: 'itemId', required: true, also: ['事项', '事项代码', '基本编码', '实施编码', 'itemCode'] },
    name,
    nameEn,
    { ...unit, required: true },
    window,
    { name: 'type', names: { zh: '办件类型', en: 'Case type' }, reads: 'list', values: lists.itemTypes, required: true, also: ['类型'], alsoValues: { instant: ['即办'], committed: ['承诺', '普通件'], joint: ['联办', '并联审批'], reported: ['上报'] } },
    { name: 'statutoryLimit', names: { zh: '法定时限', en: 'Statutory limit' }, reads: 'integer', least: 0, most: 10_000, also: ['法定办结时限', '法定期限', 'ANTICIPATE_DAY'] },
    { name: 'statutoryLimitUnit', names: { zh: '法定时限单位', en: 'Statutory unit' }, reads: 'list', values: lists.limitUnits },
    { name: 'committedLimit', names: { zh: '承诺时限', en: 'Committed limit' }, reads: 'integer', least: 0, most: 10_000, also: ['承诺办结时限', '承诺期限', 'PROMISE_DAY'] },
    { name: 'committedLimitUnit', names: { zh: '承诺时限单位', en: 'Committed unit' }, reads: 'list', values: lists.limitUnits },
    { name: 'instantCapable', names: { zh: '可即办', en: 'Can be instant' }, reads: 'flag' },
    { name: 'visits', names: { zh: '到现场次数', en: 'Visits' }, reads: 'integer', least: 0, most: 100, also: ['到办事现场次数', 'LIMIT_SCENE_NUM'] },
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
  names: { zh: '制度', en: 'Rules' },
  fact: 'regulations',
  table: 'Regulation',
  key: 'code',
  fields: [code, name, { name: 'area', names: { zh: '类别', en: 'Area' }, reads: 'list', values: lists.regulationAreas, required: true }, validFrom, validTo],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

/** 引述: a figure stated in words somewhere, to be shown beside the computed one. */
export const claimsTarget: Target = {
  name: 'claims',
  names: { zh: '引述', en: 'Claims' },
  fact: 'claims',
  table: 'Claim',
  key: 'code',
  fields: [
    code,
    { name: 'measure', names: { zh: '指标', en: 'Measure' }, reads: 'list', values: Object.fromEntries(measureIds.map(id => [id, measureNamed(id).names])), required: true },
    { name: 'sentence', names: { zh: '原文', en: 'Sentence' }, reads: 'text', required: true },
    { name: 'sentenceEn', names: { zh: '英文', en: 'In English' }, reads: 'text' },
    { name: 'valueMilli', names: { zh: '数值（千分之一）', en: 'Value in thousandths' }, reads: 'integer', required: true, least: -9e14, most: 9e14 },
    { name: 'source', names: { zh: '出处', en: 'Source' }, reads: 'text', required: true },
    { name: 'statedOn', names: { zh: '日期', en: 'Stated on' }, reads: 'day', required: true },
    validFrom,
    { ...validTo, required: true },
  ],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

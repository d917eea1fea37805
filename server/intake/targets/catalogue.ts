import type { DeclaredTarget } from './columnFields.ts'
import type { Target } from './target.ts'
import { measureIds, measureNamed, textOfDay } from '#measures'
import { lists } from '../../model/index.ts'
import { code, datesInOrder, name, nameEn, unit, validFrom, validTo, window } from './common.ts'

/** 进驻单位. */
export const unitsTarget: DeclaredTarget = {
  name: 'units',
  fact: 'units',
  fields: [
    code,
    name,
    nameEn,
    {
      name: 'rhythm',
      names: { zh: '报送周期', en: 'Reports' },
      reads: 'list',
      values: lists.rhythms,
    },
    validFrom,
    validTo,
  ],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

/** 窗口. */
export const windowsTarget: DeclaredTarget = {
  name: 'windows',
  fact: 'windows',
  fields: [code, name, nameEn, { ...unit, required: true }, { name: 'phone' }, validFrom, validTo],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

/** 人员. */
export const staffTarget: DeclaredTarget = {
  name: 'staff',
  fact: 'staff',
  fields: [code, name, unit, window, { name: 'management' }, { name: 'post' }, validFrom, validTo],
  derived: {},
  defaults: { management: false },
  derive: datesInOrder,
}

/** The business key of a version, computed before other columns. */
function versionCode(item: string, from: number): string {
  return `${item}@${textOfDay(from)}`
}

/** 事项: one row per version, valid from a date. */
export const itemsTarget: DeclaredTarget = {
  name: 'items',
  fact: 'items',
  fields: [
    {
      name: 'item',
      names: { zh: '事项编码', en: 'Item code' },
      refersTo: 'item',
      column: 'itemId',
      required: true,
    },
    name,
    nameEn,
    { ...unit, required: true },
    window,
    {
      name: 'type',
      required: true,
      alsoValues: {
        instant: ['即办'],
        committed: ['承诺', '普通件'],
        joint: ['联办', '并联审批'],
        reported: ['上报'],
      },
    },
    {
      name: 'statutoryLimit',
      least: 0,
      most: 10_000,
    },
    {
      name: 'statutoryLimitUnit',
    },
    {
      name: 'committedLimit',
      least: 0,
      most: 10_000,
    },
    {
      name: 'committedLimitUnit',
    },
    { name: 'instantCapable' },
    { name: 'documents' },
    {
      name: 'visits',
      least: 0,
      most: 100,
    },
    validFrom,
    validTo,
  ],
  keyOf: (texts, row) =>
    typeof row.validFrom === 'number' ? versionCode(texts.item ?? '', row.validFrom) : null,
  derived: { versionCode: 'text' },
  defaults: { statutoryLimitUnit: 'workingDay', committedLimitUnit: 'workingDay', instantCapable: false },
  derive: datesInOrder,
}

/** 制度. */
export const regulationsTarget: DeclaredTarget = {
  name: 'regulations',
  fact: 'regulations',
  fields: [
    code,
    name,
    {
      name: 'area',
      names: { zh: '类别', en: 'Area' },
      required: true,
    },
    { name: 'text' },
    { name: 'reviewDay' },
    validFrom,
    validTo,
  ],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

/** 引述: a stated figure, shown beside the computed one. */
export const claimsTarget: Target = {
  name: 'claims',
  names: { zh: '引述', en: 'Claims' },
  fact: 'claims',
  table: 'Claim',
  key: 'code',
  fields: [
    code,
    {
      name: 'measure',
      names: { zh: '指标', en: 'Measure' },
      reads: 'list',
      values: Object.fromEntries(measureIds.map(id => [id, measureNamed(id).names])),
      required: true,
    },
    { name: 'sentence', names: { zh: '原文', en: 'Sentence' }, reads: 'text', required: true },
    { name: 'sentenceEn', names: { zh: '英文', en: 'In English' }, reads: 'text' },
    {
      name: 'valueMilli',
      names: { zh: '数值（千分之一）', en: 'Value in thousandths' },
      reads: 'integer',
      required: true,
      least: -9e14,
      most: 9e14,
    },
    { name: 'source', names: { zh: '出处', en: 'Source' }, reads: 'text', required: true },
    {
      name: 'statedOn',
      names: { zh: '引述日期', en: 'Stated on' },
      reads: 'day',
      required: true,
    },
    validFrom,
    { ...validTo, required: true },
  ],
  derived: {},
  defaults: {},
  derive: datesInOrder,
}

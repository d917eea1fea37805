import type { Target } from '../target.ts'
import { measureIds, measureNamed, textOfDay } from '#measures'
import { unit, unitOfWindow, validFrom, validTo, window } from './common.ts'

/** 目标: what a measure is to reach between two dates, for the whole hall, a unit or a window. */
export const targetsTarget: Target = {
  name: 'targets',
  names: { zh: '目标', en: 'Targets' },
  fact: 'targets',
  table: 'Target',
  key: 'targetCode',
  fields: [
    { name: 'measure', names: { zh: '指标', en: 'Measure' }, reads: 'list', values: Object.fromEntries(measureIds.map(id => [id, measureNamed(id).names])), required: true, also: ['指标名称'] },
    unit,
    window,
    { name: 'value', names: { zh: '目标值', en: 'Target value' }, reads: 'decimal', column: 'valueMilli', required: true, least: -9e15, most: 9e15, also: ['目标', 'target'] },
    validFrom,
    { ...validTo, required: true },
  ],
  keyOf: (texts, row) => typeof row.validFrom === 'number' && typeof row.validTo === 'number' ? `${String(row.measure)}@${texts.window || texts.unit || '*'}@${textOfDay(row.validFrom)}..${textOfDay(row.validTo)}` : null,
  derived: { targetCode: 'text' },
  defaults: {},
  derive: (row, context) => Number(row.validTo) <= Number(row.validFrom) ? { field: 'validTo', reason: 'reversedDates' } : unitOfWindow(row, context),
}

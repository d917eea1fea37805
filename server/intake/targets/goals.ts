import type { Target } from './target.ts'
import { measureIds, measureNamed, textOfDay } from '#measures'
import { unit, unitOfWindow, validFrom, validTo, window } from './common.ts'

/** 目标: the value that a measure should reach between two dates, for the whole hall, a unit or a window. */
export const goalsTarget: Target = {
  name: 'targets',
  names: { zh: '目标', en: 'Targets' },
  fact: 'targets',
  table: 'Target',
  key: 'targetCode',
  fields: [
    {
      name: 'measure',
      names: { zh: '指标', en: 'Measure' },
      reads: 'list',
      values: Object.fromEntries(measureIds.map(id => [id, measureNamed(id).names])),
      required: true,
    },
    unit,
    window,
    {
      name: 'value',
      names: { zh: '目标值', en: 'Target value' },
      reads: 'decimal',
      column: 'valueMilli',
      required: true,
      least: -9e15,
      most: 9e15,
    },
    validFrom,
    { ...validTo, required: true },
  ],
  keyOf: (texts, { measure, validFrom: from, validTo: to }) => {
    if (typeof from !== 'number' || typeof to !== 'number') return null
    const place = texts.window || texts.unit || '*'
    return `${String(measure)}@${place}@${textOfDay(from)}..${textOfDay(to)}`
  },
  derived: { targetCode: 'text' },
  defaults: {},
  derive: (row, context) =>
    Number(row.validTo) <= Number(row.validFrom)
      ? { field: 'validTo', reason: 'reversedDates' }
      : unitOfWindow(row, context),
}

import type { MeasureId, Names } from '#measures'
import type { Threshold } from './limit.ts'
import type { Slots } from './slots.ts'
import { measureNamed } from '#measures'

type Said = Slots['thresholds'][number]
type Found = { threshold: Threshold; note: Names | null } | { problem: Names }

const wrongUnit = (id: MeasureId): { problem: Names } => ({
  problem: {
    zh: `“${measureNamed(id).names.zh}”的界限请用它本身的单位`,
    en: `please give the limit of “${measureNamed(id).names.en}” in its own unit`,
  },
})

/** A limit as a value of the measure: 99 % is 0.99, ten thousand yuan are a million 分. */
export function thresholdOf(said: Said, ids: readonly MeasureId[]): Found {
  const [id] = ids
  if (id === undefined || ids.length > 1)
    return { problem: { zh: '有界限时一次只问一个指标', en: 'with a limit, one figure at a time' } }
  const { unit } = measureNamed(id)
  const as = (value: number, note: Names | null = null): Found => ({
    threshold: { is: said.is, value },
    note,
  })
  const plain = said.unit === 'none' || said.unit === 'counted'
  switch (unit) {
    case 'percent':
      if (said.unit === 'percent') return as(said.value)
      return said.unit === 'none' && said.value > 1
        ? as(said.value / 100, { zh: `按 ${said.value}% 理解`, en: `taken as ${said.value}%` })
        : wrongUnit(id)
    case 'fen':
    case 'hundredths':
      return said.unit === 'yuan' || said.unit === 'tenThousand' ? as(said.value * 100) : wrongUnit(id)
    case 'workingDays':
      if (said.unit === 'workingDays') return as(said.value)
      return said.unit === 'days' || said.unit === 'none'
        ? as(said.value, { zh: '天数按工作日计', en: 'days are working days here' })
        : wrongUnit(id)
    case 'days':
      return said.unit === 'days' || said.unit === 'none' ? as(said.value) : wrongUnit(id)
    default:
      return plain || said.unit === 'tenThousand' ? as(said.value) : wrongUnit(id)
  }
}

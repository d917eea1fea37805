import { fences } from './fences.ts'
import { defineSignal, onTenderer } from './signal.ts'

interface Tally { classes: Set<string>, evidence: Set<string> }

/** R048: one supplier delivers everything. */
export const mixedSupplier = defineSignal({
  code: 'R048',
  names: { zh: '供应商经营过杂', en: 'Heterogeneous supplier' },
  question: { zh: '谁供应的品类异常繁多？', en: 'Who supplies an unusual variety of things?' },
  formula: { zh: '成交达一定次数的供应商中，一级品目数 ≥ Q3＋1.5 × IQR', en: 'among suppliers with enough awards: first-level item classes ≥ Q3 + 1.5 × IQR' },
  comparesPrices: false,
  find: (procedures, { classDigits, leastAwards, classes, leastValues }) => {
    const tallies = new Map<string, Tally>()
    for (const procedure of procedures) {
      for (const award of procedure.awards.filter(one => one.status === 'active')) {
        for (const supplier of award.suppliers) {
          const tally = tallies.get(supplier) ?? { classes: new Set(), evidence: new Set() }
          tallies.set(supplier, { classes: new Set([...tally.classes, ...award.classes.map(code => code.slice(0, classDigits))]), evidence: tally.evidence.add(procedure.id) })
        }
      }
    }
    const busy = [...tallies].filter(([, one]) => one.evidence.size >= leastAwards)
    const limit = classes ?? fences(busy.map(([, one]) => one.classes.size), leastValues)?.upper ?? null
    return limit === null ? [] : busy.filter(([, one]) => one.classes.size >= limit && one.classes.size > 1).map(([id, one]) => onTenderer(id, one.classes.size, [...one.evidence]))
  },
})

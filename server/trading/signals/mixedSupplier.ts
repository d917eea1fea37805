import type { Procedure } from './procedure.ts'
import { highLimit } from './fences.ts'
import { onlyMember } from './procedure.ts'
import { defineSignal, onTenderer } from './signal.ts'

interface SupplierClasses {
  classes: Set<string>
  evidence: Set<string>
}

/** First-level classes and procedures by supplier, over active awards with one supplier and known classes. */
function tallied(procedures: readonly Procedure[], digits: number): Map<string, SupplierClasses> {
  const tallies = new Map<string, SupplierClasses>()
  for (const procedure of procedures) {
    for (const award of procedure.awards) {
      const supplier = onlyMember(award.suppliers, award.members)
      if (award.status !== 'active' || supplier === null || award.classes.length === 0) continue
      const tally = tallies.get(supplier) ?? { classes: new Set(), evidence: new Set() }
      for (const code of award.classes) tally.classes.add([...code].slice(0, digits).join(''))
      tally.evidence.add(procedure.id)
      tallies.set(supplier, tally)
    }
  }
  return tallies
}

/** R048: a supplier with awards in unusually many classes. */
export const mixedSupplier = defineSignal({
  code: 'R048',
  names: { zh: '供应商经营过杂', en: 'Heterogeneous supplier' },
  question: { zh: '哪些供应商供应的品类异常多？', en: 'Which suppliers supply an unusual variety of goods?' },
  formula: {
    zh: '在一定数量的交易中成交的供应商，其一级品目数明显高出一般范围',
    en: 'among suppliers awarded in enough procedures: far more first-level item classes than usual',
  },
  limit: '≥ Q3 + 1.5 × IQR',
  comparesPrices: false,
  find: (procedures, { classDigits, leastAwards, classes, leastValues }) => {
    const busy = [...tallied(procedures, classDigits)].filter(
      ([, { evidence }]) => evidence.size >= leastAwards,
    )
    const limit = highLimit(
      busy.map(([, tally]) => tally.classes.size),
      classes,
      leastValues,
    )
    return busy
      .filter(([, tally]) => limit !== null && tally.classes.size >= limit)
      .map(([id, tally]) => onTenderer(id, tally.classes.size, [...tally.evidence]))
  },
})

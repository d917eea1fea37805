import type { Procedure } from './procedure.ts'
import type { SignalSettings } from './settings.ts'
import type { Flag, Subject } from './signal.ts'
import { fences } from './fences.ts'
import { submitted } from './procedure.ts'
import { defineSignal } from './signal.ts'

interface Tally { submitted: number, disqualified: number, evidence: Set<string> }

function tally(procedures: readonly Procedure[], subject: Subject): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const procedure of procedures) {
    for (const bid of submitted(procedure)) {
      const ids = subject === 'Tenderer' ? bid.tenderers : [subject === 'Buyer' ? procedure.buyer : procedure.procuringEntity].filter(id => id !== null)
      for (const id of ids) {
        const one = tallies.get(id) ?? { submitted: 0, disqualified: 0, evidence: new Set() }
        tallies.set(id, { submitted: one.submitted + 1, disqualified: one.disqualified + (bid.status === 'disqualified' ? 1 : 0), evidence: one.evidence.add(procedure.id) })
      }
    }
  }
  return tallies
}

function flagsOf(procedures: readonly Procedure[], subject: Subject, settings: SignalSettings): Flag[] {
  const { disqualifiedShare, leastValues, leastSubmitted, leastProcedures } = settings
  const shares = [...tally(procedures, subject)]
    .filter(([, one]) => one.submitted >= leastSubmitted && one.evidence.size >= leastProcedures)
    .map(([id, one]) => ({ subject, id, value: one.disqualified / one.submitted, evidence: [...one.evidence] }))
  const limit = disqualifiedShare ?? fences(shares.map(one => one.value), leastValues)?.upper ?? null
  // Nobody disqualified is never too many, wherever the fence lies.
  return limit === null ? [] : shares.filter(one => one.value >= limit && one.value > 0)
}

/** R038: bids are disqualified more often than elsewhere. */
export const manyDisqualified = defineSignal({
  code: 'R038',
  names: { zh: '否决投标偏多', en: 'Excessive disqualified bids' },
  question: { zh: '谁的投标被否决得异常多？', en: 'Where are bids disqualified unusually often?' },
  formula: { zh: '被否决 ÷ 递交的报价 ≥ Q3＋1.5 × IQR，按采购人、采购机构、投标人分别比较', en: 'disqualified ÷ submitted bids ≥ Q3 + 1.5 × IQR, among buyers, procuring entities and tenderers' },
  comparesPrices: false,
  find: (procedures, settings) => (['Buyer', 'ProcuringEntity', 'Tenderer'] as const).flatMap(subject => flagsOf(procedures, subject, settings)),
})

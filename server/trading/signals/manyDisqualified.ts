import type { Procedure } from './procedure.ts'
import type { SignalSettings } from './settings.ts'
import type { Flag, Subject } from './signal.ts'
import { highLimit } from './fences.ts'
import { submitted } from './procedure.ts'
import { defineSignal } from './signal.ts'

interface DisqualificationCount {
  submitted: number
  disqualified: number
  evidence: Set<string>
}

function countDisqualifications(
  procedures: readonly Procedure[],
  subject: Subject,
): Map<string, DisqualificationCount> {
  const counts = new Map<string, DisqualificationCount>()
  for (const procedure of procedures) {
    for (const bid of submitted(procedure)) {
      const ids =
        subject === 'Tenderer'
          ? bid.tenderers
          : [subject === 'Buyer' ? procedure.buyer : procedure.procuringEntity].filter(id => id !== null)
      for (const id of ids) {
        const before = counts.get(id) ?? { submitted: 0, disqualified: 0, evidence: new Set() }
        counts.set(id, {
          submitted: before.submitted + 1,
          disqualified: before.disqualified + (bid.status === 'disqualified' ? 1 : 0),
          evidence: before.evidence.add(procedure.id),
        })
      }
    }
  }
  return counts
}

function flagsOf(procedures: readonly Procedure[], subject: Subject, settings: SignalSettings): Flag[] {
  const { disqualifiedShare, leastValues, leastSubmitted, leastSubmittedBuyer } = settings
  const least = subject === 'Tenderer' ? leastSubmitted : leastSubmittedBuyer
  const shares = [...countDisqualifications(procedures, subject)]
    .filter(([, { submitted: bids }]) => bids >= least)
    .map(([id, { submitted: bids, disqualified, evidence }]) => ({
      subject,
      id,
      value: disqualified / bids,
      evidence: [...evidence],
    }))
  const limit = highLimit(
    shares.map(({ value }) => value),
    disqualifiedShare,
    leastValues,
  )
  return shares.filter(({ value }) => limit !== null && value >= limit)
}

/** R038: an unusually large share of bids is disqualified. */
export const manyDisqualified = defineSignal({
  code: 'R038',
  names: { zh: '否决投标偏多', en: 'Excessive disqualified bids' },
  question: { zh: '哪些单位或投标人的否决投标异常多？', en: 'Where are bids disqualified unusually often?' },
  formula: {
    zh: '被否决 ÷ 递交的报价，明显高出一般范围，按采购人、采购机构、投标人分别比较',
    en: 'disqualified ÷ submitted bids, far above the usual range of buyers, entities or tenderers',
  },
  limit: '≥ Q3 + 1.5 × IQR',
  comparesPrices: false,
  find: (procedures, settings) =>
    (['Buyer', 'ProcuringEntity', 'Tenderer'] as const).flatMap(subject =>
      flagsOf(procedures, subject, settings),
    ),
})

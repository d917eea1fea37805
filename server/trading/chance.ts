import type { LedgerFinding } from './hall/index.ts'
import { binomialTails, discoveries } from '#measures'

/** The probability of a finding by chance alone. */
const probabilityOf = (chance: NonNullable<LedgerFinding['chance']>): number =>
  typeof chance === 'number' ? chance : binomialTails(chance.times, chance.of, chance.share)

/**
 * Keeps the findings that chance does not explain, with the false discovery rate controlled over all
 * candidates; the strongest evidence about the most trades comes first. Findings that are plain records, such
 * as an award above its ceiling, have no probability and are all kept.
 */
export function withinBudget(findings: readonly LedgerFinding[], lookedAt: number): LedgerFinding[] {
  const plain = findings.filter(({ chance }) => chance === undefined)
  const judged = findings
    .flatMap(finding => (finding.chance === undefined ? [] : [{ finding, p: probabilityOf(finding.chance) }]))
    .toSorted((a, b) => a.p - b.p)
  const others = Array.from({ length: Math.max(0, lookedAt - judged.length) }, () => 1)
  const named = judged.slice(0, discoveries([...judged.map(({ p }) => p), ...others]))
  const weight = ({ finding, p }: (typeof named)[number]): number =>
    -Math.log10(Math.max(p, 1e-300)) * finding.trades.length
  return [
    ...named.toSorted((a, b) => weight(b) - weight(a)).map(({ finding }) => finding),
    ...plain.toSorted((a, b) => b.trades.length - a.trades.length),
  ]
}

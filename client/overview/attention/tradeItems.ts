import type { Outputs } from '../../data/trpc.ts'
import type { Say } from '../../ui/figureWords.ts'
import type { AttentionItem } from './item.ts'
import { moneyOf } from '#measures'
import { listed } from '../../ui/listed.ts'

type Signals = Outputs['trading']['signals']

/** Works and procurement whose award or accepted bid is above the price ceiling. */
export function ceilingItem({ signals }: Signals, say: Say): AttentionItem[] {
  const { t, language } = say
  const findings = signals.find(signal => signal.id === 'aboveCeiling')?.findings ?? []
  const [most] = findings.toSorted((a, b) => b.value - a.value)
  if (!most) return []
  const excess = moneyOf(most.value, { ...say, currency: most.currency ?? say.currency })
  const [code] = most.trades
  return [
    {
      key: 'ceiling',
      amount: excess.text,
      unit: t('attention.above', { unit: excess.unit }),
      title: t('attention.ceiling', { count: findings.length }),
      detail: t('attention.ceilingDetail', { name: most.subject, note: most.note?.[language] ?? '' }),
      owner: t('attention.tradingCentre'),
      next: t('attention.ceilingNext'),
      urgent: true,
      measure: 'awardsAboveCeiling',
      figure: null,
      subject: t('attention.ceilingSubject', { count: findings.length }),
      fault: t('attention.ceilingFault', { excess: `${excess.text} ${excess.unit}` }),
      to:
        findings.length === 1 && code !== undefined
          ? { name: 'trade', params: { code } }
          : { name: 'trading', query: { signal: 'aboveCeiling' }, hash: '#signals' },
    },
  ]
}

/** The other signals of the ledger, which are questions to ask, as one item. */
export function otherSignals({ signals }: Signals, say: Say): AttentionItem[] {
  const { t, language } = say
  const raised = signals.filter(signal => signal.id !== 'aboveCeiling' && signal.findings.length > 0)
  if (raised.length === 0) return []
  const names = raised.map(signal => signal.names[language])
  const apart = signals.find(signal => signal.id === 'aboveCeiling')?.findings.length ? 1 : 0
  return [
    {
      key: 'signals',
      amount: String(raised.length),
      unit: t('attention.signals'),
      title: t('attention.otherSignals'),
      detail: t('attention.signalsDetail', {
        names: listed(names, say),
        all: raised.length + apart,
        apart,
      }),
      owner: t('attention.tradingCentre'),
      next: t('attention.signalsNext'),
      urgent: false,
      measure: null,
      figure: null,
      subject: t('attention.otherSignals'),
      fault: t('attention.signalsFault', { count: raised.length }),
      to: { name: 'trading', hash: '#signals' },
    },
  ]
}

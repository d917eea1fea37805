import type { Outputs } from '../data/trpc.ts'
import type { Say } from '../ui/figureWords.ts'

type TradeCard = Outputs['trading']['trade']

/** A next step for a trade. */
export interface NextStep {
  key: string
  text: string
  owner: string
  urgent: boolean
}

/** Signals with a next step of their own; for all others the files are examined. */
const named = ['aboveCeiling', 'highestWinner', 'awardWithoutBase', 'R036'] as const
const lastSteps = ['publishedDay', 'contractedDay'] as const

/** The next steps for a trade: those of its signals, open objections, and missing dates. */
export function nextSteps(card: TradeCard, { t, language }: Say): NextStep[] {
  const ids = new Set<string>(card.signals.map(signal => signal.id))
  const centre = t('attention.tradingCentre')
  const asked = named.filter(id => ids.has(id))
  const others = [...ids].filter(id => !(named as readonly string[]).includes(id))
  const open = card.objections.filter(objection => objection.result === 'pending').length
  const recorded = new Set<string>(card.timeline.map(entry => entry.step))
  const lacking = card.trade.outcome === 'concluded' ? lastSteps.filter(step => !recorded.has(step)) : []
  return [
    ...asked.map(id => ({ key: id, text: t(`trading.next.${id}`), owner: centre, urgent: true })),
    ...(others.length > 0
      ? [
          {
            key: 'others',
            text: t('trading.next.others', { count: others.length }),
            owner: centre,
            urgent: false,
          },
        ]
      : []),
    ...(open > 0
      ? [{ key: 'open', text: t('trading.next.open', { count: open }), owner: centre, urgent: true }]
      : []),
    ...(lacking.length > 0
      ? [
          {
            key: 'lacking',
            text: t('trading.next.lacking', {
              steps: lacking.map(step => t(`trading.steps.${step}`)).join(language === 'zh' ? '、' : ', '),
            }),
            owner: card.trade.agent ?? card.trade.buyer ?? centre,
            urgent: false,
          },
        ]
      : []),
  ]
}

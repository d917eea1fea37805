import { bids } from '../../facts/index.ts'
import { defineMeasure } from '../measure.ts'
import { count } from '../part.ts'

/** Share of bids that were disqualified (Cardinal R038). */
export const disqualifiedBidShare = defineMeasure({
  kind: 'ratio',
  names: { zh: '否决投标率', en: 'Share of bids disqualified' },
  question: {
    zh: '递交的报价中，有多大比例被否决？',
    en: 'Of the bids handed in, what share was disqualified?',
  },
  formula: {
    zh: '被否决的报价 ÷ 递交的报价（不含撤回）',
    en: 'Disqualified ÷ handed in, withdrawn ones left out',
  },
  source: 'Open Contracting Partnership, Cardinal R038',
  unit: 'percent',
  better: 'neutral',
  numerator: count(bids, { during: 'opened', when: ['disqualified'] }),
  denominator: count(bids, { during: 'opened', when: ['submitted'] }),
})

import type { MeasureId } from '#measures'
import type { TemplateName } from './given.ts'

/** What the tables of a regular issue hold. */
export const tables: Record<'cases' | 'trades' | 'months' | 'units' | 'ledger' | 'special', MeasureId[]> = {
  cases: [
    'casesReceived',
    'casesAccepted',
    'casesCompleted',
    'onTimeRate',
    'earlyRate',
    'instantCaseShare',
    'sameDayRate',
    'averageHandlingTime',
    'openCases',
    'overdueOpenCases',
  ],
  trades: [
    'tradesConcluded',
    'tradeAmount',
    'tradeBase',
    'savings',
    'savingsRate',
    'landGain',
    'premiumRate',
    'peakTradesPerDay',
    'tradeFailureRate',
    'exactlyThreeShare',
  ],
  months: [
    'casesAccepted',
    'casesCompleted',
    'onTimeRate',
    'averageHandlingTime',
    'tradesConcluded',
    'savings',
  ],
  ledger: ['tradesConcluded', 'tradeBase', 'tradeAmount', 'savings', 'savingsRate'],
  special: [
    'casesReceived',
    'casesAccepted',
    'casesCompleted',
    'onTimeRate',
    'instantCaseShare',
    'averageHandlingTime',
    'tradesConcluded',
    'tradeAmount',
    'savings',
    'savingsRate',
    'tradeFailureRate',
    'banners',
    'letters',
    'complaints',
  ],
  units: ['casesAccepted', 'casesCompleted', 'onTimeRate', 'averageHandlingTime'],
}

/** How a regular issue is called, and whether each month has a part of its own. */
export interface RegularForm {
  title: string
  template: TemplateName
  byMonth: boolean
}

import type { MeasureId } from '#measures'
import type { TemplateName } from './given.ts'

/** The tables of a regular issue. */
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

/** The name of a regular issue, and whether it has a part for each month. */
export interface RegularForm {
  title: string
  template: TemplateName
  byMonth: boolean
}

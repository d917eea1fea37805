/**
 * The settings of the published signals. `publishedSettings` has the defaults, `hallSettings` those for a
 * hall.
 */
export interface SignalSettings {
  /** Methods (details) that are ignored. */
  exclude: readonly string[]
  /** Methods (details) in which price does not decide alone, so that prices are not compared. */
  noPriceComparison: readonly string[]
  /** If not empty, prices are compared only in these methods (details). */
  priceComparison: readonly string[]
  /** The currency in which prices are compared; null for the first one found. */
  currency: string | null
  /** The least number of values for finding outliers. */
  leastValues: number
  /** R003: the limit in whole days, in general and by method details. */
  shortDays: number
  shortDaysOf: Readonly<Record<string, number>>
  /** R003: the methods that are examined; null for all, including unknown ones. */
  shortMethods: readonly string[] | null
  /** R018: the methods in which one bid is a signal. */
  singleMethods: readonly string[]
  /** R024, R058: a fixed share instead of an outlier. */
  closeShare: number | null
  discountShare: number | null
  /**
   * R025: the percentile of bids from which a tenderer counts as frequent, and a fixed share instead of an
   * outlier.
   */
  frequentPercentile: number
  winShare: number | null
  /** R035: the least number of disqualified tenderers. */
  leastDisqualified: number
  /**
   * R038: a fixed share instead of an outlier, and the least number of submitted bids of a tenderer or buyer.
   */
  disqualifiedShare: number | null
  leastSubmitted: number
  leastSubmittedBuyer: number
  /**
   * R048: the digits of a class, the least number of procedures that a supplier has won, and a fixed number
   * of classes instead of an outlier.
   */
  classDigits: number
  leastAwards: number
  classes: number | null
}

/**
 * The defaults of Cardinal 0.0.8 (Open Contracting Partnership), with which its published results are
 * reproduced.
 */
export const publishedSettings: SignalSettings = {
  exclude: [],
  noPriceComparison: [],
  priceComparison: [],
  currency: null,
  leastValues: 1,
  shortDays: 15,
  shortDaysOf: {},
  shortMethods: null,
  singleMethods: ['open', 'selective'],
  closeShare: null,
  discountShare: null,
  frequentPercentile: 75,
  winShare: null,
  leastDisqualified: 1,
  disqualifiedShare: null,
  leastSubmitted: 2,
  leastSubmittedBuyer: 2,
  classDigits: 2,
  leastAwards: 20,
  classes: null,
}

/**
 * The settings for a hall: twenty days for tenders of works (招标投标法 24), and no outliers among fewer than
 * twenty procedures (docs/domain.md section 5.1).
 */
export const hallSettings: SignalSettings = {
  ...publishedSettings,
  shortDays: 20,
  leastValues: 20,
}

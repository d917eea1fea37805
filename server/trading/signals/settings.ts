/** What may be set; each has the published default, with the hall's own law where a hall asks. */
export interface SignalSettings {
  /** Methods (details) that are left out altogether. */
  exclude: readonly string[]
  /** Methods (details) in which price alone does not decide, so that prices are not compared. */
  noPriceComparison: readonly string[]
  /** Methods (details) in which alone prices are compared; where none is named, all but those above. */
  priceComparison: readonly string[]
  /** The currency in which prices are compared; null: the first that is met. */
  currency: string | null
  /** Outliers need this many comparable values. */
  leastValues: number
  /** R003: whole days, for all methods, or for some by their details. */
  shortDays: number
  shortDaysOf: Readonly<Record<string, number>>
  /** R003: the methods that are looked at; null: all, even unknown ones. */
  shortMethods: readonly string[] | null
  /** R018: the methods in which one bid is a signal. */
  singleMethods: readonly string[]
  /** R024, R058: a fixed share instead of an outlier. */
  closeShare: number | null
  discountShare: number | null
  /**
   * R025: from which percentile of bids on a tenderer counts as frequent, and a fixed share instead of
   * an outlier.
   */
  frequentPercentile: number
  winShare: number | null
  /** R035: disqualified tenderers beside the winner. */
  leastDisqualified: number
  /**
   * R038: a fixed share instead of an outlier, and how many submitted bids a tenderer, or a buyer, must
   * have.
   */
  disqualifiedShare: number | null
  leastSubmitted: number
  leastSubmittedBuyer: number
  /**
   * R048: digits of a class, procedures a supplier must have won, and a fixed number instead of an
   * outlier.
   */
  classDigits: number
  leastAwards: number
  classes: number | null
}

/**
 * The defaults of Cardinal 0.0.8 (Open Contracting Partnership), under which its published results come
 * out.
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
 * In a hall: twenty days for tenders of works (招标投标法 24), and no outlier among fewer than twenty
 * procedures (docs/domain.md section 5.1).
 */
export const hallSettings: SignalSettings = {
  ...publishedSettings,
  shortDays: 20,
  leastValues: 20,
}

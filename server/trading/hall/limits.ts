/**
 * The thresholds of the hall's own signals. Shares are between 0 and 1, money is in hundredths of the
 * currency.
 */
export const hallLimits = {
  /** The least number of accepted bids for the highest to be reported: as many as a tender requires. */
  comparedBids: 3,
  /** Awards closer to the ceiling than this share are reported. */
  nearCeilingShare: 0.005,
  /** 招标投标法 24: the least number of days from the documents to the deadline. */
  tenderDays: 20,
  /** The least number of awards of a supplier, all from one buyer. */
  soleAwards: 3,
  /** With fewer awards, concentration follows from their number alone. */
  concentrationAwards: 4,
  concentrationIndex: 0.25,
  /** How often a pair must bid together, and in what share of the procedures of either. */
  togetherTimes: 5,
  togetherShare: 0.6,
  /**
   * Within how many days purchases of one buyer may have been split, and how far below the threshold counts
   * as just below.
   */
  splittingDays: 60,
  splittingShare: 0.1,
} as const

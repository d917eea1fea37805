/**
 * The limits of the hall's own signals, in one place. Shares are of one, money in hundredths of the
 * currency.
 */
export const hallLimits = {
  /** Of fewer bids nobody is said to be the dearest: a tender wants at least so many. */
  comparedBids: 3,
  /** Less than this below the ceiling is hardly a saving. */
  nearCeilingShare: 0.005,
  /** 招标投标法 24: at least so many days from the documents to the deadline. */
  tenderDays: 20,
  /** So many awards of one supplier, all from one buyer. */
  soleAwards: 3,
  /** Fewer awards than this are concentrated by their number alone. */
  concentrationAwards: 4,
  concentrationIndex: 0.25,
  /** So often together, and in at least this share of the procedures of either. */
  togetherTimes: 5,
  togetherShare: 0.6,
  /**
   * Within how many days purchases of one buyer may be one, and how far below the threshold is just
   * below.
   */
  splittingDays: 60,
  splittingShare: 0.1,
} as const

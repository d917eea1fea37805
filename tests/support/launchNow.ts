/**
 * The instant at which tests see the demo county's launch months: the middle of 2013, when all their cases
 * are completed.
 */
export const launchNow = '2013-06-30T00:00:00Z'

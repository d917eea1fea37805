/**
 * The demo county's launch months, seen from the middle of 2013, when every one of their cases is long
 * done.
 */
export const launchNow = '2013-06-30T00:00:00Z'

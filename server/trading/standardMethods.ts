/**
 * Methods of the law as methods of the Open Contracting standard (公共资源交易统计口径 3.2); auctions and
 * listings have none.
 */
export const standardMethods: Readonly<Record<string, string>> = {
  openTender: 'open',
  invitedTender: 'limited',
  negotiation: 'limited',
  consultation: 'limited',
  inquiry: 'limited',
  singleSource: 'direct',
}

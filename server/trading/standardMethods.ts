/**
 * The equivalents of legal methods in the Open Contracting standard (公共资源交易统计口径 3.2). Auctions and listings
 * have none.
 */
export const standardMethods: Readonly<Record<string, string>> = {
  openTender: 'open',
  invitedTender: 'limited',
  negotiation: 'limited',
  consultation: 'limited',
  inquiry: 'limited',
  singleSource: 'direct',
}

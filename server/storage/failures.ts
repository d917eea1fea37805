const lostConnection = /^(?:ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|P1001|P1002|P1017|57P0|08)/
const lostWords = [
  /Connection terminated|terminating connection|not queryable|Can't reach database|ECONNREFUSED/,
  /the database system is (?:starting up|shutting down|in recovery|not yet accepting)/,
  /Code: `(?:57P0|08)/,
]
const fullCodes = /^(?:ENOSPC|EDQUOT|53100)$/

interface Link {
  code?: unknown
  message?: unknown
  cause?: unknown
}

function someLink(error: unknown, fits: (link: Link) => boolean): boolean {
  for (let at = error as Link | undefined; at && typeof at === 'object'; at = at.cause as Link | undefined) {
    if (fits(at)) return true
  }
  return false
}

/**
 * True where an error, or one of its causes, means that the database is unreachable, whichever library
 * reports it.
 */
export function isConnectionFailure(error: unknown): boolean {
  return someLink(
    error,
    link =>
      lostConnection.test(String(link.code ?? '')) ||
      lostWords.some(words => words.test(String(link.message ?? ''))),
  )
}

/**
 * True where an error, or one of its causes, means that a disk is full: the database's or the product's own.
 */
export function isDiskFull(error: unknown): boolean {
  return someLink(
    error,
    link =>
      fullCodes.test(String(link.code ?? '')) ||
      /no space left on device|could not (?:extend|write to) file/i.test(String(link.message ?? '')),
  )
}

const idle = new Set(['the', 'of', 'a', 'an', 'in', 'for', 'is', 'by', 'w', 'with', 'and', 'or'])
const synonyms: Record<string, string> = {
  datetime: 'date',
  dt: 'date',
  dttm: 'date',
  time: 'date',
  timestamp: 'date',
  at: 'date',
  on: 'date',
  no: 'number',
  nr: 'number',
  id: 'number',
  ref: 'number',
  key: 'number',
  dept: 'department',
  amt: 'amount',
  num: 'number',
  creation: 'create',
  completion: 'complete',
  approved: 'approval',
  desc: 'description',
  descr: 'description',
  nm: 'name',
  generated: 'create',
  init: 'create',
  initiated: 'create',
  logged: 'create',
  entered: 'create',
  applied: 'create',
  reported: 'create',
}

/** Compound words that some systems write without a gap: DATETIMECLOSED, closedate. */
const gluedDate = /^(datetime|date)([a-z]{3,})$|^([a-z]{3,})(datetime|date)$/

/** Words of headings without gaps: servicerequestnum, contractno. Longest first. */
const parts = [
  'application',
  'description',
  'department',
  'complaint',
  'completed',
  'contract',
  'supplier',
  'category',
  'service',
  'request',
  'project',
  'created',
  'ticket',
  'permit',
  'record',
  'vendor',
  'agency',
  'status',
  'closed',
  'issued',
  'opened',
  'amount',
  'number',
  'award',
  'total',
  'case',
  'code',
  'date',
  'dept',
  'desc',
  'name',
  'open',
  'type',
  'amt',
  'due',
  'num',
  'id',
  'no',
]
const onlyParts = new RegExp(`^(?:${parts.join('|')})+$`)

/** Splits a text that consists only of `parts`; other texts stay one word. */
function unglued(text: string): string[] {
  const first = parts.find(part => text.startsWith(part) && onlyParts.test(text.slice(part.length)))
  return first === undefined ? [text] : [first, ...unglued(text.slice(first.length))]
}

const splitWord = (word: string): string[] => {
  const apart = unglued(word)
  return apart.length > 1 ? apart : (gluedDate.exec(word)?.slice(1).filter(Boolean) ?? [word])
}

/**
 * The distinct words of a Latin heading, whatever separates them: closed_date, Closed Date and closedDate are
 * equal. Contract # is a contract number.
 */
export function wordsOf(text: string): string[] {
  const words = text
    .replaceAll(/[([][^)\]]*[)\]]/g, '')
    .replaceAll('#', ' number ')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .flatMap(splitWord)
    .filter(word => word !== '' && !idle.has(word))
    .map(word => synonyms[word] ?? word.replace(/(?<=\w{3})(?:d|s)$/, ''))
  return [...new Set(words)]
}

import type { Finding } from './finding.ts'
import { plainWidth } from '../rows/keyText.ts'
import { formatReader, plainReader, serialFormat } from '../rows/timeText.ts'
import { guess, someOf, sure } from './finding.ts'

/** The least share of texts that a format must match for a column to use it. */
const leastOwn = 0.5
const clocks = ['', ' HH:mm', ' HH:mm:ss', ' hh:mm A', ' hh:mm:ss A']
const ordered = ['/', '-', '.'].flatMap(mark =>
  [
    ['MM', 'DD'],
    ['DD', 'MM'],
  ].flatMap(order => clocks.map(clock => `${order.join(mark)}${mark}YYYY${clock}`)),
)

const named = ['DD MMM YYYY', 'DD-MMM-YYYY', 'MMM DD, YYYY', 'MMM DD YYYY'].flatMap(form =>
  clocks.map(clock => `${form}${clock}`),
)

/** Time formats that are tried, besides those recognised without a format. */
export const timeFormats: readonly string[] = [
  'YYYYMMDD',
  'YYYYMMDDHHmm',
  'YYYYMMDDHHmmss',
  ...ordered,
  ...named,
]

const otherOrder = (format: string): string =>
  format.startsWith('MM') ? format.replace(/^MM(.)DD/, 'DD$1MM') : format.replace(/^DD(.)MM/, 'MM$1DD')
const shareRead = (texts: readonly string[], read: (text: string) => unknown): number =>
  texts.filter(text => read(text) !== null).length / texts.length

/** Chooses between two orders of day and month that both match some texts. */
type Prefer = (formats: readonly [string, string], texts: readonly string[]) => string

/** Prefers the order with fewer days after a given day; where they are equal, one that another column has. */
export const earlier =
  (today: number, dates: readonly string[]): Prefer =>
  (formats, texts) => {
    const after = formats.map(format => {
      const read = formatReader(format)
      return texts.filter(text => {
        const time = read(text)
        return time !== null && 'day' in time && time.day > today
      }).length
    })
    const [first, second] = formats
    if (after[0] !== after[1]) return (after[0] ?? 0) < (after[1] ?? 0) ? first : second
    return dates.some(text => text.slice(0, 2) === second.slice(0, 2)) ? second : first
  }

/** Detects the time format of a column from a sample; `format` is null where none is needed. */
export function timeFormatOf(
  column: string,
  written: readonly string[],
  prefer: Prefer = ([first]) => first,
): { format: string | null; findings: Finding[] } {
  const texts = written.map(plainWidth)
  if (texts.length === 0 || shareRead(texts, plainReader) === 1) return { format: null, findings: [] }
  const scored = [...timeFormats, serialFormat]
    .map(format => {
      const read = formatReader(format)
      return { format, share: shareRead(texts, text => read(text) ?? plainReader(text)) }
    })
    .sort((a, b) => b.share - a.share)
  const [best] = scored
  const plain = shareRead(texts, plainReader)
  // A format that hardly any text has is a typing error in those texts and not the column's format.
  const chosen =
    best && best.share > plain && shareRead(texts, formatReader(best.format)) >= leastOwn ? best : null
  const unread = texts.find(
    text => plainReader(text) === null && (chosen === null || formatReader(chosen.format)(text) === null),
  )
  const findings =
    unread === undefined ? [] : [guess('timeUnreadable', { column, example: unread.slice(0, 60) })]
  if (chosen === null) return { format: null, findings }
  if (chosen.format === serialFormat)
    return { format: serialFormat, findings: [guess('serialDates', { column }, someOf(texts)), ...findings] }
  const ambiguous = scored.some(
    candidate =>
      candidate.format === otherOrder(chosen.format) &&
      candidate.format !== chosen.format &&
      candidate.share === chosen.share,
  )
  const format = ambiguous ? prefer([chosen.format, otherOrder(chosen.format)], texts) : chosen.format
  return {
    format,
    findings: [
      ambiguous
        ? guess('timeOrderGuess', { column, chosen: format }, someOf(texts))
        : sure('timeFormat', { column, chosen: format }),
      ...findings,
    ],
  }
}

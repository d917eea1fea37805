import sax from 'sax'

/** Number formats that come with every spreadsheet and mean a date or a time (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** True for a format such as yyyy-mm-dd hh:mm; texts in quotes, colours and locales in brackets do not count. */
function isDateFormat(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|\[(?![hms])[^\]]*\]/gi, '').split(';')[0] ?? ''
  return /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replaceAll(/s\.0+/gi, ''))
}

/** Which cell styles show their number as a date, by place. */
export function dateStyles(xml: string): boolean[] {
  const custom = new Map<number, string>()
  const styles: boolean[] = []
  let within = false
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) => {
    const id = Number(attributes.numFmtId)
    if (name === 'numFmt')
      custom.set(id, String(attributes.formatCode))
    else if (name === 'cellXfs')
      within = true
    else if (name === 'xf' && within)
      styles.push(custom.has(id) ? isDateFormat(custom.get(id) ?? '') : builtIn.has(id))
  }
  parser.onclosetag = (name) => {
    within &&= name !== 'cellXfs'
  }
  parser.write(xml).close()
  return styles
}

const msPerDay = 86_400_000
const firstDay = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
const two = (n: number): string => String(n).padStart(2, '0')

/** A spreadsheet's day number as 2012-08-08 or 2012-08-08 09:05:00; null for what is no day since 1900. */
export function dateText(serial: number, epoch: 1900 | 1904): string | null {
  if (!(serial >= 0 && serial < 2_958_466))
    return null
  // The 1900 system counts a 29 February that never was; days before it are one off.
  const days = epoch === 1900 && serial < 60 ? serial + 1 : serial
  const date = new Date(firstDay[epoch] + Math.round(days * 86_400) * 1000)
  const day = date.toISOString().slice(0, 10)
  const rest = date.getTime() % msPerDay
  return rest === 0 ? day : `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
}

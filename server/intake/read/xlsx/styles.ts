import sax from 'sax'

/** The built-in number formats of spreadsheets (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const builtIn: Record<number, string> = { 9: '0%', 10: '0.00%' }
for (const id of [
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])
  builtIn[id] = 'yyyy-mm-dd'

/** The number format of each cell style, by index. */
export function cellFormats(xml: string): string[] {
  const custom = new Map<number, string>()
  const formats: string[] = []
  let within = false
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) => {
    const id = Number(attributes.numFmtId)
    if (name === 'numFmt') custom.set(id, String(attributes.formatCode))
    else if (name === 'cellXfs') within = true
    else if (name === 'xf' && within) formats.push(custom.get(id) ?? builtIn[id] ?? 'General')
  }
  parser.onclosetag = name => {
    within &&= name !== 'cellXfs'
  }
  parser.write(xml).close()
  return formats
}

import sax from 'sax'

/** An XML element: its name without prefix, its text unescaped. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  /** Its direct text. */
  text: string
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * The elements of some names, as a document reader sees them: any prefix, with character references resolved.
 * Throws where the text is not XML.
 */
export function elementsIn(xml: string, names: ReadonlySet<string>): XmlElement[] {
  const elements: XmlElement[] = []
  const open: (XmlElement | null)[] = []
  const parser = sax.parser(true)
  parser.onerror = error => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    const local = localName(name)
    if (!names.has(local)) return void open.push(null)
    const own = Object.entries(attributes).map(([key, value]) => [localName(key), String(value)] as const)
    const element: XmlElement = { name: local, attributes: Object.fromEntries(own), text: '' }
    elements.push(element)
    open.push(element)
  }
  const add = (text: string): void => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.ontext = add
  parser.oncdata = add
  parser.onclosetag = () => void open.pop()
  parser.write(xml).close()
  return elements
}

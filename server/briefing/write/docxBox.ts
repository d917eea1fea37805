import type { Table } from 'docx'
import type { Made } from './docxParts.ts'
import { LineRuleType, Paragraph, Run, XmlComponent } from 'docx'

/** An XML element for which the library has no class. */
class Element extends XmlComponent {
  constructor(name: string, attributes: Record<string, string>, children: readonly XmlComponent[]) {
    super(name)
    this.root.push({ _attr: attributes }, ...children)
  }
}

class DrawnRun extends Run {
  constructor(drawn: XmlComponent) {
    super({})
    this.root.push(drawn)
  }
}

const points = (twentieths: number): string => `${twentieths / 20}pt`

/** The position of a box from the corner of the page, and its size, in twentieths of a point. */
interface BoxPlace {
  left: number
  top: number
  width: number
  height: number
}

/**
 * A box without a border at a fixed position of the page. It is anchored to a line as high as the box, which
 * moves to the next page where the box would overlap the text. The box is VML, which every program shows
 * alike: the library's own boxes always have a border, and a name that changes with each copy.
 */
export function boxAt(
  { left, top, width, height }: BoxPlace,
  { name, content }: { name: string; content: Made },
): Paragraph {
  const style = [
    'position:absolute',
    `margin-left:${points(left)}`,
    `margin-top:${points(top)}`,
    `width:${points(width)}`,
    `height:${points(height)}`,
    'mso-position-horizontal-relative:page',
    'mso-position-vertical-relative:page',
  ].join(';')
  const inner: XmlComponent[] = content.map((block: Paragraph | Table) => block)
  const text = new Element('v:textbox', { inset: '0,0,0,0' }, [new Element('w:txbxContent', {}, inner)])
  const shape = new Element('v:shape', { id: name, type: '#_x0000_t202', style, stroked: 'f', filled: 'f' }, [
    text,
  ])
  return new Paragraph({
    spacing: { line: height, lineRule: LineRuleType.EXACT },
    children: [new DrawnRun(new Element('w:pict', {}, [shape]))],
  })
}

import type { Buffer } from 'node:buffer'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { conditionForms, otherwise, rewritten } from './lexed.ts'

/** What the paragraph of a field looks like: what is put in its place takes that over. */
export interface FieldLook {
  /** The paragraph's style, as XML; empty where it has none. */
  style: string
  /** Its own spacing, indent and alignment beside the style, as XML; empty where it has none. */
  direct: string
  /** What the field's own letters look like, as XML. */
  letters: string
}

/** The value of a field as it is written: text, XML of paragraphs, or whether a condition holds. */
type ValueOf = (field: string, look: FieldLook) => string | boolean

/** A property of a paragraph in the XML before a field of it: properties stand before the first run. */
function propertyOf(before: string, name: string): string {
  const [properties = ''] = /<w:pPr>.*?<\/w:pPr>/s.exec(before) ?? []
  const own = properties.replace(/<w:rPr>.*?<\/w:rPr>/s, '')
  return new RegExp(`<w:${name} [^<>]*/>`).exec(own)?.[0] ?? ''
}

/** `expanded` holds what stood before and behind the field; the types of the library lack one level. */
function lookOf({ expanded }: Docxtemplater.DXT.Part): FieldLook {
  const [parts = []] = (expanded ?? []) as unknown as { value?: string }[][]
  const before = parts.map(({ value = '' }) => value).join('')
  const letters = before.slice(Math.max(before.lastIndexOf('<w:r>'), before.lastIndexOf('<w:r ')))
  return {
    style: /<w:pStyle\b[^>]*\/>/.exec(before)?.[0] ?? '',
    direct: ['spacing', 'ind', 'jc'].map(name => propertyOf(before, name)).join(''),
    letters: /<w:rPr>.*?<\/w:rPr>/s.exec(letters)?.[0] ?? '',
  }
}

/** Fields that are more than text: those that take the place of their paragraph, and conditions. */
const patterns = {
  blocks: /^(?:(?:表|图|table|chart)\s*[:：]|(?:正文|text|口径说明|definitions)$)/i,
  start: new RegExp(`${conditionForms.start.source}|^${otherwise}`, 'i'),
  end: conditionForms.end,
}
const first = 10

/** The value of a field is found by its own text; the beginning and the end of a condition need one name. */
const matcher = (kind: keyof typeof patterns, module: string, more: Record<string, unknown>): unknown[] => [
  (field: string) => patterns[kind].test(field.trim()),
  module,
  () => ({ ...more, value: kind === 'blocks' ? kind : 'if', priority: first }),
]

/** Our names for what the library writes as #, / and @; it wants a fresh one for each document. */
const fieldNames = (): Docxtemplater.DXT.Module => ({
  name: 'FieldNames',
  preparse: pieces => rewritten(pieces as Parameters<typeof rewritten>[0]),
  // The types of the library know prefixes alone.
  matchers: () =>
    [
      matcher('blocks', 'rawxml', {}),
      matcher('start', 'loop', { expandTo: 'auto', location: 'start', inverted: false }),
      matcher('end', 'loop', { location: 'end' }),
    ] as unknown as ReturnType<NonNullable<Docxtemplater.DXT.Module['matchers']>>,
})

/** A template that is read and waits to be filled. Throws where its fields are not in order. */
export function compiledTemplate(file: Buffer, valueOf: ValueOf): Docxtemplater<PizZip> {
  return new Docxtemplater<PizZip>(new PizZip(file), {
    delimiters: { start: '{{', end: '}}' },
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    modules: [fieldNames()],
    parser: () => ({
      // Of a field that is text alone the library keeps the value, of all others what was written too.
      get: (_, { meta: { part } }) => valueOf(part.raw ?? part.value, lookOf(part)),
    }),
  })
}

import type { Buffer } from 'node:buffer'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { conditionForms, otherwise, rewritten } from './lexed.ts'

/** The format of a field's paragraph, for the content that replaces it. */
export interface FieldLook {
  /** The paragraph's style, as XML; empty where it has none. */
  style: string
  /** Its direct spacing, indent and alignment, as XML; empty where it has none. */
  direct: string
  /** The character format of the field, as XML. */
  letters: string
}

/** The value of a field: text, XML of paragraphs, or whether a condition holds. */
type ValueOf = (field: string, look: FieldLook) => string | boolean

/** A paragraph property in the XML before a field. Properties come before the first run. */
function propertyOf(before: string, name: string): string {
  const [properties = ''] = /<w:pPr>.*?<\/w:pPr>/s.exec(before) ?? []
  const own = properties.replace(/<w:rPr>.*?<\/w:rPr>/s, '')
  return new RegExp(`<w:${name} [^<>]*/>`).exec(own)?.[0] ?? ''
}

/** `expanded` contains the tokens before and after the field; the library's types lack one level. */
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

/** Patterns of fields other than text: those that replace their paragraph, and conditions. */
const patterns = {
  blocks: /^(?:(?:表|图|table|chart)\s*[:：]|(?:正文|text|口径说明|definitions)$)/i,
  start: new RegExp(`${conditionForms.start.source}|^${otherwise}`, 'i'),
  end: conditionForms.end,
}
const first = 10

/** Fields are looked up by their text; the start and the end of a condition must have the same name. */
const matcher = (kind: keyof typeof patterns, module: string, more: Record<string, unknown>): unknown[] => [
  (field: string) => patterns[kind].test(field.trim()),
  module,
  () => ({ ...more, value: kind === 'blocks' ? kind : 'if', priority: first }),
]

/**
 * Parses our field names instead of the library's #, / and @. The library needs a new module for each
 * document.
 */
const fieldNames = (): Docxtemplater.DXT.Module => ({
  name: 'FieldNames',
  preparse: pieces => rewritten(pieces as Parameters<typeof rewritten>[0]),
  // The library's types only know prefixes.
  matchers: () =>
    [
      matcher('blocks', 'rawxml', {}),
      matcher('start', 'loop', { expandTo: 'auto', location: 'start', inverted: false }),
      matcher('end', 'loop', { location: 'end' }),
    ] as unknown as ReturnType<NonNullable<Docxtemplater.DXT.Module['matchers']>>,
})

/** Compiles a template for filling. Throws where its fields are not in order. */
export function compiledTemplate(file: Buffer, valueOf: ValueOf): Docxtemplater<PizZip> {
  return new Docxtemplater<PizZip>(new PizZip(file), {
    delimiters: { start: '{{', end: '}}' },
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    modules: [fieldNames()],
    parser: () => ({
      // For a text field the library keeps the value, for others the raw text.
      get: (_, { meta: { part } }) => valueOf(part.raw ?? part.value, lookOf(part)),
    }),
  })
}

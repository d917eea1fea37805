import type { Buffer } from 'node:buffer'
import type { Archive } from '../../intake/read/xlsx/archive.ts'
import type { XmlElement } from './xmlElements.ts'
import { isNamedError, NamedError } from '#measures'
import { defaultLimits } from '../../intake/read/limits.ts'
import { openArchive } from '../../intake/read/xlsx/archive.ts'
import { elementsIn } from './xmlElements.ts'

/** The limits of a template's size. */
export const templateLimits = { bytes: 5 << 20, unpackedBytes: 48 << 20, xmlBytes: 12 << 20, fields: 600 }

/** The parts of a template that are searched for fields, and its main part. */
interface WordPackage {
  main: string
  /** XML by name of the part: text, headers, footers, notes. */
  texts: Map<string, string>
}

const refused = (why: string): NamedError => new NamedError('template-refused', { why })
const notWord = (reason: string, cause?: unknown): NamedError =>
  new NamedError('template-not-docx', { reason: reason.slice(0, 120) }, cause)

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const textParts = /^word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$/
const watched = new Set(['Relationship', 'instrText', 'fldSimple'])
const unsafeParts = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^word\/(?:embeddings|activeX|ctrlProps)\//i
const unsafeFields = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON|RD)\b/i

/** Refuses content that is loaded or run when the document is opened; hyperlinks are allowed. */
function refuseRelations(name: string, elements: readonly XmlElement[]): void {
  for (const { attributes } of elements.filter(({ name: local }) => local === 'Relationship')) {
    const type = (attributes.Type ?? '').split('/').at(-1) ?? ''
    const target = attributes.Target ?? ''
    if (type === 'aFChunk') throw refused(`${name}: ${type}`)
    if ((attributes.TargetMode ?? '').toLowerCase() !== 'external') continue
    if (type !== 'hyperlink' || !/^(?:https?:|mailto:)/i.test(target))
      throw refused(`${name}: ${type} → ${target.slice(0, 80)}`)
  }
}

function refuseFields(name: string, elements: readonly XmlElement[]): void {
  const written = elements.map(({ name: local, attributes, text }) =>
    local === 'fldSimple' ? (attributes.instr ?? '') : local === 'instrText' ? text : '',
  )
  const match = unsafeFields.exec(written.join(''))
  if (match) throw refused(`${name}: ${match[0].toUpperCase()}`)
}

/** The text of an XML part in UTF-8, without entity declarations. */
async function xmlOf(archive: Archive, name: string): Promise<string> {
  const xml = await archive.text(name)
  if (!/^\s*</.test(xml) || xml.includes('\u0000')) throw notWord(`${name}: UTF-8`)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw refused(`${name}: DOCTYPE`)
  return xml
}

async function checkedParts(archive: Archive): Promise<WordPackage> {
  const names = archive.names()
  const types = archive.has('[Content_Types].xml') ? await xmlOf(archive, '[Content_Types].xml') : ''
  if (/macroEnabled/i.test(types)) throw refused('macroEnabled')
  const unsafe = names.find(name => unsafeParts.test(name))
  if (unsafe !== undefined) throw refused(unsafe)
  const main = (types === '' ? [] : elementsIn(types, new Set(['Override']))).find(
    ({ attributes }) => attributes.ContentType === mainType,
  )
  const mainName = (main?.attributes.PartName ?? '').replace(/^\//, '')
  if (mainName === '' || !archive.has(mainName)) throw notWord('word/document.xml')
  const texts = new Map<string, string>()
  for (const name of names.filter(name => /\.(?:xml|rels)$/i.test(name))) {
    const xml = await xmlOf(archive, name)
    const elements = elementsIn(xml, watched)
    if (name.endsWith('.rels')) refuseRelations(name, elements)
    refuseFields(name, elements)
    if (name !== mainName && !textParts.test(name)) continue
    texts.set(name, xml)
  }
  return { main: mainName, texts }
}

/**
 * Opens a template and checks that it is a plain Word document of a size that can be filled. Errors:
 * template-not-docx, template-refused where it brings macros, programs or parts from elsewhere,
 * file-too-large.
 */
export async function openTemplate(file: Buffer): Promise<WordPackage> {
  if (file.length > templateLimits.bytes)
    throw new NamedError('file-too-large', {
      what: `${(file.length / 1048576).toFixed(1)} MB`,
      most: `${templateLimits.bytes >> 20} MB`,
    })
  const archive = await openArchive(file, {
    ...defaultLimits,
    unpackedBytes: templateLimits.unpackedBytes,
    documentBytes: templateLimits.xmlBytes,
  }).catch((error: unknown) => {
    throw isNamedError(error) && error.name === 'file-too-large' ? error : notWord('zip', error)
  })
  try {
    return await checkedParts(archive)
  } catch (error) {
    throw isNamedError(error) ? error : notWord(error instanceof Error ? error.message : 'zip', error)
  } finally {
    archive.close()
  }
}

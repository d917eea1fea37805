import type { Bytes } from './bytes.ts'
import type { Form } from './form.ts'
import type { Limits } from './limits.ts'
import type { Source, SourceRecord } from './source.ts'
import { NamedError } from '#measures'
import { decoded, linesOf } from './decode.ts'
import { defaultLimits } from './limits.ts'
import { numberText } from './numberText.ts'
import { storable } from './source.ts'

/**
 * The number of lines from which headings are collected; a field that first appears later cannot be mapped.
 */
const sampled = 1000
const deepest = 5

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as the text of a cell. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The leaves of an object by path: {"a":{"b":1}} gives a.b. */
function leavesOf(object: Json, prefix = '', depth = 1): Map<string, string> {
  const leaves = new Map<string, string>()
  for (const [key, value] of Object.entries(object)) {
    if (isObject(value) && depth < deepest)
      leavesOf(value, `${prefix}${key}.`, depth + 1).forEach((text, path) => leaves.set(path, text))
    else leaves.set(storable(`${prefix}${key}`), cellOf(value))
  }
  return leaves
}

interface Line {
  row: number
  leaves: Map<string, string> | null
  text: string
}

function lineOf(text: string, row: number): Line {
  try {
    const value: unknown = JSON.parse(text)
    return { row, leaves: isObject(value) ? leavesOf(value) : null, text }
  } catch {
    return { row, leaves: null, text }
  }
}

async function* parsed(texts: AsyncIterable<string>): AsyncGenerator<Line> {
  let row = 0
  for await (const text of texts) {
    row++
    if (text.trim() !== '') yield lineOf(text, row)
  }
}

function recordOf(line: Line, headers: readonly string[]): SourceRecord {
  const { leaves } = line
  if (leaves === null) return { row: line.row, cells: [line.text], broken: 'notJson' }
  return { row: line.row, cells: headers.map(header => leaves.get(header) ?? '') }
}

/** All headings of some rows, in order of first appearance. */
function gathered(lines: readonly Line[]): string[] {
  const headers = new Set<string>()
  for (const { leaves } of lines) leaves?.forEach((_, path) => headers.add(path))
  return [...headers]
}

async function* records(
  first: readonly Line[],
  rest: AsyncIterable<Line>,
  headers: readonly string[],
): AsyncGenerator<SourceRecord> {
  for (const line of first) yield recordOf(line, headers)
  for await (const line of rest) yield recordOf(line, headers)
}

/**
 * Reads one JSON object per line. Other lines are returned as broken. Errors: file-unreadable, file-broken.
 */
export async function openJsonLines(
  bytes: Bytes,
  form: Pick<Form, 'encoding'>,
  limits: Limits = defaultLimits,
): Promise<Source> {
  const lines = parsed(
    linesOf(decoded(bytes.stream, form.encoding) as AsyncIterable<string>, limits.rowCharacters),
  )
  const first: Line[] = []
  let characters = 0
  while (first.length < sampled && characters < limits.rowCharacters) {
    const next = await lines.next()
    if (next.done) break
    first.push(next.value)
    characters += next.value.text.length
  }
  const headers = gathered(first)
  if (headers.length === 0)
    throw new NamedError('file-unreadable', { file: 'JSON', reason: 'no object on any line' })
  return {
    headers,
    records: records(first, lines, headers),
    progress: bytes.progress,
    close: async () => void bytes.stream.destroy(),
  }
}

/** A source of rows given as objects, such as pushed ones. */
export function openObjects(objects: readonly Json[], columns: readonly string[] = []): Source {
  const lines = objects.map((object, index): Line => ({ row: index + 1, leaves: leavesOf(object), text: '' }))
  const headers = [...new Set([...gathered(lines), ...columns])]
  async function* all(): AsyncGenerator<SourceRecord> {
    for (const line of lines) yield recordOf(line, headers)
  }
  return { headers, records: all(), progress: () => ({ read: 1, total: 1 }), close: async () => undefined }
}

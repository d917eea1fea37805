import type { Bytes } from '../bytes.ts'
import type { Form } from '../form.ts'
import type { Limits } from '../limits.ts'
import type { Source, SourceRecord } from '../source.ts'
import type { Release } from './release.ts'
import { NamedError } from '#measures'
import { decoded, linesOf } from '../decode.ts'
import { defaultLimits } from '../limits.ts'
import { bidRowsOf, ocdsBidHeaders } from './bidRows.ts'
import { releasesIn } from './release.ts'
import { ocdsHeaders, rowsOf } from './rows.ts'

/** What is taken out of a release: its trades, or its bids. */
interface Taking { headers: readonly string[], rowsOf: (release: Release) => string[][] }

const takings = { ocds: { headers: ocdsHeaders, rowsOf }, ocdsBids: { headers: ocdsBidHeaders, rowsOf: bidRowsOf } } as const satisfies Record<string, Taking>

/** How a file is read: what is taken, and within which limits. */
interface Reading { taking: Taking, limits: Limits }

function* recordsIn(document: unknown, from: number, taking: Taking): Generator<SourceRecord> {
  let row = from
  for (const release of releasesIn(document)) {
    for (const cells of taking.rowsOf(release))
      yield { row: row++, cells }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}

/** A document over several lines is read whole, within the limit. */
async function wholeDocument(first: string, rest: AsyncIterable<string>, limits: Limits): Promise<unknown> {
  const lines = [first]
  let length = first.length
  for await (const line of rest) {
    lines.push(line)
    length += line.length
    if (length > limits.documentBytes)
      throw new NamedError('file-too-large', { what: `${Math.round(length / 1048576)} MB JSON`, most: `${Math.round(limits.documentBytes / 1048576)} MB; one release a line (JSON Lines) has no such limit` })
  }
  const document = parsed(lines.join('\n'))
  if (releasesIn(document).length === 0)
    throw new NamedError('file-unreadable', { file: 'OCDS', reason: document === undefined ? 'not JSON' : 'no release or record' })
  return document
}

/** The rows of one line; a line that holds no release is given as broken, so that it is not lost. */
function recordsOfLine(line: string, row: number, { taking, limits }: Reading): SourceRecord[] {
  const document = parsed(line)
  const found = [...recordsIn(document, row, taking)]
  return found.length > 0 || releasesIn(document).length > 0 ? found : [{ row, cells: [line.slice(0, limits.cellCharacters)], broken: 'notJson' }]
}

async function* records(lines: AsyncGenerator<string>, reading: Reading): AsyncGenerator<SourceRecord> {
  const first = await lines.next()
  const start = first.done ? '' : first.value
  if (parsed(start) === undefined) {
    yield* recordsIn(await wholeDocument(start, lines, reading.limits), 1, reading.taking)
    return
  }
  const begun = recordsOfLine(start, 1, reading)
  yield* begun
  let row = 1 + begun.length
  for await (const line of lines) {
    const found = line.trim() === '' ? [] : recordsOfLine(line, row, reading)
    yield* found
    row += found.length
  }
}

/** Reads Open Contracting releases, records, or packages of them, one document or one a line: their trades, or with the format `ocdsBids` their bids. Errors: file-unreadable, file-too-large, file-broken. */
export async function openOcds(bytes: Bytes, form: Pick<Form, 'encoding'> & { format?: Form['format'] }, limits: Limits = defaultLimits): Promise<Source> {
  const taking: Taking = takings[form.format === 'ocdsBids' ? 'ocdsBids' : 'ocds']
  const lines = linesOf(decoded(bytes.stream, form.encoding) as AsyncIterable<string>, limits.documentBytes)
  return { headers: [...taking.headers], records: records(lines, { taking, limits }), progress: bytes.progress, close: async () => void bytes.stream.destroy() }
}

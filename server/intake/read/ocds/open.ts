import type { Bytes } from '../bytes.ts'
import type { Form } from '../form.ts'
import type { Limits } from '../limits.ts'
import type { Source, SourceRecord } from '../source.ts'
import type { Release } from './release.ts'
import { NamedError } from '#measures'
import { decoded, linesOf } from '../decode.ts'
import { defaultLimits } from '../limits.ts'
import { bidRowsOf, ocdsBidHeaders } from './bidRows.ts'
import { ProcessMerger, repeatedProcesses } from './processes.ts'
import { mergedByProcess, releasesIn } from './release.ts'
import { ocdsHeaders, rowsOf } from './rows.ts'

/** What is read from a release: trades or bids. */
interface Taking {
  headers: readonly string[]
  rowsOf: (release: Release) => string[][]
}

const takings = {
  ocds: { headers: ocdsHeaders, rowsOf },
  ocdsBids: { headers: ocdsBidHeaders, rowsOf: bidRowsOf },
} as const satisfies Record<string, Taking>

/** How a file is read: what is taken, which processes are on several lines, and the limits. */
interface Reading {
  taking: Taking
  merger: ProcessMerger
  limits: Limits
}

function* recordsOf(releases: readonly Release[], from: number, taking: Taking): Generator<SourceRecord> {
  let row = from
  for (const release of releases) {
    for (const cells of taking.rowsOf(release)) yield { row: row++, cells }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A document of several lines is read whole, within the limit. */
async function wholeDocument(first: string, rest: AsyncIterable<string>, limits: Limits): Promise<Release[]> {
  const lines = [first]
  let length = first.length
  for await (const line of rest) {
    lines.push(line)
    length += line.length
    if (length > limits.documentBytes)
      throw new NamedError('file-too-large', {
        what: `${Math.round(length / 1048576)} MB JSON`,
        most:
          `${Math.round(limits.documentBytes / 1048576)} MB; one release a line (JSON ` +
          'Lines) has no such limit',
      })
  }
  const document = parsed(lines.join('\n'))
  const releases = releasesIn(document)
  if (releases.length === 0)
    throw new NamedError('file-unreadable', {
      file: 'OCDS',
      reason: document === undefined ? 'not JSON' : 'no release or record',
    })
  return mergedByProcess(releases)
}

/**
 * The rows that one line completes. A line without a release is returned as broken, so that it is not lost.
 */
function recordsOfLine(line: string, row: number, { taking, merger, limits }: Reading): SourceRecord[] {
  const releases = releasesIn(parsed(line))
  return releases.length > 0
    ? [...recordsOf(merger.take(line, releases), row, taking)]
    : [{ row, cells: [line.slice(0, limits.cellCharacters)], broken: 'notJson' }]
}

async function* records(lines: AsyncGenerator<string>, reading: Reading): AsyncGenerator<SourceRecord> {
  const first = await lines.next()
  const start = first.done ? '' : first.value
  if (parsed(start) === undefined) {
    yield* recordsOf(await wholeDocument(start, lines, reading.limits), 1, reading.taking)
    return
  }
  const begun = recordsOfLine(start, 1, reading)
  yield* begun
  let row = 1 + begun.length
  for await (const line of lines) {
    const completed = line.trim() === '' ? [] : recordsOfLine(line, row, reading)
    yield* completed
    row += completed.length
  }
}

const linesIn = (
  bytes: Bytes,
  { encoding }: Pick<Form, 'encoding'>,
  limits: Limits,
): AsyncGenerator<string> =>
  linesOf(decoded(bytes.stream, encoding) as AsyncIterable<string>, limits.documentBytes)

/**
 * Reads Open Contracting releases, records or packages, as one document or one per line: their trades, or
 * with the format `ocdsBids` their bids. Releases of one process are merged wherever they are in the file,
 * which needs two passes: `first` are the bytes for the first one. Errors: file-unreadable, file-too-large,
 * file-broken.
 */
export async function openOcds(
  { bytes, first }: { bytes: Bytes; first: Bytes },
  form: Pick<Form, 'encoding'> & { format?: Form['format'] },
  limits: Limits = defaultLimits,
): Promise<Source> {
  const taking: Taking = takings[form.format === 'ocdsBids' ? 'ocdsBids' : 'ocds']
  const merger = new ProcessMerger(await repeatedProcesses(linesIn(first, form, limits), limits), limits)
  return {
    headers: [...taking.headers],
    records: records(linesIn(bytes, form, limits), { taking, merger, limits }),
    progress: bytes.progress,
    close: async () => void bytes.stream.destroy(),
  }
}

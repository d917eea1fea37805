import type { Detected } from '../read/detect.ts'
import type { Form, GivenForm } from '../read/form.ts'
import type { Limits } from '../read/limits.ts'
import type { SourceRecord } from '../read/source.ts'
import type { TargetName } from '../rows/targetNames.ts'
import { Buffer } from 'node:buffer'
import { detectForm } from '../read/detect.ts'
import { bytesOfCells } from '../read/limits.ts'
import { openFile } from '../read/open.ts'

/** The file to inspect, and what a person has chosen. */
export interface SampleRequest {
  file: string
  form: GivenForm
  target: TargetName | undefined
  limits: Limits
}

/** A sample of a file. */
export interface SampledFile extends Detected {
  headers: string[]
  records: SourceRecord[]
  merged: ReadonlyMap<string, number>
  /** Whether the file has more rows. */
  cut: boolean
}

/** The most rows, cells and bytes of memory of a sample; the check reads the rest. */
const mostRows = 50_000
const mostCells = 2_000_000
const mostBytes = 256 << 20
/** Longer texts of a cell are cut in a sample. */
const longestCell = 2001

/** Copies a part of a text, so that the whole text can be freed. */
const copied = (text: string): string => Buffer.from(text.slice(0, longestCell)).toString()

const shortened = (record: SourceRecord): SourceRecord => ({
  ...record,
  cells: record.cells.map(cell => (cell.length > longestCell ? copied(cell) : cell)),
})

async function rowsOf(file: string, form: Form, limits: Limits): Promise<Omit<SampledFile, keyof Detected>> {
  const source = await openFile(file, form, limits)
  const records: SourceRecord[] = []
  const most = Math.min(mostRows, Math.ceil(mostCells / Math.max(1, source.headers.length)))
  let bytes = 0
  let cut = false
  try {
    for await (const record of source.records) {
      cut = records.length === most || bytes > mostBytes
      if (cut) break
      const short = shortened(record)
      records.push(short)
      bytes += bytesOfCells(short.cells)
    }
    return { headers: source.headers, records, merged: source.merged ?? new Map(), cut }
  } finally {
    await source.close()
  }
}

/** A package contains trades and bids; the requested target decides which are read. */
const formFor = (form: Form, target: TargetName | undefined): Form =>
  form.format === 'ocds' && target === 'bids' ? { ...form, format: 'ocdsBids' } : form

/**
 * The form of a file and its first rows. Errors: file-unreadable, file-broken, file-too-large, file-kind,
 * file-protected.
 */
export async function sampleFile({ file, form, target, limits }: SampleRequest): Promise<SampledFile> {
  const detected = await detectForm(file, form, limits)
  const chosen = formFor(detected.form, target)
  return { ...detected, form: chosen, ...(await rowsOf(file, chosen, limits)) }
}

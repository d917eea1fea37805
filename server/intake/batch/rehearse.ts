import type { Centre } from '../../centres/centre.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { Problem } from '../rows/problems.ts'
import type { Kind } from '../targets/knownCatalogue.ts'
import type { Target, Warning } from '../targets/target.ts'
import { foldedKey } from '../rows/keyText.ts'
import { withMadeRows } from '../rows/madeRows.ts'
import { withRepeats } from '../rows/repeats.ts'
import { RowReader } from '../rows/rowReader.ts'
import { KnownCatalogue } from '../targets/knownCatalogue.ts'
import { ChunkWork } from './chunkWork.ts'
import { Warnings } from './warnings.ts'

/** What is rehearsed: records of a file as they were read, under a mapping. */
interface Rehearsed {
  target: Target
  mapping: Mapping
  headers: readonly string[]
  records: readonly SourceRecord[]
}

/** Where and when the load would be. */
interface RehearsalContext {
  centre: Centre
  catalogue: KnownCatalogue
  now: Date
}

/** What a load would refuse, and what it would load with a remark. */
export interface Rehearsal {
  problems: Problem[]
  warnings: { warning: Warning; example: string }[]
}

/** A catalogue that grows in memory by the members that a file brings, as the load's own would. */
class RehearsedCatalogue extends KnownCatalogue {
  private readonly added = new Set<string>()

  override idOf(kind: Kind, text: string): number | null {
    return super.idOf(kind, text) ?? (this.added.has(`${kind} ${foldedKey(text)}`) ? -1 : null)
  }

  async add(kind: Kind, code: string, unitId: number | null): Promise<number | null> {
    if (kind !== 'unit' && unitId === null) return null
    this.added.add(`${kind} ${foldedKey(code)}`)
    return -1
  }
}

/** Required lists that no column gives yet are taken to hold their first code, so that the rest is judged. */
function filled({ target, mapping }: Rehearsed): Mapping {
  const missing = target.fields.filter(
    ({ name, required }) =>
      required === true && mapping.columns[name] === undefined && mapping.constants[name] === undefined,
  )
  const constants = { ...mapping.constants }
  for (const { name, values = {} } of missing) constants[name] = Object.keys(values)[0] ?? '-'
  return { ...mapping, constants }
}

async function* inOrder(records: readonly SourceRecord[]): AsyncGenerator<SourceRecord> {
  yield* records
}

/** The headings and rows as the load would have them. */
async function putTogether(
  given: Rehearsed,
  mapping: Mapping,
): Promise<{ headers: readonly string[]; records: SourceRecord[] }> {
  const progress = (): { read: number; total: number } => ({ read: 0, total: 0 })
  const source = {
    headers: [...given.headers],
    records: inOrder(given.records),
    progress,
    close: async () => {},
  }
  const records: SourceRecord[] = []
  const whole = withRepeats(withMadeRows(source, given.target, mapping), given.target, mapping)
  for await (const record of whole.records) records.push(record)
  return { headers: whole.headers, records }
}

/**
 * What a load would do with some rows, by the load's own reading, rules and remarks. Touches no
 * database: rows that it holds already are not known. Errors: mapping-invalid, column-missing.
 */
export async function rehearse(given: Rehearsed, context: RehearsalContext): Promise<Rehearsal> {
  const mapping = filled(given)
  const { target } = given
  const { centre, now } = context
  const catalogue = new RehearsedCatalogue(context.catalogue.known)
  const { headers, records } = await putTogether(given, mapping)
  const reader = new RowReader(target, mapping, { headers, centre, now: now.getTime() })
  const deriving = { centre, catalogue, prices: mapping }
  const work = new ChunkWork(target, deriving, reader.columns)
  const read = await work.read(records, {
    read: record => reader.read(record, catalogue),
    create: reader.mayCreate ? async record => reader.readCreating(record, catalogue) : null,
  })
  const { fresh, refused } = await work.complete(read, new Map(), () => {})
  const warnings = fresh.flatMap(({ values, rounded = false, ...row }) => {
    const own = new Warnings()
    own.ofRow(target, { ...row, rounded }, { values, context: deriving })
    return own.groups.map(({ warning, example }) => ({ warning, example }))
  })
  return { problems: refused.map(({ problem }) => problem), warnings }
}

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

/** The input of a rehearsal: parsed records of a file, and a mapping. */
interface Rehearsed {
  target: Target
  mapping: Mapping
  headers: readonly string[]
  records: readonly SourceRecord[]
}

/** The centre and the instant of the load. */
interface RehearsalContext {
  centre: Centre
  catalogue: KnownCatalogue
  now: Date
}

/** What a load would refuse, and what it would load with a warning. */
export interface Rehearsal {
  problems: Problem[]
  warnings: { warning: Warning; example: string }[]
}

/** A catalogue in memory that grows by the members in a file, as it would during the load. */
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

/** Gives required lists without a column their first code, so that the other fields are still checked. */
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

/** The headings and rows as the load would read them. */
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
 * Predicts what a load would do with some rows, with the same parsing, rules and warnings. Does not access
 * the database, so rows that exist already are not recognised. Errors: mapping-invalid, column-missing.
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

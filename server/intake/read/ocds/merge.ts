/** A JSON object. */
export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Facts about a single release, which its compiled release replaces (`omitWhenMerged` of the release
 * schema 1.1).
 */
export const omittedFields: readonly string[] = ['id', 'date', 'tag']

/**
 * Lists of objects that a later release replaces as a whole (`wholeListMerge`, or without an `id`, in
 * the release schema 1.1).
 */
export const wholeLists: readonly string[] = ['additionalClassifications', 'additionalIdentifiers', 'changes']

/** Lays an input value over an output value; undefined where there is still nothing. */
function laidOver(output: unknown, input: unknown, field: string): unknown {
  if (isObject(input)) return objectOver(isObject(output) ? output : undefined, input)
  if (!Array.isArray(input) || wholeLists.includes(field) || !input.every(isObject)) return input
  return listOver(Array.isArray(output) ? output : undefined, input)
}

function objectOver(output: Json | undefined, input: Json): Json | undefined {
  const merged = { ...output }
  for (const [field, value] of Object.entries(input)) {
    const result = value === null ? undefined : laidOver(merged[field], value, field)
    if (result !== undefined) merged[field] = result
    else if (value === null) delete merged[field]
  }
  return output === undefined && Object.keys(merged).length === 0 ? undefined : merged
}

/** Objects of a list are matched by their id; one without an id, or with a new one, is added. */
function listOver(output: unknown[] | undefined, input: readonly Json[]): unknown[] | undefined {
  const merged = [...(output ?? [])]
  for (const entry of input) {
    const place =
      entry.id === undefined || entry.id === null
        ? -1
        : merged.findIndex(other => isObject(other) && String(other.id) === String(entry.id))
    const result = objectOver(place < 0 ? undefined : (merged[place] as Json), entry) ?? {}
    if (place < 0) merged.push(result)
    else merged[place] = result
  }
  return merged.length === 0 ? output : merged
}

/** Dates are compared as instants; a text that is none comes first. */
function instantOf({ date }: Json): number {
  const instant = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant
}

const inOrder = (releases: readonly Json[]): Json[] =>
  // Two releases without a date are equal; minus infinity less itself would be no number.
  releases.toSorted((a, b) => (instantOf(a) === instantOf(b) ? 0 : instantOf(a) - instantOf(b)))

/**
 * The compiled release of all releases of one contracting process, in any order (OCDS 1.1, "Merging"):
 * what the process is after the last of them.
 */
export function compiledRelease(releases: readonly Json[]): Json {
  const ordered = inOrder(releases)
  const date = ordered.at(-1)?.date
  const merged = ordered.reduce<Json>(
    (output, release) =>
      objectOver(
        output,
        Object.fromEntries(Object.entries(release).filter(([field]) => !omittedFields.includes(field))),
      ) ?? output,
    {},
  )
  return { ...merged, id: `${String(merged.ocid)}-${String(date)}`, date, tag: ['compiled'] }
}

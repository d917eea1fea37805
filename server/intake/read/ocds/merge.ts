/** A JSON object. */
export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Fields about a single release, which are replaced in the compiled release (`omitWhenMerged` of the release
 * schema 1.1).
 */
export const omittedFields: readonly string[] = ['id', 'date', 'tag']

/**
 * Lists of objects that a later release replaces completely (`wholeListMerge`, or without an `id`, in the
 * release schema 1.1).
 */
export const wholeLists: readonly string[] = ['additionalClassifications', 'additionalIdentifiers', 'changes']

/** Merges an input value into an output value; undefined where there is no value yet. */
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

/** Matches objects of a list by id; objects without one, or with a new one, are added. */
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

/** Compares dates as instants; invalid ones come first. */
function instantOf({ date }: Json): number {
  const instant = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant
}

const inOrder = (releases: readonly Json[]): Json[] =>
  // Two releases without a date are equal; subtracting minus infinity from itself would give NaN.
  releases.toSorted((a, b) => (instantOf(a) === instantOf(b) ? 0 : instantOf(a) - instantOf(b)))

/** The compiled release of all releases of one contracting process, in any order (OCDS 1.1, "Merging"). */
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

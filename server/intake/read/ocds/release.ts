import type { Json } from './merge.ts'
import { compiledRelease, isObject } from './merge.ts'

/** The parts of an Open Contracting release that are read (standard.open-contracting.org, 1.0 and 1.1). */
export interface Release {
  ocid?: string
  id?: string
  date?: string
  buyer?: Organisation
  tender?: Tender
  awards?: Award[]
  contracts?: Contract[]
  /** The bids extension of the standard. */
  bids?: { details?: Bid[] }
}

interface Organisation {
  id?: string | number
  name?: string
}
interface Value {
  amount?: number | string
  currency?: string
}
/** Extensions in this product's own packages, for values without a field in the standard. */
interface OwnFields {
  category?: string
  outcome?: string
  method?: string
  round?: number
  priceForm?: string
  baseKind?: string
  awardRate?: string
  agent?: string
  documentDays?: number
  meals?: number
  overtime?: number
  publishedDay?: string
  concludedDay?: string
  openedDay?: string
  announcedDay?: string
}
export interface Tender {
  brightwindow?: OwnFields
  id?: string | number
  title?: string
  description?: string
  status?: string
  value?: Value
  procurementMethod?: string
  procurementMethodDetails?: string
  mainProcurementCategory?: string
  additionalProcurementCategories?: string[]
  numberOfTenderers?: number
  procuringEntity?: Organisation
  tenderPeriod?: { startDate?: string; endDate?: string }
}
export interface Award {
  id?: string | number
  title?: string
  description?: string
  status?: string
  date?: string
  value?: Value
  suppliers?: Organisation[]
}
interface Bid {
  status?: string
  date?: string
  tenderers?: Organisation[]
  value?: Value
  brightwindow?: { day?: string; reason?: string }
}
interface Contract {
  awardID?: string | number
  dateSigned?: string
  value?: Value
}

/** A versioned value lists the values of all releases; the last one applies. */
function latest(versioned: unknown): unknown {
  if (Array.isArray(versioned)) {
    const last: unknown = versioned.at(-1)
    return isObject(last) && 'value' in last && 'releaseDate' in last ? last.value : versioned.map(latest)
  }
  return isObject(versioned)
    ? Object.fromEntries(Object.entries(versioned).map(([key, value]) => [key, latest(value)]))
    : versioned
}

/** A flat row may have an ocid as well; a release has one of its parts, or a tag with its ocid. */
const isRelease = (value: unknown): value is Json =>
  isObject(value) &&
  (['tender', 'awards', 'contracts', 'bids'].some(part => part in value) ||
    ('ocid' in value && 'tag' in value))

/** A package entry without a release is kept as an empty one, so that it ends in quarantine. */
const kept = (entries: readonly unknown[]): Json[] =>
  entries.map((entry): Json => (isObject(entry) ? entry : {}))

function compiled(record: Json): Json {
  if (isRelease(record.compiledRelease)) return record.compiledRelease
  const releases = Array.isArray(record.releases) ? record.releases.filter(isRelease) : []
  if (releases.length > 0) return compiledRelease(releases)
  return isObject(record.versionedRelease)
    ? { ocid: record.ocid, ...(latest(record.versionedRelease) as Json) }
    : {}
}

/**
 * The releases in a document: a release, a record, or a package of either. Several releases of one process
 * in a package are not merged yet. Empty for other documents.
 */
export function releasesIn(document: unknown): Release[] {
  if (!isObject(document)) return []
  if (Array.isArray(document.records)) return kept(document.records).map(compiled)
  if (isObject(document.compiledRelease) || isObject(document.versionedRelease)) return [compiled(document)]
  if (Array.isArray(document.releases)) return kept(document.releases)
  return isRelease(document) ? [document] : []
}

/** Merges the releases of each process by date; other releases and the order of first appearance are kept. */
export function mergedByProcess(releases: readonly Release[]): Release[] {
  const byProcess = new Map<string | symbol, Release[]>()
  for (const release of releases) {
    const key = release.ocid ?? Symbol('no process')
    byProcess.set(key, [...(byProcess.get(key) ?? []), release])
  }
  return Array.from(byProcess.values(), ([first, ...more]) =>
    first && more.length > 0 ? (compiledRelease([first, ...more] as Json[]) as Release) : (first ?? {}),
  )
}

import type pg from 'pg'
import type { Viewer } from '../access/permissions.ts'
import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'
import type { EntryValues, FieldRemark } from './check.ts'
import type { EntryTarget } from './forms.ts'
import { createHash } from 'node:crypto'
import { actorOf } from '../access/permissions.ts'
import { NamedError } from '../common/errors.ts'
import { loadBatch } from '../intake/batch/loadBatch.ts'
import { refuseLockedDay } from '../intake/batch/refuseLocked.ts'
import { targets } from '../intake/targets/index.ts'
import { codesWithin } from '../measures/scope.ts'
import { markApproved } from '../storage/ownTransaction.ts'
import { checkEntry, fileRow } from './check.ts'
import { entryTargets, formOf } from './forms.ts'
import { hasPhoto } from './photos/storedPhotos.ts'
import { isWithin } from './placeScope.ts'

/** The viewer, the centre and the instant of an action on entries. */
export interface EntryPlace {
  database: Database
  centre: Centre
  viewer: Viewer
  now: Date
}

type Stored = NonNullable<Awaited<ReturnType<Database['prisma']['entry']['findFirst']>>>

const stateNames = { entered: '已填', submitted: '待审', returned: '已退回', approved: '已通过' } as const

async function find({ database, centre, viewer }: EntryPlace, id: number): Promise<Stored> {
  const entry = await database.prisma.entry.findUnique({
    where: { centreId_id: { centreId: centre.id, id } },
  })
  if (!entry || !isWithin(viewer.scope, { ...entry, centre: centre.code }))
    throw new NamedError('entry-not-found', { entry: id })
  return entry
}

function refuseUnless(entry: Stored, states: readonly Stored['state'][]): void {
  if (!states.includes(entry.state))
    throw new NamedError('entry-not-open', { entry: entry.id, state: stateNames[entry.state] })
}

/**
 * Refuses an action if somebody else has changed the entry meanwhile. Errors: entry-not-found,
 * entry-not-open, entry-changed.
 */
async function refuseUnchanged(
  place: EntryPlace,
  { id, states, count }: { id: number; states: readonly Stored['state'][]; count: number },
): Promise<void> {
  if (count > 0) return
  refuseUnless(await find(place, id), states)
  throw new NamedError('entry-changed', { entry: id })
}

const targetOf = (name: string): EntryTarget => entryTargets.find(target => target === name) ?? 'feedback'

/** The result of saving. */
interface Saved {
  /** The number of the entry; null where it was not saved. */
  id: number | null
  problem: FieldRemark | null
  unusual: FieldRemark[]
}

/** The content of a form. */
interface Written {
  id: number | null
  target: EntryTarget
  values: EntryValues
  /** True once unusual values have been confirmed. */
  confirmed: boolean
  /** False saves a draft; true submits the entry for review. */
  submit: boolean
}

/** An error where the photo of a row was not uploaded to this centre; null otherwise. */
async function photoProblem({ database, centre }: EntryPlace, hash: string): Promise<FieldRemark | null> {
  if (hash === '' || (await hasPhoto(database, centre.id, hash))) return null
  return {
    field: 'photo',
    names: { zh: '照片', en: 'Photo' },
    words: { zh: '没有保存，请重新上传', en: 'is not stored; upload it again' },
  }
}

/**
 * Saves an entry, and submits it if asked. Where fields have errors or unconfirmed unusual values, returns
 * these and saves nothing. Errors: out-of-scope, period-locked, entry-not-found, entry-not-open.
 */
export async function saveEntry(place: EntryPlace, written: Written): Promise<Saved> {
  const { database, centre, viewer, now } = place
  const { id, target, values, confirmed, submit } = written
  const open = ['entered', 'returned'] as const
  const earlier = id === null ? null : await find(place, id)
  if (earlier) refuseUnless(earlier, open)
  const checked = await checkEntry(database, { centre, target, values, now, id: id ?? 0 })
  const { unusual, unit, window, day } = checked
  const problem = checked.problem ?? (await photoProblem(place, values.photo ?? ''))
  if (problem || (unusual.length > 0 && !confirmed)) return { id: null, problem, unusual }
  if (!isWithin(viewer.scope, { centre: centre.code, unit, window }))
    throw new NamedError('out-of-scope', { what: window ?? unit ?? targets[target].names.zh })
  if (day !== null) await refuseLockedDay(database, { centreId: centre.id, fact: targets[target].fact, day })
  const data = {
    target,
    values,
    unit,
    window,
    day: day === null ? null : new Date(day),
    unusual: unusual.map(remark => remark.field),
    state: submit ? ('submitted' as const) : ('entered' as const),
    enteredBy: actorOf(viewer),
    enteredAt: now,
    submittedAt: submit ? now : null,
    decidedBy: null,
    decidedAt: null,
    reason: null,
    resent: (earlier?.resent ?? 0) + (earlier?.state === 'returned' ? 1 : 0),
  }
  if (id === null) {
    const made = await database.prisma.entry.create({
      data: { centreId: centre.id, ...data },
      select: { id: true },
    })
    return { id: made.id, problem: null, unusual }
  }
  const { count } = await database.prisma.entry.updateMany({
    where: { centreId: centre.id, id, state: { in: [...open] } },
    data,
  })
  await refuseUnchanged(place, { id, states: open, count })
  return { id, problem: null, unusual }
}

/** Deletes an entry that is not approved yet. Errors: entry-not-found, entry-not-open. */
export async function removeEntry(place: EntryPlace, id: number): Promise<void> {
  const states = ['entered', 'returned', 'submitted'] as const
  refuseUnless(await find(place, id), states)
  const { count } = await place.database.prisma.entry.deleteMany({
    where: { centreId: place.centre.id, id, state: { in: [...states] } },
  })
  await refuseUnchanged(place, { id, states, count })
}

/** Returns an entry with a reason. Errors: entry-not-found, entry-not-open. */
export async function returnEntry(place: EntryPlace, id: number, reason: string): Promise<void> {
  const states = ['submitted'] as const
  refuseUnless(await find(place, id), states)
  const { count } = await place.database.prisma.entry.updateMany({
    where: { centreId: place.centre.id, id, state: 'submitted' },
    data: { state: 'returned', decidedBy: actorOf(place.viewer), decidedAt: place.now, reason },
  })
  await refuseUnchanged(place, { id, states, count })
}

async function* only<T>(record: T): AsyncGenerator<T> {
  yield record
}

/**
 * Records the approval in the transaction of the batch, so that an entry counts exactly when it is approved.
 * Errors: entry-not-found, entry-not-open, entry-changed where it differs from what was loaded.
 */
async function noteApproval(
  place: EntryPlace,
  entry: Stored,
  { client, batchId }: { client: pg.ClientBase; batchId: number },
): Promise<void> {
  const { id, values } = entry
  const about = { centreId: place.centre.id, id, values, batchId, by: actorOf(place.viewer), at: place.now }
  const count = await markApproved(client, about)
  await refuseUnchanged(place, { id, states: ['submitted'], count })
}

/**
 * Approves a submitted entry and loads it as a batch of its own, which can be undone. Errors:
 * entry-not-found, entry-not-open, entry-own, entry-invalid, entry-changed, period-locked, and those of
 * loading.
 */
export async function approveEntry(place: EntryPlace, id: number): Promise<{ batch: number }> {
  const { database, centre, viewer, now } = place
  const entry = await find(place, id)
  refuseUnless(entry, ['submitted'])
  const by = actorOf(viewer)
  if (entry.enteredBy === by) throw new NamedError('entry-own', { entry: id })
  const target = targetOf(entry.target)
  const values = entry.values as EntryValues
  const { problem } = await checkEntry(database, { centre, target, values, now, id })
  if (problem)
    throw new NamedError('entry-invalid', { entry: id, field: problem.names.zh, reason: problem.words.zh })
  const { headers, record, mapping } = fileRow(target, values, id)
  const { batchId } = await loadBatch(database, {
    source: {
      headers,
      records: only(record),
      progress: () => ({ read: 1, total: 1 }),
      close: async () => undefined,
    },
    mapping,
    centre,
    fileName: `填报 ${id}`,
    fileHash: createHash('sha256').update(JSON.stringify(record)).digest('hex'),
    byUser: by,
    now,
    settle: async (client, batchId) => noteApproval(place, entry, { client, batchId }),
  })
  return { batch: batchId }
}

/** The values of an entry that the viewer may know; its author sees all of them. */
function shownValues(entry: Stored, viewer: Viewer): EntryValues {
  const values = entry.values as EntryValues
  if (entry.enteredBy === actorOf(viewer)) return values
  const hidden = new Set(
    formOf(targetOf(entry.target))
      .filter(field => field.sensitive && !viewer.scope.reveal.includes(field.sensitive))
      .map(field => field.name),
  )
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)))
}

/** A page of entries within the viewer's scope, newest first. */
export async function listEntries(
  { database, centre, viewer }: Omit<EntryPlace, 'now'>,
  { state, offset, limit }: { state: Stored['state'] | null; offset: number; limit: number },
) {
  const units = codesWithin(viewer.scope.rows.units, centre.code)
  const windows = codesWithin(viewer.scope.rows.windows, centre.code)
  const where = {
    centreId: centre.id,
    ...(state && { state }),
    ...(units !== 'all' && { unit: { in: units } }),
    ...(windows !== 'all' && { window: { in: windows } }),
  }
  const [total, entries] = await Promise.all([
    database.prisma.entry.count({ where }),
    database.prisma.entry.findMany({ where, orderBy: { id: 'desc' }, skip: offset, take: limit }),
  ])
  const stamp = (at: Date | null): string | null => at && centre.hall.zone.textAt(at.getTime())
  return {
    total,
    entries: entries.map(entry => ({
      id: entry.id,
      target: targetOf(entry.target),
      values: shownValues(entry, viewer),
      unusual: entry.unusual,
      state: entry.state,
      enteredBy: entry.enteredBy,
      enteredAt: stamp(entry.enteredAt),
      own: entry.enteredBy === actorOf(viewer),
      decidedBy: entry.decidedBy,
      decidedAt: stamp(entry.decidedAt),
      reason: entry.reason,
      resent: entry.resent,
      batch: entry.batchId,
    })),
  }
}

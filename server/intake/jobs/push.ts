import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Limits } from '../read/limits.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { TargetName } from '../rows/targetNames.ts'
import type { LoadResult } from './request.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isNamedError, NamedError } from '#measures'
import { systemWith } from '../../access/systems.ts'
import { centresOf } from '../../centres/centre.ts'
import { parseInput } from '../../measures/parseInput.ts'
import { loadBatch } from '../batch/loadBatch.ts'
import { openObjects } from '../read/jsonLines.ts'
import { plainMapping } from '../rows/mapping.ts'
import { targetNames } from '../rows/targetNames.ts'
import { targets } from '../targets/index.ts'
import { savedMapping } from './savedMappings.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A push request over HTTP. */
interface Push {
  centre: string
  target: string
  token: string
  key: string
  body: unknown
  now: Date
  limits: Limits
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** The body of a push. */
export const pushBodySchema = z.strictObject({
  rows: z
    .array(z.record(z.string().max(200), value))
    .min(1)
    .max(5000),
  mapping: z.string().max(60).optional(),
})
const keyForm = /^[\w.:-]{1,120}$/

function targetOf(push: Push, allowed: readonly string[]): TargetName {
  const target = targetNames.find(name => name === push.target && allowed.includes(name))
  if (!target) throw new NamedError('token-refused', { what: push.target })
  return target
}

/** Unknown names are refused, because their values would be lost silently. */
function fieldMapping(target: TargetName, headers: readonly string[]): Mapping {
  const mapping = plainMapping(target, headers, targets[target].fields)
  const used = new Set(Object.values(mapping.columns).flat())
  const unknown = headers.find(header => !used.has(header))
  if (unknown !== undefined)
    throw new NamedError('mapping-invalid', {
      mapping: target,
      field: unknown,
      reason: `not a field of ${target}`,
    })
  return mapping
}

/** The centre of a code, or null. Throws where the database cannot be reached. */
async function centreNamed(database: Database, code: string): Promise<Centre | null> {
  try {
    return await centresOf(database).find(code)
  } catch (error) {
    if (isNamedError(error) && error.name === 'unknown-centre') return null
    throw error
  }
}

/**
 * Loads pushed rows as one batch, once per key. Rows use the product's field names, or the columns of a saved
 * mapping. Errors: token-refused, bad-question, push-key-reused, mapping-invalid, and those of loading.
 */
export async function pushRows(database: Database, push: Push): Promise<LoadResult> {
  const centre = await centreNamed(database, push.centre)
  const source = await systemWith(database, push.token, push.now)
  // An unknown centre and an invalid token give the same error, so that outsiders cannot tell which centres
  // exist.
  if (!centre || !source || source.centreId !== centre.id || !source.may.includes('push'))
    throw new NamedError('token-refused', { what: push.target })
  const target = targetOf(push, source.targets)
  if (!keyForm.test(push.key))
    throw new NamedError('bad-question', { field: 'Idempotency-Key', value: push.key.slice(0, 120) })
  const body = parseInput(pushBodySchema, push.body)
  const saved = body.mapping === undefined ? null : await savedMapping(database, centre, body.mapping)
  if (saved && saved.mapping.target !== target)
    throw new NamedError('mapping-invalid', {
      mapping: saved.name,
      field: 'target',
      reason: `${saved.mapping.target} ≠ ${target}`,
    })
  const rows = openObjects(body.rows, saved ? Object.values(saved.mapping.columns).flat() : [])
  return loadBatch(database, {
    source: rows,
    mapping: saved?.mapping ?? fieldMapping(target, rows.headers),
    centre,
    fileName: `push ${source.name}`,
    fileHash: hashOf(JSON.stringify(body)),
    byUser: `push:${source.name}`,
    now: push.now,
    limits: push.limits,
    push: { source: source.name, key: push.key },
  })
}

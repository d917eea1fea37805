import type { Config } from '../../config.ts'
import { NamedError } from '#measures'
import { isUntouched, loadDemo, refreshDemo, removeDemo } from '../../../prisma/demo/county.ts'
import { commandLine } from '../../access/permissions.ts'
import { centresOf } from '../../centres/centre.ts'
import { undoBatch } from '../../intake/batch/undoBatch.ts'
import { verifyCentre } from '../../intake/batch/verify.ts'
import { print, withDatabase } from './withDatabase.ts'

/** bw imports: what has been loaded, newest first. */
export async function importsVerb(_: readonly string[], config: Config): Promise<number> {
  const batches = await withDatabase(config, async ({ prisma }) =>
    prisma.importBatch.findMany({ include: { centre: true }, orderBy: { id: 'desc' } }),
  )
  for (const batch of batches)
    print(
      `${batch.id}\t${batch.centre.code}\t${batch.target}\t${batch.fileName}\trows ` +
        `${batch.rows}\tloaded ${batch.loaded}\tcorrected ` +
        `${batch.corrected}\tunchanged ${batch.unchanged}\tquarantined ` +
        `${batch.quarantined}\tleft out ` +
        `${batch.leftOut}${batch.undoneAt ? '\tundone' : ''}`,
    )
  return 0
}

/** bw undo BATCH */
export async function undoVerb(args: readonly string[], config: Config): Promise<number> {
  const batch = Number(args[0])
  if (!Number.isInteger(batch) || batch < 1)
    throw new NamedError('bad-arguments', { argument: 'BATCH', value: args[0] ?? '' })
  await withDatabase(config, async database =>
    undoBatch(database, batch, { now: config.clock(), byUser: commandLine.name }),
  )
  print(`undone ${batch}`)
  return 0
}

/** bw verify: every derived value recomputed from its facts. */
export async function verifyVerb(_: readonly string[], config: Config): Promise<number> {
  const results = await withDatabase(config, async database => {
    const centres = await centresOf(database).all()
    return Promise.all(
      centres.map(async centre => [centre.code, await verifyCentre(database, centre)] as const),
    )
  })
  for (const [code, { checked, differences }] of results) {
    print(
      `${code}\t${Object.entries(checked)
        .map(([table, count]) => `${table} ${count}`)
        .join(', ')}\t${differences.length === 0 ? 'clean' : `${differences.length} differences`}`,
    )
    for (const { table, key, column, stored, computed } of differences)
      print(`  ${table} ${key} ${column}: stored ${stored}, computed ${computed}`)
  }
  return results.some(([, result]) => result.differences.length > 0) ? 1 : 0
}

/** bw demo load|remove */
export async function demoVerb(args: readonly string[], config: Config): Promise<number> {
  const [action] = args
  if (action !== 'load' && action !== 'remove')
    throw new NamedError('bad-arguments', { argument: 'demo', value: action ?? '' })
  return withDatabase(config, async database => {
    const now = config.clock()
    if (action === 'remove') {
      print(`removed ${await removeDemo(database, now)} batches`)
      return 0
    }
    if ((await database.prisma.importBatch.count({ where: { demo: false } })) > 0)
      throw new NamedError('not-demo-only')
    const loaded = (await database.prisma.importBatch.count({ where: { demo: true, undoneAt: null } })) > 0
    const onStep = (target: string, result: { loaded: number; corrected: number }): void =>
      print(`${target}: ${result.loaded} loaded, ${result.corrected} corrected`)
    if (loaded && !(await isUntouched(database))) await refreshDemo(database, { now, onStep })
    else await loadDemo(database, { now, onStep })
    return 0
  })
}

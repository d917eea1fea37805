import type { Config } from '../../config.ts'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { centresOf } from '../../centres/centre.ts'
import { recomputeCases, recomputeTrades } from '../../intake/batch/recompute.ts'
import { grains } from '../../rollups/grains.ts'
import { buildMissingRollups, buildRollups } from '../../rollups/maintain/build.ts'
import { distribute } from '../../storage/distribute.ts'
import { print, withDatabase } from './withDatabase.ts'

/** bw rollups list · build · rebuild: lists the rollups; builds missing ones; rebuilds all from the facts. */
export async function rollupsVerb(args: readonly string[], config: Config): Promise<number> {
  const [action] = args
  if (action !== 'list' && action !== 'build' && action !== 'rebuild')
    throw new NamedError('bad-arguments', { argument: 'rollups', value: action ?? '' })
  return withDatabase(config, async database => {
    const centres = await centresOf(database).all()
    const codes = new Map(centres.map(centre => [centre.id, centre.code]))
    if (action === 'list') {
      const rows = await database.prisma.rollup.findMany({ orderBy: [{ centreId: 'asc' }, { name: 'asc' }] })
      rows.forEach(row => {
        const state = row.missing.length === 0 ? 'whole' : `missing: ${row.missing.join(', ')}`
        print(`${codes.get(row.centreId)}\t${row.name}\t${state}`)
      })
      return 0
    }
    const said = (build: { centreId: number; fact: string }): void =>
      print(`built\t${codes.get(build.centreId)}\t${build.fact}`)
    if (action === 'build') {
      await buildMissingRollups(database, said)
      return 0
    }
    for (const { id: centreId } of centres) {
      for (const fact of new Set(grains.map(grain => grain.fact))) {
        await buildRollups(database, { centreId, fact })
        said({ centreId, fact })
      }
    }
    return 0
  })
}

/** bw distribute: distributes the tables over a Citus cluster. Safe to run twice. */
export async function distributeVerb(_: readonly string[], config: Config): Promise<number> {
  const done = await withDatabase(config, async database =>
    distribute(database, ({ step, of, table, as }) => print(`${step}/${of}\t${table}\t${as}`)),
  )
  print(done.length === 0 ? 'everything is distributed already' : `distributed ${done.length} tables`)
  return 0
}

/** bw recompute [--dry-run]: working time and verdicts of every case computed again. */
export async function recomputeVerb(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'dry-run': { type: 'boolean', default: false }, 'centre': { type: 'string' } },
  })
  return withDatabase(config, async database => {
    const reader = centresOf(database)
    const centres = values.centre === undefined ? await reader.all() : [await reader.find(values.centre)]
    for (const centre of centres) {
      const request = { centre, now: config.clock(), byUser: 'command line', dryRun: values['dry-run'] }
      const result = await recomputeCases(database, request)
      const trades = await recomputeTrades(database, request)
      print(
        `${centre.code}\tcases ${result.cases}\tchanged ${result.changed}\tchanged ` +
          'verdicts ' +
          `${result.changedVerdicts}${result.batchId === null ? '' : `\tbatch ${result.batchId}`}`,
      )
      print(
        `${centre.code}\ttrades ${trades.trades}\tchanged ` +
          `${trades.changed}${trades.batchId === null ? '' : `\tbatch ${trades.batchId}`}`,
      )
    }
    return 0
  })
}

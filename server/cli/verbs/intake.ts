import type { Config } from '../../config.ts'
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { problemSentence } from '../../intake/problems.ts'
import { addPushSource, pushSources, revokePushSource } from '../../intake/push.ts'
import { quarantineWorkbook } from '../../intake/quarantineFile.ts'
import { quarantinedRows } from '../../intake/repair.ts'
import { savedMappings } from '../../intake/savedMappings.ts'
import { wholeScope } from '../../measures/scope.ts'
import { freshnessOf } from '../../query/freshness.ts'
import { chooseCentre } from './chooseCentre.ts'
import { print, withDatabase } from './withDatabase.ts'

const mostRows = 200_000
const centreOption = { centre: { type: 'string' } } as const

/** bw quarantine BATCH [--centre C] [--out FILE.xlsx] */
export async function quarantineVerb(args: readonly string[], config: Config): Promise<number> {
  const { values, positionals: [batch = ''] } = parseArgs({ args: [...args], allowPositionals: true, options: { ...centreOption, out: { type: 'string' } } })
  const batchId = Number(batch)
  if (!Number.isInteger(batchId) || batchId < 1)
    throw new NamedError('bad-arguments', { argument: 'BATCH', value: batch })
  const page = await withDatabase(config, async database => quarantinedRows(database, await chooseCentre(database, values.centre), { batchId, offset: 0, limit: mostRows }))
  if (values.out !== undefined)
    await writeFile(values.out, await quarantineWorkbook(page))
  else
    page.rows.forEach(row => print(`${problemSentence(row, 'zh')} · ${problemSentence(row, 'en')}${row.repairedIn === null ? '' : ` → ${row.repairedIn}`}`))
  process.stderr.write(`${page.total} rows, ${page.open} open\n`)
  return 0
}

/** bw mappings [--centre C] */
export async function mappingsVerb(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: centreOption })
  const all = await withDatabase(config, async database => savedMappings(database, await chooseCentre(database, values.centre)))
  all.forEach(one => print(`${one.name}\tv${one.version}\t${one.target}\t${one.savedAt}\t${one.byUser}`))
  return 0
}

/** bw source add NAME --target T[,T] · list · revoke NAME */
export async function sourceVerb(args: readonly string[], config: Config): Promise<number> {
  const { values, positionals: [action = '', name = ''] } = parseArgs({ args: [...args], allowPositionals: true, options: { ...centreOption, target: { type: 'string', default: '' } } })
  const now = config.clock()
  return withDatabase(config, async (database) => {
    const centre = await chooseCentre(database, values.centre)
    switch (action) {
      case 'add':
        print(await addPushSource(database, centre, { name, targets: values.target.split(',').filter(Boolean), now }))
        return 0
      case 'revoke':
        await revokePushSource(database, centre, { name, now })
        return 0
      case 'list':
        for (const source of await pushSources(database, centre))
          print(`${source.name}\t${source.targets.join(',')}\t${source.createdAt}${source.revokedAt === null ? '' : `\trevoked ${source.revokedAt}`}`)
        return 0
      default:
        throw new NamedError('bad-arguments', { argument: 'source', value: action })
    }
  })
}

/** bw freshness [--centre C] */
export async function freshnessVerb(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: centreOption })
  const found = await withDatabase(config, async (database) => {
    const centre = await chooseCentre(database, values.centre)
    return freshnessOf(centre.code, { database, scope: wholeScope, now: config.clock() })
  })
  print(JSON.stringify(found))
  return 0
}

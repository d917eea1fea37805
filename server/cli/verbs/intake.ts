import type { SystemPower } from '../../access/systems.ts'
import type { Centre } from '../../centres/centre.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../storage/database.ts'
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { recordAudit } from '../../access/audit.ts'
import { commandLine } from '../../access/permissions.ts'
import { addSystem, listSystems, revokeSystem } from '../../access/systems.ts'
import { quarantineWorkbook } from '../../intake/jobs/quarantineFile.ts'
import { quarantinedRows } from '../../intake/jobs/repair.ts'
import { savedMappings } from '../../intake/jobs/savedMappings.ts'
import { problemSentence } from '../../intake/rows/problems.ts'
import { targetNames } from '../../intake/rows/targetNames.ts'
import { targets } from '../../intake/targets/index.ts'
import { wholeScope } from '../../measures/scope.ts'
import { freshnessOf } from '../../query/freshness.ts'
import { chooseCentre } from './chooseCentre.ts'
import { print, withDatabase } from './withDatabase.ts'

const mostRows = 200_000
const centreOption = { centre: { type: 'string' } } as const

/** bw quarantine BATCH [--centre C] [--out FILE.xlsx] */
export async function quarantineVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [batch = ''],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...centreOption, out: { type: 'string' } },
  })
  const batchId = Number(batch)
  if (!Number.isInteger(batchId) || batchId < 1)
    throw new NamedError('bad-arguments', { argument: 'BATCH', value: batch })
  const page = await withDatabase(config, async database =>
    quarantinedRows(database, await chooseCentre(database, values.centre), {
      batchId,
      offset: 0,
      limit: mostRows,
    }),
  )
  const fields = Object.values(targets).find(({ name }) => name === page.target)?.fields ?? []
  if (values.out !== undefined)
    await writeFile(
      values.out,
      await quarantineWorkbook(page, { by: commandLine.shownName, at: config.clock() }),
    )
  else
    page.rows.forEach(row =>
      print(
        `${problemSentence(row, fields, 'zh')} · ` +
          `${problemSentence(row, fields, 'en')}${row.repairedIn === null ? '' : ` → ${row.repairedIn}`}`,
      ),
    )
  process.stderr.write(`${page.total} rows, ${page.open} open\n`)
  return 0
}

/** bw mappings [--centre C] */
export async function mappingsVerb(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: centreOption })
  const all = await withDatabase(config, async database =>
    savedMappings(database, await chooseCentre(database, values.centre)),
  )
  all.forEach(mapping =>
    print(`${mapping.name}\tv${mapping.version}\t${mapping.target}\t${mapping.savedAt}\t${mapping.byUser}`),
  )
  return 0
}

const listOf = (text: string): string[] => text.split(',').filter(Boolean)

function targetsOf(text: string): string[] {
  const targets = listOf(text)
  const unknown = targets.find(target => !(targetNames as readonly string[]).includes(target))
  if (unknown !== undefined) throw new NamedError('bad-arguments', { argument: '--target', value: unknown })
  return targets
}

/** A call of `bw source`: the system it names, at one centre. */
interface SourceCall {
  database: Database
  centre: Centre
  name: string
  now: Date
}

async function auditSource({ database, centre, name, now }: SourceCall, action: string, details = {}) {
  const event = { at: now, actor: commandLine.name, action, outcome: 'done' as const, details }
  await recordAudit(database, { ...event, centre: centre.code, subject: name })
}

async function addSource(call: SourceCall, options: { target: string; may: string; days?: string }) {
  const targets = targetsOf(options.target)
  const may = listOf(options.may) as SystemPower[]
  print(
    await addSystem(call.database, call.centre, {
      name: call.name,
      targets,
      may,
      days: options.days === undefined ? null : Number(options.days),
      createdBy: commandLine.name,
      now: call.now,
    }),
  )
  await auditSource(call, 'system-added', { may, targets })
}

async function listSources({ database, centre }: SourceCall): Promise<void> {
  for (const { name, may, targets, createdAt, expiresAt, revokedAt } of await listSystems(database, centre))
    print(
      [
        name,
        may.join(','),
        targets.join(','),
        createdAt,
        ...(expiresAt === null ? [] : [`until ${expiresAt}`]),
        ...(revokedAt === null ? [] : [`revoked ${revokedAt}`]),
      ].join('\t'),
    )
}

/** bw source add NAME [--may push,ask,metrics] [--target T[,T]] [--days N] · list · revoke NAME */
export async function sourceVerb(args: readonly string[], config: Config): Promise<number> {
  const options = {
    ...centreOption,
    target: { type: 'string', default: '' },
    may: { type: 'string', default: 'push' },
    days: { type: 'string' },
  } as const
  const {
    values,
    positionals: [action = '', name = ''],
  } = parseArgs({ args: [...args], allowPositionals: true, options })
  return withDatabase(config, async database => {
    const centre = await chooseCentre(database, values.centre)
    const call: SourceCall = { database, centre, name, now: config.clock() }
    switch (action) {
      case 'add':
        await addSource(call, values)
        return 0
      case 'revoke':
        await revokeSystem(database, centre, call)
        await auditSource(call, 'system-revoked')
        return 0
      case 'list':
        await listSources(call)
        return 0
      default:
        throw new NamedError('bad-arguments', { argument: 'source', value: action })
    }
  })
}

/** bw freshness [--centre C] */
export async function freshnessVerb(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: centreOption })
  const freshness = await withDatabase(config, async database => {
    const centre = await chooseCentre(database, values.centre)
    return freshnessOf(centre.code, { database, scope: wholeScope, now: config.clock() })
  })
  print(JSON.stringify(freshness))
  return 0
}

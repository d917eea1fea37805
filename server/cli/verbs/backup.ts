import type { Config } from '../../config.ts'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { NamedError } from '#measures'
import { recordAudit } from '../../access/audit.ts'
import { forgetAuditHead, noteAuditHead } from '../../access/auditHead.ts'
import { commandLine } from '../../access/permissions.ts'
import { prepareDatabase } from '../../prepare.ts'
import { buildMissingRollups } from '../../rollups/maintain/build.ts'
import { acceptRestoredLog } from '../../storage/auditKey.ts'
import { batchesIn } from '../../storage/backup/inside.ts'
import { checkBackup } from '../../storage/backup/open.ts'
import { backupFolder, backupName } from '../../storage/backup/place.ts'
import { restoreBackup } from '../../storage/backup/restore.ts'
import { writeBackup } from '../../storage/backup/write.ts'
import { openDatabase, reachDatabase } from '../../storage/database.ts'
import { forgetIdentity } from '../../storage/databaseIdentity.ts'
import { print, withDatabase } from './withDatabase.ts'

const size = (bytes: number): string => `${(bytes / 1048576).toFixed(1)} MB`

/** bw backup [FILE]: writes a backup of all data as of now, while the product stays in use. */
export async function backupVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    positionals: [given],
  } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const now = config.clock()
  const file = path.resolve(given ?? path.join(backupFolder(config.dataFolder), backupName('manual', now)))
  await withDatabase(config, async database => {
    const { bytes, rows, tables } = await writeBackup(database.url, file, { now, keys: config.backupKeys })
    await recordAudit(database, {
      at: now,
      actor: commandLine.name,
      action: 'backup',
      outcome: 'done',
      subject: path.basename(file),
      details: { bytes, rows },
    })
    await noteAuditHead(database, config.dataFolder, now)
    print(`${file}\t${tables} tables\t${rows} rows\t${size(bytes)}`)
  })
  return 0
}

/** Backs up the present content before it is replaced. Errors: database-not-empty, without --replace. */
async function keepFirst(url: string, config: Config, replace: boolean): Promise<void> {
  const folder = backupFolder(config.dataFolder)
  const batches = await batchesIn(url)
  if (batches === 0) return
  if (!replace) throw new NamedError('database-not-empty', { batches, folder })
  const kept = path.join(folder, backupName('before-restore', config.clock()))
  await writeBackup(url, kept, { now: config.clock(), keys: config.backupKeys })
  print(`kept ${kept}`)
}

/**
 * bw backup-key: creates a pair of keys, for users without an age program. The identity is printed and not
 * stored.
 */
export async function backupKeyVerb(): Promise<number> {
  const identity = await generateIdentity()
  print(`BW_BACKUP_RECIPIENT=${await identityToRecipient(identity)}`)
  print(`BW_BACKUP_IDENTITY=${identity}`)
  return 0
}

/** Reads a backup and prints its content, without a database. */
async function checkOnly(file: string, config: Config): Promise<number> {
  const { tables, rows, madeAt } = await checkBackup(file, config.backupKeys)
  print(`${tables} tables\t${rows} rows\tas of ${madeAt}`)
  return 0
}

/**
 * bw restore FILE [--replace]: replaces the content of the database by a backup. With --check, the backup is
 * only read.
 */
export async function restoreVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [given],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      replace: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  })
  if (given === undefined) throw new NamedError('bad-arguments', { argument: 'FILE', value: '' })
  const file = path.resolve(given)
  if (values.check) return checkOnly(file, config)
  const restored = await reachDatabase(config, async ({ url, release }) => {
    await keepFirst(url, config, values.replace)
    const done = await restoreBackup(url, file, config.backupKeys)
    await forgetIdentity(config.dataFolder)
    await forgetAuditHead(config.dataFolder)
    await release()
    return done
  })
  // Newer migrations, calendars and rollups are added, as at any start.
  const database = await openDatabase(config)
  try {
    await acceptRestoredLog(database.pool, config.dataFolder)
    await prepareDatabase(database)
    await buildMissingRollups(database)
    await recordAudit(database, {
      at: config.clock(),
      actor: commandLine.name,
      action: 'restore',
      outcome: 'done',
      subject: path.basename(file),
      details: { madeAt: restored.madeAt, rows: restored.rows },
    })
  } finally {
    await database.close()
  }
  print(`${restored.tables} tables\t${restored.rows} rows\tas of ${restored.madeAt}`)
  if (restored.secondFactorsRemoved > 0)
    print(
      `${restored.secondFactorsRemoved} two-step verifications removed: ` +
        'this backup came without the secret that opens them',
    )
  return 0
}

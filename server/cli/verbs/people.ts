import type { Config } from '../../config.ts'
import type { Database } from '../../storage/database.ts'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { addAccount, changeRights, listAccounts, setDisabled } from '../../access/accounts.ts'
import { recordAudit } from '../../access/audit.ts'
import { noteAuditHead } from '../../access/auditHead.ts'
import { checkAuditLog } from '../../access/auditTrail.ts'
import { invite } from '../../access/invitations.ts'
import { forgetFailures } from '../../access/lockOut.ts'
import { commandLine } from '../../access/permissions.ts'
import { addressOf } from '../../address.ts'
import { print, withDatabase } from './withDatabase.ts'

const options = {
  name: { type: 'string' },
  role: { type: 'string' },
  centre: { type: 'string' },
  unit: { type: 'string' },
  window: { type: 'string' },
} as const
const codesOf = (text: string | undefined): 'all' | string[] =>
  text === undefined ? 'all' : text.split(',').filter(Boolean)

interface Work {
  database: Database
  config: Config
  user: string
  values: { name?: string; role?: string; centre?: string; unit?: string; window?: string }
}

async function idOf({ database, user }: Work): Promise<string> {
  const found = await database.prisma.user.findUnique({ where: { username: user } })
  if (!found) throw new NamedError('not-found', { what: user })
  return found.id
}

async function link({ database, config }: Work, userId: string): Promise<void> {
  const token = await invite(database, { userId, createdBy: commandLine.name, now: config.clock() })
  print(`${addressOf(config)}/invitation#${token}`)
}

const actions: Record<string, (work: Work) => Promise<void>> = {
  add: async work => {
    const { database, user, values } = work
    const rows = {
      centres: codesOf(values.centre),
      units: codesOf(values.unit),
      windows: codesOf(values.window),
    }
    const id = await addAccount(database, commandLine, {
      name: user,
      shownName: values.name ?? user,
      roles: (values.role ?? '').split(',').filter(Boolean),
      rows,
    })
    await link(work, id)
  },
  role: async work => {
    const { values } = work
    const rows = {
      centres: codesOf(values.centre),
      units: codesOf(values.unit),
      windows: codesOf(values.window),
    }
    await changeRights(work.database, commandLine, {
      id: await idOf(work),
      shownName: values.name ?? '',
      roles: (values.role ?? '').split(',').filter(Boolean),
      rows,
    })
  },
  link: async work => {
    await forgetFailures(work.database, work.user)
    await link(work, await idOf(work))
  },
  disable: async work =>
    setDisabled(work.database, commandLine, {
      id: await idOf(work),
      disabled: true,
      now: work.config.clock(),
    }),
  enable: async work =>
    setDisabled(work.database, commandLine, {
      id: await idOf(work),
      disabled: false,
      now: work.config.clock(),
    }),
}

/**
 * bw user list · add|role NAME --role R[,R] [--name SHOWN] [--centre C] [--unit U] [--window W] ·
 * link|disable|enable NAME
 */
export async function userVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [action = '', user = ''],
  } = parseArgs({ args: [...args], allowPositionals: true, options })
  return withDatabase(config, async database => {
    if (action === 'list') {
      for (const account of await listAccounts(database, commandLine, config.clock())) {
        const { name, shownName, roles, rows, disabled } = account
        const line = [name, shownName, roles.join(','), JSON.stringify(rows)]
        print([...line, ...(disabled ? ['disabled'] : [])].join('\t'))
      }
      return 0
    }
    const work = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!work || user === '')
      throw new NamedError('bad-arguments', { argument: work ? 'NAME' : 'user', value: work ? user : action })
    await work({ database, config, user, values })
    await recordAudit(database, {
      at: config.clock(),
      actor: commandLine.name,
      action: `account-${action}`,
      outcome: 'done',
      subject: user,
      details: { roles: values.role ?? '' },
    })
    return 0
  })
}

/**
 * bw audit verify [--until HASH]: whether no entry was changed or taken out; prints the last hash, to
 * be kept elsewhere.
 */
export async function auditVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [action = ''],
  } = parseArgs({ args: [...args], allowPositionals: true, options: { until: { type: 'string' } } })
  if (action !== 'verify') throw new NamedError('bad-arguments', { argument: 'audit', value: action })
  const { entries, unverified, lastHash, broken } = await withDatabase(config, async database => {
    const check = await checkAuditLog(database, config.dataFolder, values.until)
    if (check.broken === null) await noteAuditHead(database, config.dataFolder, config.clock())
    return check
  })
  print(`${entries} entries\t${lastHash}`)
  if (unverified > 0) print(`${unverified} entries under another key: only their order was checked`)
  if (broken === null) return 0
  process.stderr.write(`broken at entry ${broken.number}: ${broken.why}\n`)
  return 1
}

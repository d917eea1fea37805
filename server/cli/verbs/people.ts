import type { AccountRows } from '../../access/viewer.ts'
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
import { placeCode, placeOf } from '../../measures/scope.ts'
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

/**
 * Parses the rows of an account: units and windows by centre and code, or by code alone where only one centre
 * is possible. Errors: bad-arguments.
 */
async function rowsFrom({ database, values }: Work): Promise<AccountRows> {
  const centres = codesOf(values.centre)
  const known =
    centres === 'all'
      ? (await database.prisma.centre.findMany({ select: { code: true } })).map(({ code }) => code)
      : centres
  const places = (argument: string, text: string | undefined): AccountRows['units'] => {
    const codes = codesOf(text)
    if (codes === 'all') return 'all'
    return codes.map(code => {
      const place = placeOf(code)
      if (place && known.includes(place.centre)) return code
      const [only, ...others] = known
      if (only === undefined || others.length > 0)
        throw new NamedError('bad-arguments', { argument, value: code })
      return placeCode(only, code)
    })
  }
  return { centres, units: places('--unit', values.unit), windows: places('--window', values.window) }
}

interface Work {
  database: Database
  config: Config
  user: string
  values: { name?: string; role?: string; centre?: string; unit?: string; window?: string }
}

async function idOf({ database, user }: Work): Promise<string> {
  const account = await database.prisma.user.findUnique({ where: { username: user } })
  if (!account) throw new NamedError('not-found', { what: user })
  return account.id
}

async function link({ database, config }: Work, userId: string): Promise<void> {
  const token = await invite(database, { userId, createdBy: commandLine.name, now: config.clock() })
  print(`${addressOf(config)}/invitation#${token}`)
}

const actions: Record<string, (work: Work) => Promise<void>> = {
  add: async work => {
    const { database, user, values } = work
    const rows = await rowsFrom(work)
    const { id } = await addAccount(database, commandLine, {
      name: user,
      shownName: values.name ?? user,
      roles: (values.role ?? '').split(',').filter(Boolean),
      rows,
    })
    await link(work, id)
  },
  role: async work => {
    const { values } = work
    const rows = await rowsFrom(work)
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
 * bw user list · add|role NAME --role R[,R] [--name SHOWN] [--centre C] [--unit C/U] [--window C/W] ·
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
 * bw audit verify [--until HASH]: checks that no entry was changed or removed. Prints the last hash, which
 * should be kept elsewhere.
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

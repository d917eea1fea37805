import type { Scope } from '../measures/scope.ts'
import type { Names, Sensitivity } from '../model/index.ts'
import { seesWhole, wholeScope } from '../measures/scope.ts'

interface Declared {
  names: Names
  /** True where a viewer of some units or windows keeps the permission; false where they lose it. */
  limited: boolean
  /** True for permissions to change something. */
  changes: boolean
}

/** All permissions. A procedure that declares none is refused to everyone. */
export const permissionTable = {
  'anyone': { names: { zh: '无须登录', en: 'Without signing in' }, limited: true, changes: false },
  'signedIn': {
    names: { zh: '管理自己的账户', en: 'Manage one’s own account' },
    limited: true,
    changes: false,
  },
  'figures.read': { names: { zh: '查看指标', en: 'See figures' }, limited: true, changes: false },
  'figures.share': {
    names: { zh: '生成只读链接', en: 'Share figures by link' },
    limited: true,
    changes: true,
  },
  'rows.read': { names: { zh: '查看记录', en: 'See records' }, limited: true, changes: false },
  'catalogue.read': { names: { zh: '查看目录', en: 'See the catalogue' }, limited: true, changes: false },
  'notes.write': { names: { zh: '写备注', en: 'Write notes' }, limited: true, changes: true },
  'targets.write': { names: { zh: '设定目标', en: 'Set targets' }, limited: false, changes: true },
  'trading.read': {
    names: { zh: '查看交易过程与信号', en: 'See trading processes and signals' },
    limited: false,
    changes: false,
  },
  'briefings.read': { names: { zh: '查看简报', en: 'Read briefings' }, limited: false, changes: false },
  'briefings.write': { names: { zh: '起草简报', en: 'Write briefings' }, limited: false, changes: true },
  'briefings.freeze': {
    names: { zh: '签发、退回与撤回简报', en: 'Sign, send back and withdraw briefings' },
    limited: false,
    changes: true,
  },
  'entries.write': { names: { zh: '填写记录', en: 'Enter records' }, limited: true, changes: true },
  'entries.review': {
    names: { zh: '审核填报', en: 'Review entered records' },
    limited: false,
    changes: true,
  },
  'periods.lock': { names: { zh: '锁定期间', en: 'Lock periods' }, limited: false, changes: true },
  'imports.read': { names: { zh: '查看导入', en: 'See imports' }, limited: false, changes: false },
  'imports.write': { names: { zh: '导入与撤销', en: 'Import and undo' }, limited: false, changes: true },
  'accounts.manage': { names: { zh: '管理账户', en: 'Manage accounts' }, limited: false, changes: true },
  'systems.manage': {
    names: { zh: '管理对接系统', en: 'Manage connected systems' },
    limited: false,
    changes: true,
  },
  'audit.read': { names: { zh: '查看审计', en: 'Read the audit log' }, limited: false, changes: false },
  'operations.read': {
    names: { zh: '查看运行状况', en: 'See the server’s status' },
    limited: false,
    changes: false,
  },
  'operations.write': {
    names: { zh: '备份与设置', en: 'Backups and settings' },
    limited: false,
    changes: true,
  },
  'metrics.read': {
    names: { zh: '读取监控指标', en: 'Read the server’s metrics' },
    limited: true,
    changes: false,
  },
} satisfies Record<string, Declared>

export type Permission = keyof typeof permissionTable
const permissions = Object.keys(permissionTable) as Permission[]

/** The person or system behind a request: its permissions and the rows it sees. */
export interface Viewer {
  /** The id of the account; null for systems, the command line and anonymous requests. */
  id: string | null
  /** The name for signing in, which is recorded with every action. */
  name: string
  /** The name that is shown to others. */
  shownName: string
  roles: readonly string[]
  may: readonly Permission[]
  scope: Scope
  address: string
  /** The administrator who is impersonating this account read-only; null otherwise. */
  impersonatedBy: string | null
  demo: boolean
}

const seesNothing: Scope = { rows: { centres: [], units: [], windows: [] }, reveal: [], benchmark: false }

/** The viewer of an anonymous request. */
export const nobody: Viewer = {
  id: null,
  name: '',
  shownName: '',
  roles: [],
  may: ['anyone'],
  scope: seesNothing,
  address: '',
  impersonatedBy: null,
  demo: false,
}

/**
 * The viewer of the command line. Whoever can read the data folder can do everything, so it has all
 * permissions.
 */
export const commandLine: Viewer = {
  ...nobody,
  name: 'command line',
  shownName: 'command line',
  may: permissions,
  scope: wholeScope,
}

/** The account that is responsible for a viewer's actions: the administrator in case of impersonation. */
export const actorOf = ({ name, impersonatedBy }: Viewer): string => (impersonatedBy ?? name) || '-'

const everybody: readonly Sensitivity[] = ['staff', 'giver', 'bidder', 'applicant']

/**
 * True for viewers who may see the original cells of files: those who load them, and those from whom no
 * person is hidden. Any cell may contain a name, whatever its column is called.
 */
export const seesCells = ({ may, scope }: Viewer): boolean =>
  may.includes('imports.write') || everybody.every(sensitivity => scope.reveal.includes(sensitivity))

/** Removes the permissions that a viewer of a part of the hall may not have. */
export function permittedWithin(may: readonly Permission[], scope: Scope): Permission[] {
  return may.filter(permission => seesWhole(scope) || permissionTable[permission].limited)
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    host === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
  )
}

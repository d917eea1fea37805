import type { Names, Sensitivity } from '../model/index.ts'
import type { Permission } from './permissions.ts'

/** A role: its name and permissions. An account may have several; permissions are added up. */
interface Role {
  names: Names
  does: Names
  may: readonly Permission[]
  reveal: readonly Sensitivity[]
  /** True where accounts with this role must be limited to units or windows. */
  partOfHall?: boolean
}

const reads: readonly Permission[] = ['figures.read', 'rows.read', 'catalogue.read']

/**
 * The roles of a centre. Leaders see all figures but no individuals; who gave a banner or complained is shown
 * only to clerks and discipline inspection; administrators run the server and see no figures.
 */
export const roleTable = {
  leader: {
    names: { zh: '领导', en: 'Leader' },
    does: {
      zh: '查看全部指标与记录，不显示个人；签发简报',
      en: 'Sees every figure and record, but no individuals; signs briefings',
    },
    may: [
      ...reads,
      'figures.share',
      'notes.write',
      'targets.write',
      'trading.read',
      'briefings.read',
      'briefings.freeze',
      'entries.review',
      'periods.lock',
    ],
    reveal: ['bidder'],
  },
  clerk: {
    names: { zh: '文书', en: 'Clerk' },
    does: {
      zh: '导入、核对和撤销数据；起草简报',
      en: 'Imports, checks and undoes data; writes briefings',
    },
    may: [
      ...reads,
      'figures.share',
      'notes.write',
      'targets.write',
      'trading.read',
      'briefings.read',
      'briefings.write',
      'imports.read',
      'imports.write',
      'entries.write',
      'entries.review',
      'periods.lock',
    ],
    reveal: ['giver', 'bidder'],
  },
  windowChief: {
    names: { zh: '窗口负责人', en: 'Window chief' },
    does: { zh: '只看所辖单位或窗口', en: 'Sees only their own units or windows' },
    may: [...reads, 'notes.write', 'entries.write'],
    reveal: ['staff'],
    partOfHall: true,
  },
  tradingChief: {
    names: { zh: '交易负责人', en: 'Trading chief' },
    does: { zh: '查看交易台账与投标单位', en: 'Sees the trading ledger and its bidders' },
    may: [...reads, 'trading.read', 'briefings.read'],
    reveal: ['bidder'],
  },
  inspection: {
    names: { zh: '纪检监察', en: 'Discipline inspection' },
    does: { zh: '查看全部明细与审计日志', en: 'Sees every detail and the audit log' },
    may: [...reads, 'trading.read', 'briefings.read', 'imports.read', 'audit.read'],
    reveal: ['staff', 'giver', 'bidder', 'applicant'],
  },
  administrator: {
    names: { zh: '系统管理员', en: 'Administrator' },
    does: {
      zh: '管理账户、对接系统与运行，不看业务指标',
      en: 'Manages accounts, connected systems and the server; sees no figures',
    },
    may: [
      'catalogue.read',
      'imports.read',
      'accounts.manage',
      'systems.manage',
      'audit.read',
      'operations.read',
      'operations.write',
      'metrics.read',
    ],
    reveal: [],
  },
} satisfies Record<string, Role>

export type RoleName = keyof typeof roleTable
export const roleNames = Object.keys(roleTable) as RoleName[]

/** The role of that name; null for an unknown name, which gives no rights. */
export function roleNamed(name: string): Role | null {
  return Object.hasOwn(roleTable, name) ? roleTable[name as RoleName] : null
}

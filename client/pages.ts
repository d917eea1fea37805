import type { Names } from '#measures'
import type { Outputs } from './data/trpc.ts'

/** What an account may be allowed to do. */
export type Permission = NonNullable<Outputs['access']['state']['me']>['may'][number]

/** What the frame around a page needs to know of it. */
interface PageSettings {
  /** Its address; `:code` and the like are read by the page. */
  path: string
  /** Who may open it; a page without one is as open as its parent. With a name it is in their navigation. */
  permission?: Permission
  /** What the navigation calls it. */
  names?: Names
  /** A page reached from another one, whose entry in the navigation is marked as current. */
  parent?: string
  /** What the filter bar limits: everything, the period alone, or nothing (no bar). */
  filters: 'all' | 'period' | 'none'
  /** True for a page that has nothing to show before the first centre exists. */
  needsCentre?: true
  /** True for a page that has nothing to show to people who see one centre. */
  several?: true
  /** True for a page that is open to people who are not signed in. */
  public?: true
  /** True for a page without the frame around it. */
  bare?: true
  /** True for pages that keep the figures rather than show them; the navigation sets them apart. */
  office?: true
}

/**
 * Every page, in the order of the navigation. Its component is the file `client/<room>/<Name>Page.vue`,
 * found by name. Routes, navigation, filter bar and the first page of an account read this list.
 */
const pages = {
  overview: {
    path: '/',
    names: { zh: '总览', en: 'Overview' },
    permission: 'figures.read',
    filters: 'all',
    needsCentre: true,
  },
  windows: {
    path: '/windows',
    names: { zh: '窗口', en: 'Windows' },
    permission: 'figures.read',
    filters: 'all',
  },
  window: { path: '/windows/:code(.+)', parent: 'windows', filters: 'all' },
  items: { path: '/items', names: { zh: '事项', en: 'Items' }, permission: 'figures.read', filters: 'all' },
  joint: { path: '/joint', names: { zh: '联办', en: 'Joint' }, permission: 'figures.read', filters: 'all' },
  // Trades belong to no window, so time alone limits their page.
  trading: {
    path: '/trading',
    names: { zh: '交易', en: 'Trades' },
    permission: 'trading.read',
    filters: 'period',
  },
  trade: { path: '/trading/:code(.+)', parent: 'trading', filters: 'none' },
  feedback: {
    path: '/feedback',
    names: { zh: '群众', en: 'Voices' },
    permission: 'figures.read',
    filters: 'all',
  },
  team: { path: '/team', names: { zh: '队伍', en: 'Team' }, permission: 'figures.read', filters: 'all' },
  services: {
    path: '/services',
    names: { zh: '特色', en: 'Services' },
    permission: 'figures.read',
    filters: 'all',
  },
  townships: {
    path: '/townships',
    names: { zh: '县乡', en: 'Townships' },
    permission: 'figures.read',
    filters: 'all',
  },
  rules: {
    path: '/rules',
    names: { zh: '制度', en: 'Rules' },
    permission: 'figures.read',
    filters: 'period',
  },
  notice: { path: '/notices/:code(.+)', parent: 'rules', filters: 'none' },
  ask: { path: '/ask', names: { zh: '问数', en: 'Ask' }, permission: 'figures.read', filters: 'none' },
  centres: {
    path: '/centres',
    names: { zh: '各中心', en: 'Centres' },
    permission: 'figures.read',
    filters: 'period',
    several: true,
  },
  entry: {
    path: '/entry',
    names: { zh: '填报', en: 'Entry' },
    permission: 'entries.write',
    office: true,
    filters: 'none',
    needsCentre: true,
  },
  review: {
    path: '/review',
    names: { zh: '审核', en: 'Review' },
    permission: 'entries.review',
    office: true,
    filters: 'none',
    needsCentre: true,
  },
  reports: {
    path: '/reports',
    names: { zh: '进度', en: 'Reports' },
    permission: 'figures.read',
    office: true,
    filters: 'none',
    needsCentre: true,
  },
  briefings: {
    path: '/briefings',
    names: { zh: '简报', en: 'Briefings' },
    permission: 'briefings.read',
    office: true,
    filters: 'none',
  },
  briefing: { path: '/briefings/:id(\\d+)', parent: 'briefings', filters: 'none' },
  paper: { path: '/briefings/paper', parent: 'briefings', filters: 'none' },
  figures: { path: '/figures', parent: 'briefings', filters: 'period' },
  measures: {
    path: '/measures',
    names: { zh: '口径', en: 'Definitions' },
    permission: 'catalogue.read',
    office: true,
    filters: 'none',
  },
  data: {
    path: '/data',
    names: { zh: '数据', en: 'Data' },
    permission: 'imports.read',
    office: true,
    filters: 'none',
    needsCentre: true,
  },
  import: {
    path: '/data/import',
    permission: 'imports.write',
    parent: 'data',
    filters: 'none',
    needsCentre: true,
  },
  quarantine: { path: '/data/quarantine/:batch(\\d+)', parent: 'data', filters: 'none' },
  people: {
    path: '/people',
    names: { zh: '账户', en: 'Accounts' },
    permission: 'accounts.manage',
    office: true,
    filters: 'none',
  },
  audit: {
    path: '/audit',
    names: { zh: '审计', en: 'Audit' },
    permission: 'audit.read',
    office: true,
    filters: 'none',
  },
  server: {
    path: '/server',
    names: { zh: '系统', en: 'Server' },
    permission: 'operations.read',
    office: true,
    filters: 'none',
  },
  account: { path: '/account', filters: 'none' },
  invitation: { path: '/invitation', filters: 'none', public: true },
  wall: { path: '/wall', permission: 'figures.read', filters: 'none', needsCentre: true, bare: true },
  // Every other address; the last of all.
  missing: { path: '/:rest(.*)*', filters: 'none' },
} as const satisfies Record<string, PageSettings>

export type PageName = keyof typeof pages

/** The settings of a route by its name; null for an address that is no page of this list. */
export function pageSettings(name: unknown): PageSettings | null {
  return typeof name === 'string' && Object.hasOwn(pages, name) ? pages[name as PageName] : null
}

/** What somebody must be allowed in order to open a page; null for a page that is open to everybody. */
export function pagePermission(name: unknown): Permission | null {
  const page = pageSettings(name)
  return page?.permission ?? (page?.parent ? pagePermission(page.parent) : null)
}

/** Whether somebody may open a page; otherwise what it asks for would be refused, and that audited. */
export function isOpenTo(name: unknown, may: (permission: Permission) => boolean): boolean {
  const permission = pagePermission(name)
  return permission === null || may(permission)
}

/** Whether this is the name of a page. */
export const isPage = (name: unknown): name is PageName => pageSettings(name) !== null

/** Every page with its address. */
export const pageAddresses: readonly { name: PageName; path: string }[] = (
  Object.keys(pages) as PageName[]
).map(name => ({ name, path: pages[name].path }))

/** A page that has a name in the navigation. */
export type NamedPage = {
  [Name in PageName]: (typeof pages)[Name] extends { names: Names } ? Name : never
}[PageName]

/** What the navigation calls a page. */
export function pageNames(name: NamedPage): Names {
  return pages[name].names
}

/** Pages of the navigation in two groups: those that show figures, and those that keep them. */
export function pageGroups(shown: readonly NamedPage[]): NamedPage[][] {
  const isOffice = (name: NamedPage): boolean => (pages[name] as PageSettings).office === true
  return [shown.filter(name => !isOffice(name)), shown.filter(isOffice)].filter(group => group.length > 0)
}

/** The pages of every morning. Whoever keeps a window enters its figures; the first four find room. */
const everyMorning: readonly NamedPage[] = ['overview', 'windows', 'trading', 'briefings', 'entry', 'reports']

/** The pages in the line at the foot of a phone; the first ones of people who may open none of these. */
export function phoneTabs(shown: readonly NamedPage[]): NamedPage[] {
  const found = everyMorning.filter(name => shown.includes(name))
  return (found.length > 0 ? found : shown).slice(0, 4)
}

/** The pages among these that have something to show to people who see so many centres. */
export const pagesFor = (shown: readonly NamedPage[], centres: number): NamedPage[] =>
  shown.filter(name => centres > 1 || !(pages[name] as PageSettings).several)

/** The pages of the navigation that somebody with these permissions may open, in order. */
export function navigationPages(may: (permission: Permission) => boolean): NamedPage[] {
  return (Object.keys(pages) as PageName[]).filter((name): name is NamedPage => {
    const { permission, names }: PageSettings = pages[name]
    return permission !== undefined && names !== undefined && may(permission)
  })
}

import type { Outputs } from './data/trpc.ts'

/** What an account may be allowed to do. */
export type Permission = NonNullable<Outputs['access']['state']['me']>['may'][number]

/** What the frame around a page needs to know of it. */
interface PageSettings {
  /** The page appears in the navigation of people with this permission. */
  permission?: Permission
  /** A page reached from another one, whose entry in the navigation is marked as current. */
  parent?: string
  /** What the filter bar limits: everything, the period alone, or nothing (no bar). */
  filters: 'all' | 'period' | 'none'
  /** True for a page that has nothing to show before the first centre exists. */
  needsCentre?: true
  /** True for a page that is open to people who are not signed in. */
  public?: true
  /** True for pages that keep the figures rather than show them; the navigation sets them apart. */
  office?: true
}

/**
 * Every page, in the order of the navigation. `routes.ts` gives each its address and component;
 * navigation, filter bar and the first page of an account read this list.
 */
const pages = {
  overview: { permission: 'figures.read', filters: 'all', needsCentre: true },
  windows: { permission: 'figures.read', filters: 'all' },
  window: { parent: 'windows', filters: 'all' },
  items: { permission: 'figures.read', filters: 'all' },
  joint: { permission: 'figures.read', filters: 'all' },
  // Trades belong to no window, so time alone limits their page.
  trading: { permission: 'trading.read', filters: 'period' },
  trade: { parent: 'trading', filters: 'none' },
  briefings: { permission: 'briefings.read', office: true, filters: 'none' },
  briefing: { parent: 'briefings', filters: 'none' },
  paper: { parent: 'briefings', filters: 'none' },
  figures: { parent: 'briefings', filters: 'period' },
  measures: { permission: 'catalogue.read', office: true, filters: 'none' },
  data: { permission: 'imports.read', office: true, filters: 'none', needsCentre: true },
  import: { parent: 'data', filters: 'none', needsCentre: true },
  quarantine: { parent: 'data', filters: 'none' },
  people: { permission: 'accounts.manage', office: true, filters: 'none' },
  audit: { permission: 'audit.read', office: true, filters: 'none' },
  server: { permission: 'operations.read', office: true, filters: 'none' },
  account: { filters: 'none' },
  invitation: { filters: 'none', public: true },
} as const satisfies Record<string, PageSettings>

export type PageName = keyof typeof pages

/** Pages of the navigation in two groups: those that show figures, and those that keep them. */
export function pageGroups(shown: readonly PageName[]): PageName[][] {
  const isOffice = (name: PageName): boolean => (pages[name] as PageSettings).office === true
  return [shown.filter(name => !isOffice(name)), shown.filter(isOffice)].filter(group => group.length > 0)
}

const everyMorning: readonly PageName[] = ['overview', 'windows', 'trading', 'briefings']

/** The pages in the line at the foot of a phone; the first ones of people who may open none of these. */
export function phoneTabs(shown: readonly PageName[]): PageName[] {
  const found = everyMorning.filter(name => shown.includes(name))
  return found.length > 0 ? found : shown.slice(0, 4)
}

/** The settings of a route by its name; null for an address that is no page of this list. */
export function pageSettings(name: unknown): PageSettings | null {
  return typeof name === 'string' && Object.hasOwn(pages, name) ? pages[name as PageName] : null
}

/** The pages of the navigation that somebody with these permissions may open, in order. */
export function navigationPages(may: (permission: Permission) => boolean): PageName[] {
  return (Object.keys(pages) as PageName[]).filter(name => {
    const { permission }: PageSettings = pages[name]
    return permission !== undefined && may(permission)
  })
}

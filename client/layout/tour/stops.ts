import type { PageName } from '../../pages.ts'

/** One stop of the tour: a control that is shown where it stands. */
interface Place {
  /** The page on which it stands; absent for what stands on every page. */
  page?: PageName
  /** Where it is; the first of these that can be seen. */
  at: readonly string[]
}

/** What a phone has behind its last tab. */
const more = '.tabs .line button'
/** The entry of a page in the navigation, and where a phone keeps it. */
const entryOf = (address: string): string[] => [
  `.rail a[href^="${address}"]`,
  `.tabs .line a[href^="${address}"]`,
  more,
]

const places = {
  today: { page: 'overview', at: ['.headline .sentence'] },
  proof: {
    page: 'overview',
    at: ['.headline .sub .figure-word', '.window .w7 .figure-word', '.figure-word'],
  },
  period: { page: 'overview', at: ['.bar .filters'] },
  ask: { at: entryOf('/ask') },
  export: { page: 'overview', at: ['[data-page-export]', '[data-export]', '.bar [data-views]'] },
  help: { at: ['.rail [data-tour-again]', more] },
  load: { page: 'data', at: ['main a[href^="/data/import"]'] },
  entry: { page: 'entry', at: ['[data-kinds]'] },
  briefing: { page: 'briefings', at: ['[data-begin="go"]'] },
  signals: { page: 'trading', at: ['#signals h2'] },
  ledger: { page: 'trading', at: ['#ledger h2'] },
  audit: { page: 'audit', at: ['main [type="search"]'] },
  accounts: { page: 'people', at: ['main .main-button'] },
  server: { page: 'server', at: ['main dl'] },
  definitions: { page: 'measures', at: ['main .search'] },
} as const satisfies Record<string, Place>

type PlaceName = keyof typeof places

/** What each role is shown, in the order of its day. */
const ofRole = {
  leader: ['today', 'proof', 'period', 'export', 'ask', 'help'],
  clerk: ['today', 'proof', 'load', 'briefing', 'ask', 'help'],
  windowChief: ['today', 'entry', 'proof', 'period', 'ask', 'help'],
  tradingChief: ['today', 'signals', 'ledger', 'period', 'ask', 'help'],
  inspection: ['today', 'proof', 'signals', 'audit', 'ask', 'help'],
  administrator: ['accounts', 'server', 'audit', 'definitions', 'help'],
} as const satisfies Record<string, readonly PlaceName[]>

/** A stop with its name, by which its words are found. */
export type Stop = Place & { name: PlaceName }

/**
 * The stops for somebody with these roles: those of the first of them, without pages that they may not open.
 */
export function stopsFor(roles: readonly string[], mayOpen: (page: PageName) => boolean): Stop[] {
  const names = Object.entries(ofRole).find(([role]) => roles.includes(role))?.[1] ?? (['help'] as const)
  return names
    .map((name): Stop => ({ name, ...places[name] }))
    .filter(({ page }) => page === undefined || mayOpen(page))
}

/** The first element of a stop that can be seen now. */
export function elementOf({ at }: Stop): HTMLElement | null {
  for (const selector of at) {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
      one => one.getClientRects().length > 0,
    )
    if (found) return found
  }
  return null
}

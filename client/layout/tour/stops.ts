import type { PageName } from '../../pages.ts'

/** A stop of the tour. */
interface Place {
  /** The page with the control; absent for controls on every page. */
  page?: PageName
  /** Selectors of the control; the first visible element is used. */
  at: readonly string[]
}

/** The last tab on a phone, which contains the other entries. */
const more = '.tabs .line button'
/** The selectors of a page's entry in the navigation, also on a phone. */
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

/** The stops of each role, in order. */
const ofRole = {
  leader: ['today', 'proof', 'period', 'export', 'ask', 'help'],
  clerk: ['today', 'proof', 'load', 'briefing', 'ask', 'help'],
  windowChief: ['today', 'entry', 'proof', 'period', 'ask', 'help'],
  tradingChief: ['today', 'signals', 'ledger', 'period', 'ask', 'help'],
  inspection: ['today', 'proof', 'signals', 'audit', 'ask', 'help'],
  administrator: ['accounts', 'server', 'audit', 'definitions', 'help'],
} as const satisfies Record<string, readonly PlaceName[]>

/** A stop with its name, which is the key of its texts. */
export type Stop = Place & { name: PlaceName }

/** The stops for an account with some roles: those of the first role, without pages that it may not open. */
export function stopsFor(roles: readonly string[], mayOpen: (page: PageName) => boolean): Stop[] {
  const names = Object.entries(ofRole).find(([role]) => roles.includes(role))?.[1] ?? (['help'] as const)
  return names
    .map((name): Stop => ({ name, ...places[name] }))
    .filter(({ page }) => page === undefined || mayOpen(page))
}

/** The first visible element of a stop. */
export function elementOf({ at }: Stop): HTMLElement | null {
  for (const selector of at) {
    const element = [...document.querySelectorAll<HTMLElement>(selector)].find(
      element => element.getClientRects().length > 0,
    )
    if (element) return element
  }
  return null
}

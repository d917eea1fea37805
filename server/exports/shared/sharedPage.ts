import type { Language, Names } from '#measures'

/** A row of a shared table; `bar` is its first figure as a share of the largest one, where a bar is drawn. */
export interface SharedRow {
  cells: string[]
  bar: number | null
}

/** The figures of one question as printed text, which later loads cannot change. */
export interface SharedPanel {
  heading: string
  /** Facts that differ from those of the page. */
  facts: [string, string][]
  sentence: string
  headers: string[]
  rows: SharedRow[]
  notes: string[]
}

/** A shared page in one language. */
export interface SharedText {
  centre: string
  title: string
  /** The title with the filters of the page. */
  subject: string
  facts: [string, string][]
  demo: boolean
  panels: SharedPanel[]
}

/** A stored page in both languages. */
export type SharedContent = Record<Language, SharedText>

/** The pages that can be shared, with their names in the navigation. */
export const sharedPageNames = {
  overview: { zh: '总览', en: 'Overview' },
  windows: { zh: '窗口', en: 'Windows' },
  window: { zh: '窗口', en: 'Window' },
  items: { zh: '事项', en: 'Items' },
  joint: { zh: '联办', en: 'Joint' },
  trading: { zh: '交易', en: 'Trades' },
  feedback: { zh: '群众', en: 'Voices' },
  team: { zh: '队伍', en: 'Team' },
  services: { zh: '特色', en: 'Services' },
  townships: { zh: '县乡', en: 'Townships' },
  rules: { zh: '制度', en: 'Rules' },
} as const satisfies Record<string, Names>

export type SharedPageName = keyof typeof sharedPageNames
export const sharedPages = Object.keys(sharedPageNames) as [SharedPageName, ...SharedPageName[]]

/** The possible durations of a link, in days. */
export const shareTerms = ['1', '7', '30'] as const

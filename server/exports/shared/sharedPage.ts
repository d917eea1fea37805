import type { Language, Names } from '#measures'

/** A row of a shared table; `bar` is its first figure as a part of the largest one, where a bar is drawn. */
export interface SharedRow {
  cells: string[]
  bar: number | null
}

/** The figures of one question as they are read: printed texts alone, so that nothing can change them. */
export interface SharedPanel {
  heading: string
  /** What holds for these figures and not for most of the page. */
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
  /** The title with what the page is limited to. */
  subject: string
  facts: [string, string][]
  demo: boolean
  panels: SharedPanel[]
}

/** A shared page as it is stored: both languages, and until when it can be read. */
export type SharedContent = Record<Language, SharedText>

/** The pages whose figures can be shared, by what the navigation calls them. */
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

/** For how many days a link may hold. */
export const shareTerms = ['1', '7', '30'] as const

/** Settings of a centre that decide figures: opening hours, limits, and what counts as 即办. */
export const settings = ['hours', 'limits', 'instant'] as const
export type Setting = (typeof settings)[number]

/** A change of a centre's setting. */
export interface SettingChange {
  setting: Setting
  /** The first day on which it holds. */
  from: string
  /** Who decided it. */
  owner: string
  /** Why it was decided. */
  reason: string
}

/** A change of a setting as an answer carries it. */
export interface AnswerSettingChange extends SettingChange {
  /** The keys of the answer's parts that are counted by the setting. */
  parts: string[]
  /** True where the two sides were counted under different settings and must not be compared. */
  separates: boolean
}

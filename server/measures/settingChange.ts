/** Settings of a centre that affect figures: opening hours, limits, and which items are 即办. */
export const settings = ['hours', 'limits', 'instant'] as const
export type Setting = (typeof settings)[number]

/** A change of a centre's setting. */
export interface SettingChange {
  setting: Setting
  /** The first day on which it applies. */
  from: string
  /** Who decided it. */
  owner: string
  /** Why it was decided. */
  reason: string
}

/** A change of a setting, as part of an answer. */
export interface AnswerSettingChange extends SettingChange {
  /** The keys of the answer's parts that the setting affects. */
  parts: string[]
  /** Whether the sides were counted with different settings and cannot be compared. */
  separates: boolean
}

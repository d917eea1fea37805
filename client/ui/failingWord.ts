import type { MeasureId } from '#measures'

const words: Partial<Record<MeasureId, string>> = {
  onTimeRate: 'rank.late',
  overdueRate: 'rank.late',
  instantCaseShare: 'rank.notInstant',
}

/** The key of the name for the cases on the bad side of a share. */
export const failingWord = (id: MeasureId): string => words[id] ?? 'rank.failing'

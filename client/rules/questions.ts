import type { MeasureId } from '#measures'

/** What the page of rules shows first. */
export const ruleCards: readonly MeasureId[] = ['hallRules', 'tradingRules', 'itemCount', 'commitmentRatio']

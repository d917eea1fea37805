import type { MeasureId } from '#measures'

/** The cards of the page of rules. */
export const ruleCards: readonly MeasureId[] = ['hallRules', 'tradingRules', 'itemCount', 'commitmentRatio']

export type { BalancePart, DatedPart, FlowPart, Part, PlainPart, StockPart } from '#measures'
export type { FactName } from '../model/index.ts'

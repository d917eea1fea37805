export type { FactName } from '../facts/index.ts'
export type { BalancePart, CalendarPart, FlowPart, Part, StockPart } from '#measures'

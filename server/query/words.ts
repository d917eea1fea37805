export type { BalancePart, CalendarPart, FlowPart, Part, StockPart } from '#measures'
export type { FactName } from '../facts/index.ts'

import type { Release } from './release.ts'
import { numberText } from '../numberText.ts'

/** The columns of bids from a release; the names are the headings. */
export const ocdsBidHeaders = [
  'tradeCode',
  'bidder',
  'day',
  'receivedAt',
  'status',
  'amount',
  'reason',
] as const

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/**
 * One row per bid (OCDS bids extension), in the order of the headings. The day is that of the opening, by
 * which bids are counted.
 */
export function bidRowsOf({ ocid, tender, bids }: Release): string[][] {
  return (bids?.details ?? []).map(bid => {
    const { amount } = bid.value ?? {}
    const day = bid.brightwindow?.day ?? tender?.tenderPeriod?.endDate ?? bid.date
    return [
      text(ocid),
      (bid.tenderers ?? []).map(tenderer => text(tenderer.name ?? tenderer.id)).join('; '),
      text(day),
      text(bid.date),
      text(bid.status),
      typeof amount === 'number' ? numberText(amount) : text(amount),
      text(bid.brightwindow?.reason),
    ]
  })
}

import { useCentre } from '../stores/centre.ts'

const isoLike = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

/** An instant in a time zone: 2026-11-25 09:05. */
const timeIn = (zone: string | undefined, iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { ...isoLike, ...(zone && { timeZone: zone }) }).format(new Date(iso))

/** Formats instants in the time zone of the centre, independent of the reader's. */
export function useShortTime(): (iso: string) => string {
  const centre = useCentre()
  return iso => timeIn(centre.shown?.zone, iso)
}

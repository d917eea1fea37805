const two = (value: number): string => String(value).padStart(2, '0')

/** An instant in the browser's time zone: 2026-11-25 09:05. */
export function shortTime(iso: string): string {
  const at = new Date(iso)
  return (
    `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ` +
    `${two(at.getHours())}:${two(at.getMinutes())}`
  )
}

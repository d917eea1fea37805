import type { Language } from '#measures'

/** The name of a month or day without its year; the keys of other buckets are returned unchanged. */
export function withinYear(key: string, language: Language): string {
  const [, month, day] = /^\d{4}-(\d{2})(?:-(\d{2}))?$/.exec(key) ?? []
  if (month === undefined) return key
  if (language === 'zh') return `${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
  const name = new Date(Date.UTC(2000, Number(month) - 1)).toLocaleString('en', {
    month: 'short',
    timeZone: 'UTC',
  })
  return day === undefined ? name : `${Number(day)} ${name}`
}

import type { Language } from '#measures'

/** A month or a day as it is said within one year; other buckets keep their keys. */
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

import type { Language } from '#measures'
import type { Dates } from './days.ts'
import type { Rows } from './rows.ts'

/**
 * The sentence about the green-channel case that was fastest compared with its statutory limit: the longest
 * limit first, then the shortest time. Empty where there is none.
 */
export function speedupSentence({ cases, names }: Rows, { from, to }: Dates, language: Language): string {
  const [best] = cases
    .filter(
      row =>
        row.greenChannel === true &&
        row.itemType === 'committed' &&
        row.statutoryMilliDays !== null &&
        Number(row.workedMilliDays ?? 0) > 0 &&
        String(row.completedDay) >= from &&
        String(row.completedDay) <= to,
    )
    .toSorted(
      (a, b) =>
        Number(b.statutoryMilliDays) - Number(a.statutoryMilliDays) ||
        Number(a.workedMilliDays) - Number(b.workedMilliDays),
    )
  if (!best) return ''
  const [law, took] = [Number(best.statutoryMilliDays) / 1000, Number(best.workedMilliDays) / 1000]
  if (took < 0.5) throw new Error('a time below half a day is said in hours')
  const item = names.item.get(String(best.item))?.[language] ?? ''
  const days = Number(took.toFixed(2))
  return language === 'zh'
    ? `某申请人申请的“${item}”，原本法定${law}个工作日的审批事项，最终${days}个工作日就将其办结。`
    : `For ${item} the law allows ${law} working days; one applicant had it in ${days} working days.`
}

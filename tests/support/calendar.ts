import { HallTime, WorkCalendar, Zone } from '#measures'
import { shippedCalendar } from '../../server/centres/calendars.ts'

export const calendar = new WorkCalendar(shippedCalendar())
export const timetable = {
  validFrom: 0,
  morningStart: 480,
  morningEnd: 720,
  afternoonStart: 870,
  afternoonEnd: 1050,
}
export const hall = new HallTime(new Zone('Asia/Shanghai'), calendar, [timetable])

/** The instant of a local time of the hall, such as 2012-09-27 09:30. */
export function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}

import process from 'node:process'
import { dueOf, textOfDay } from '../../server/measures/index.ts'
import { at, hall } from './calendar.ts'

// Prints results that must not depend on the time zone of the machine.
const due = dueOf(hall, at('2012-09-27 09:00'), { limit: { amount: 3, unit: 'workingDay' }, suspensions: [] })
process.stdout.write(
  `${JSON.stringify(hall.workedBetween(at('2012-09-27 09:07'), at('2012-10-09 16:41')))} ` +
    `${typeof due === 'string' ? due : `${textOfDay(due.lastDay)} ${due.at}`}\n`,
)

import type { NamedMember, Reading } from '../../server/questions/asked.ts'
import { demoItems, demoWindows } from '../../prisma/demo/catalogue.ts'
import { demoCentre } from '../../prisma/demo/places.ts'
import { demoUnits } from '../../prisma/demo/units.ts'
import { hallVocabulary } from '../../server/questions/vocabulary.ts'
import { demoReading } from './demoReading.ts'

/** Units, windows and items of the demo county as the product loads them today. */
export const countyMembers: readonly NamedMember[] = [
  ...demoUnits.map(({ code, zh, en }) => ({ dimension: 'unit', code, zh, en })),
  ...demoWindows.map(({ code, zh, en }) => ({ dimension: 'window', code, zh, en })),
  ...demoItems.map(({ code, name, nameEn }) => ({ dimension: 'item', code, zh: name, en: nameEn })),
  ...demoReading.members.filter(({ dimension }) => ['township', 'buyer'].includes(dimension)),
]

const hall = { zh: demoCentre.name, en: demoCentre.nameEn }

/** The hall of the demo county of today, on the day of the sets. */
export const countyReading: Reading = {
  ...demoReading,
  hall,
  members: countyMembers,
  words: hallVocabulary({ members: countyMembers, hall }),
}

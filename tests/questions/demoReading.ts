import type { NamedMember, Reading } from '../../server/questions/asked.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { shippedHolidays } from '../../server/centres/calendars.ts'
import { dayFromText } from '../../server/measures/index.ts'
import { hallVocabulary } from '../../server/questions/vocabulary.ts'

const towns =
  '小溪镇 山格镇 文峰镇 南胜镇 坂仔镇 安厚镇 大溪镇 霞寨镇 九峰镇 芦溪镇 五寨乡 国强乡 崎岭乡 长乐乡 秀峰乡'
const townships = [...towns.split(' '), '安厚农场']
const buyers = [
  '县教育局',
  '县卫生局',
  '县公安局',
  '县自然资源局',
  ...towns.split(' ').map(town => `${town}人民政府`),
]

const plain = (dimension: string, name: string): NamedMember => ({
  dimension,
  code: name,
  zh: name,
  en: name,
})

const catalogue = readFileSync(path.join(import.meta.dirname, 'members.json'), 'utf8')

/** Everybody and everything of the demo county that could be named when the set was written. */
export const demoMembers: readonly NamedMember[] = [
  ...(JSON.parse(catalogue) as NamedMember[]),
  ...townships.map(name => plain('township', name)),
  ...buyers.map(name => plain('buyer', name)),
]

const hall = { zh: '平和县行政服务中心', en: 'Pinghe Administrative Service Centre' }

/** The clock of the set: Friday 27 November 2026, in a hall that opened on 8 August 2012. */
export const demoReading: Reading = {
  hall,
  today: dayFromText('2026-11-27') ?? 0,
  openedOn: dayFromText('2012-08-08'),
  holidays: shippedHolidays,
  members: demoMembers,
  words: hallVocabulary({ members: demoMembers, hall }),
  reveal: [],
}

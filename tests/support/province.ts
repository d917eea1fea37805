import type { Database } from '../../server/storage/database.ts'
import { putDivision } from '../../server/centres/tree.ts'
import { addCentre, load } from './load.ts'

/** A county of an invented province. */
export interface County {
  code: string
  name: string
  nameEn: string
  division: string
  /** The name of its division. */
  place: string
  /** The percentage of cases at the window of driving licences that exceed the committed limit. */
  latePerHundred: number
  /** The last day of its records. */
  until: string
}

const day = (text: string, later: number): string =>
  new Date(Date.parse(`${text}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10)

/** The windows of each hall; late cases are at the last one. */
const windows = [
  ...['工商', '税务', '国土', '房管', '民政', '人社', '卫生', '公安', '水务', '城建', '农业'],
  '驾照',
].map((name, place) => ({ name, code: `W${place + 1}` }))
const latest = windows.at(-1)?.code

const catalogue = {
  units: 'code,name,validFrom\nU1,政务中心,2012-01-01\n',
  windows: [
    'code,name,unit,validFrom',
    ...windows.map(({ code, name }) => `${code},${name}窗口,U1,2012-01-01`),
  ].join('\n'),
  items: [
    'item,name,unit,window,type,statutoryLimit,committedLimit,instantCapable,validFrom',
    ...windows.map(({ code, name }) => `I${code},${name}审批,U1,${code},committed,10,6,1,2012-01-01`),
  ].join('\n'),
} as const

/** Cases on each working day; some at the window of driving licences are late. */
function casesOf({ latePerHundred, until }: County, perDay: number): string {
  const lines = ['caseNumber,item,unit,window,receivedAt,acceptedAt,completedAt']
  const from = '2013-03-01'
  let number = 0
  for (let later = 0; day(from, later) <= until; later++) {
    const date = day(from, later)
    if ([0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())) continue
    for (let each = 0; each < perDay; each++) {
      number++
      const { code } = windows[number % windows.length] ?? { code: '' }
      const isLate = code === latest && (number * 37) % 100 < latePerHundred
      const done = day(date, isLate ? 14 : number % 3)
      const at = `${date} 09:${String(10 + each).padStart(2, '0')}`
      lines.push(`C${number},I${code},U1,${code},${at},${at},${done > until ? '' : `${done} 11:00`}`)
    }
  }
  return lines.join('\n')
}

/** Adds centres with a small hall each, in their divisions, and loads their cases. */
export async function loadProvince(
  database: Database,
  {
    divisions,
    counties,
    perDay,
  }: {
    divisions: readonly (readonly [code: string, name: string])[]
    counties: readonly County[]
    perDay: number
  },
): Promise<void> {
  for (const [code, name] of divisions) await putDivision(database, { code, name })
  for (const county of counties) {
    const { code, name, nameEn, division, place } = county
    await putDivision(database, { code: division, name: place })
    await addCentre(database, code)
    await database.prisma.centre.update({ where: { code }, data: { name, nameEn, divisionCode: division } })
    for (const target of ['units', 'windows', 'items'] as const)
      await load(database, { centre: code, target }, catalogue[target])
    const { problems } = await load(database, { centre: code, target: 'cases' }, casesOf(county, perDay))
    if (problems[0]) throw new Error(JSON.stringify(problems[0]))
  }
}

import type { Language, Measure, MeasureId, Names, Parts, Printing } from '#measures'
import type { Centre } from '../../centres/centre.ts'
import type { QueryContext } from '../../query/queryContext.ts'
import type { RowsAnswer, RowValue } from '../../query/rows.ts'
import { figureOf, measureNamed, printFigure, textOfDay } from '#measures'
import { ask } from '../../query/ask.ts'
import { allRows } from '../../query/rows.ts'

/** The measures by which the booklet compares a window with the legal limits. */
const speedMeasures: readonly MeasureId[] = ['itemCount', 'instantItemShare', 'commitmentCompression']

/** A window in the booklet. */
interface BookletLine {
  code: string
  window: string
  unit: string
  phone: string
  /** The names of its staff, or their number for readers who may not know names. */
  people: string
  /** The printed values, in the order of the booklet's measures. */
  speed: string[]
}

/** 联系手册: the contacts for townships, and how fast each window is. */
export interface Booklet {
  centre: Names
  title: string
  /** The day to which it refers. */
  day: string
  /** True where staff are named. */
  named: boolean
  headings: string[]
  lines: BookletLine[]
}

const words = {
  zh: {
    title: '窗口联系手册',
    columns: ['窗口', '单位', '联系电话', '窗口人员'],
    people: (count: number) => `${count} 人`,
    between: '、',
  },
  en: {
    title: 'Directory of windows',
    columns: ['Window', 'Unit', 'Telephone', 'People'],
    people: (count: number) => String(count),
    between: ', ',
  },
} as const

/** Converts records to objects by column name. */
const byColumn = ({ columns, rows }: RowsAnswer): Record<string, RowValue>[] =>
  rows.map(row => Object.fromEntries(columns.map((column, place) => [column.key, row[place] ?? null])))

const nameIn = (value: RowValue | undefined, language: Language): string =>
  typeof value === 'object' && value !== null ? value[language] : String(value ?? '')

/** The staff of each window by its Chinese name; null for readers who may not know individuals. */
async function readPeople(
  context: QueryContext,
  asked: { centres: string[]; period: string },
): Promise<Map<string, string[]> | null> {
  const staff = await allRows({ ...asked, measure: 'staffCount', filters: [] }, context)
  if (!staff.columns.some(column => column.key === 'name')) return null
  const people = new Map<string, string[]>()
  for (const row of byColumn(staff)) {
    const window = nameIn(row.windowId, 'zh')
    people.set(window, [...(people.get(window) ?? []), String(row.name)])
  }
  return people
}

type Print = (measure: Measure, parts: Parts) => string

/** What the booklet prints of a window, by its code. */
interface WindowFigures {
  figure: (id: MeasureId, window: string, print: Print) => string
  /** The name in the language of the booklet; null where the centre gave none. */
  name: (window: string) => string | null
}

async function readFigures(
  context: QueryContext,
  asked: { centres: string[]; period: string; language: Language },
): Promise<WindowFigures> {
  const { centres, period, language } = asked
  const answer = await ask(
    { centres, period, measures: ['staffCount', ...speedMeasures], groupBy: ['window'] },
    context,
  )
  const parts = new Map(answer.current.totals.map(cell => [cell.members[0] ?? '', cell.parts]))
  const names = new Map(answer.members[0]?.map(member => [member.code, member[language]]))
  return {
    figure: (id, window, print) => {
      const windowParts = parts.get(window)
      return windowParts ? print(measureNamed(id), windowParts) : '—'
    },
    name: window => names.get(window) ?? null,
  }
}

/**
 * Reads the booklet of a centre at the end of a period, within the viewer's scope. Staff are named only for
 * viewers who may know individuals. Errors: as `ask` and `allRows`.
 */
export async function readBooklet(
  context: QueryContext,
  asked: { centre: Centre; period: string; language: Language },
): Promise<Booklet> {
  const { centre, period, language } = asked
  const say = words[language]
  const printing: Printing = { language, currency: centre.currency }
  const question = { centres: [centre.code], period }
  const windows = await allRows({ ...question, measure: 'windowCount', filters: [] }, context)
  const listed = byColumn(windows)
  const people = await readPeople(context, question)
  const { figure, name: nameOf } = await readFigures(context, { ...question, language })
  const print: Print = (measure, parts) => printFigure(figureOf(measure, parts), measure, printing)
  const count: Print = (measure, parts) => say.people(figureOf(measure, parts).value ?? 0)
  const today = textOfDay(centre.hall.zone.localAt(context.now.getTime()).day)
  return {
    centre: { zh: centre.name, en: centre.nameEn },
    title: say.title,
    day: windows.to < today ? windows.to : today,
    named: people !== null,
    headings: [...say.columns, ...speedMeasures.map(id => measureNamed(id).names[language])],
    lines: listed.map(row => {
      const code = String(row.code ?? '')
      const name = String(row.name ?? code)
      // Staff records name a window by its name alone, so windows with the same name get no names.
      const isShared = listed.filter(other => other.name === row.name).length > 1
      const names = isShared ? [] : people?.get(name)
      return {
        code,
        window: nameOf(code) ?? name,
        unit: nameIn(row.unitId, language),
        phone: String(row.phone ?? ''),
        people: people ? (names ?? []).join(say.between) : figure('staffCount', code, count),
        speed: speedMeasures.map(id => figure(id, code, print)),
      }
    }),
  }
}

/** The cells of a line, in the order of the headings. */
export const cellsOf = (line: BookletLine): string[] => [
  line.window,
  line.unit,
  line.phone || '—',
  line.people || '—',
  ...line.speed,
]

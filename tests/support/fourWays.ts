import type { Answer, FigureRef, Filter, MeasureId, QuestionInput, ValuedAnswer } from '#measures'
import type { Context } from '../../server/context.ts'
import type { Database } from '../../server/storage/database.ts'
import process from 'node:process'
import { parse } from 'csv-parse/sync'
import { expect, vi } from 'vitest'
import {
  changeIn,
  figureOf,
  measureNamed,
  printFigure,
  printingOf,
  referenceKey,
  unpackAnswer,
  whyNotWords,
} from '#measures'
import { readDocument } from '../../server/briefing/read.ts'
import { briefingFile } from '../../server/briefing/write/file.ts'
import { runCommand } from '../../server/cli/run.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { appRouter } from '../../server/router.ts'
import { testContext, viewerIn } from './access.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** Data folders by database: a folder belongs to a single database, and test files share this module. */
const folders = new WeakMap<Database, string>()

function folderOf(database: Database): string {
  const folder = folders.get(database) ?? temporaryFolder('bw-ways-')
  folders.set(database, folder)
  return folder
}

/** A question for the four ways, about one member or all. */
export interface Asked {
  database: Database
  code: string
  now: Date
  measure: MeasureId
  period: string
  comparison: string
  filters: Filter[]
}
/** The result of one way. */
export interface Said {
  value: number | null
  text: string
  /** The compared value; null where no comparison is allowed. */
  earlier: number | null
  /** The printed change; empty where there is none. */
  change: string
}

const questionOf = ({ code, measure, period, comparison, filters }: Asked): QuestionInput => ({
  measures: [measure],
  centres: [code],
  period,
  comparison,
  filters,
})

export async function screenContext({ database, now }: Pick<Asked, 'database' | 'now'>): Promise<Context> {
  return testContext(database, viewerIn('leader'), { clock: () => now })
}

/** The answer that the screen receives, and the text of its cards. */
export async function onScreen(asked: Asked): Promise<Said & { answer: Answer }> {
  const caller = appRouter.createCaller(await screenContext(asked))
  const answer = unpackAnswer(await caller.measures.ask(questionOf(asked)))
  const measure = measureNamed(asked.measure)
  const figure = figureOf(measure, answer.current.overall)
  const { change, whyNot } = changeIn(measure, answer)
  return {
    answer,
    value: figure.value,
    text: printFigure(figure, measure, printingOf(answer, 'zh')),
    earlier: change && answer.earlier ? figureOf(measure, answer.earlier.overall).value : null,
    change: change ? 'stated' : whyNot ? whyNotWords(whyNot, 'zh', '2026') : '',
  }
}

export async function commandOutput(
  args: string[],
  { database, now }: Pick<Asked, 'database' | 'now'>,
): Promise<string> {
  let text = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    text += String(chunk)
    return true
  })
  try {
    const code = await runCommand(args, {
      ...process.env,
      DATABASE_URL: database.url,
      BW_DATA: folderOf(database),
      BW_NOW: now.toISOString(),
    })
    expect(code).toBe(0)
  } finally {
    spy.mockRestore()
  }
  return text
}

export async function byCommand(asked: Asked): Promise<Said & { answer: ValuedAnswer }> {
  const answer = JSON.parse(
    await commandOutput(['ask', JSON.stringify(questionOf(asked))], asked),
  ) as ValuedAnswer
  const change = answer.changes[asked.measure]
  const figure = answer.current.values[asked.measure]
  return {
    answer,
    value: figure?.value ?? null,
    text: figure?.text ?? '',
    earlier: change?.change ? (answer.earlier?.values[asked.measure]?.value ?? null) : null,
    change: change?.text ?? '',
  }
}

/** The text of a briefing with the figure and its change, on the page and in its file. */
export async function inBriefing(asked: Asked): Promise<{ read: Said; exported: Said; file: string }> {
  const context = { database: asked.database, scope: wholeScope, now: asked.now }
  const { measure, period, comparison, filters } = asked
  const ref: FigureRef = { measure, period, comparison, filters, shows: 'value', form: 'plain' }
  const changed: FigureRef = { ...ref, shows: 'change' }
  const document = {
    language: 'zh' as const,
    masthead: { name: '', issue: '', unit: '', date: '' },
    title: '简报',
    subtitle: '',
    blocks: [{ kind: 'table' as const, caption: '表', rows: [{ value: ref, change: changed }] }],
    ending: { copyTo: '', distributeTo: '', printed: '' },
  }
  const { readings, dataUntil } = await readDocument(document, {
    centre: asked.code,
    language: 'zh',
    context,
  })
  const value = readings.figures[referenceKey(ref)]!
  const change = readings.figures[referenceKey(changed)]!
  const file = (
    await briefingFile('csv', {
      document,
      readings,
      dataUntil,
      from: value.from,
      to: value.to,
      standing: { state: 'draft' },
      exported: { by: 'test', at: asked.now.toISOString() },
    })
  ).toString('utf8')
  const [headings = [], ...lines]: string[][] = parse(file, { bom: true, relax_column_count: true })
  const cell = (line: number, heading: RegExp): string =>
    lines[line]?.[headings.findIndex(text => heading.test(text))] ?? ''
  const numberIn = (line: number, heading: RegExp): number | null => {
    const text = cell(line, heading)
    const scale = measureNamed(measure).unit === 'fen' ? 100 : 1
    return text === '' ? null : Number((Number(text) * scale).toFixed(6))
  }
  return {
    read: { value: value.value, text: value.text, earlier: value.earlier, change: change.text },
    exported: {
      value: numberIn(0, /Value/),
      text: cell(0, /As printed/),
      earlier: numberIn(0, /Compared value/),
      change: cell(1, /As printed/),
    },
    file,
  }
}

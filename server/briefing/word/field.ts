import type { BlockName, FrameName } from './fieldNames.ts'
import type { FigureWanted, Members } from './figureFields.ts'
import type { SeriesWanted, TableWanted } from './seriesFields.ts'
import type { Test } from './test.ts'
import { blockNames, frameNames, keyCalled } from './fieldNames.ts'
import { figureCalled, nearFigures } from './figureFields.ts'
import { conditionForms } from './lexed.ts'
import { chartWanted, tableWanted } from './seriesFields.ts'
import { testFrom } from './test.ts'

/** The meaning of the text between two pairs of braces. */
export type WordField =
  | { kind: 'frame'; name: FrameName }
  | { kind: 'figure'; part: 'text' | 'number' | 'unit'; wanted: FigureWanted }
  | { kind: 'table'; wanted: TableWanted }
  | { kind: 'chart'; wanted: SeriesWanted }
  | { kind: 'blocks'; name: BlockName }
  | { kind: 'if'; test: Test }
  | { kind: 'else' }
  | { kind: 'end' }

/** Why a field is invalid, with suggested names. */
interface FieldFault {
  kind: 'unknown' | 'unreadable-test'
  near: string[]
}
type ReadField = { field: WordField } | { fault: FieldFault }

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)
const languageOf = (text: string): 'zh' | 'en' => (isChinese(text) ? 'zh' : 'en')
const unknown = (near: string[]): ReadField => ({ fault: { kind: 'unknown', near } })

function readTest(text: string, members: Members): ReadField {
  const read = testFrom(text, members)
  if ('test' in read) return { field: { kind: 'if', test: read.test } }
  if (read.name === null) return { fault: { kind: 'unreadable-test', near: [] } }
  return unknown(nearFigures(read.name, languageOf(read.name), members))
}

const series = /^\s*(表|图|table|chart)\s*[:：](.*)$/is

function readSeries(kind: string, name: string): ReadField {
  const isTable = ['表', 'table'].includes(kind.toLowerCase())
  const read = isTable ? tableWanted(name) : chartWanted(name)
  if ('near' in read) return unknown(read.near.map(nearName => `${kind}:${nearName}`))
  return 'wanted' in read
    ? {
        field: isTable
          ? { kind: 'table', wanted: read.wanted }
          : { kind: 'chart', wanted: read.wanted as SeriesWanted },
      }
    : unknown([])
}

/** Parses the text between two pairs of braces; `members` are the windows and units of the centre. */
export function readField(text: string, members: Members): ReadField {
  const trimmed = text.normalize('NFKC').trim()
  if (conditionForms.end.test(trimmed)) return { field: { kind: 'end' } }
  if (conditionForms.otherwise.test(trimmed)) return { field: { kind: 'else' } }
  const [, test] = /^#\s*(?:如果|if\b)(.*)$/is.exec(trimmed) ?? []
  if (test !== undefined) return readTest(test, members)
  const [, kind, name] = series.exec(trimmed) ?? []
  if (kind !== undefined && name !== undefined) return readSeries(kind, name)
  const frame = keyCalled(frameNames, trimmed)
  if (frame) return { field: { kind: 'frame', name: frame } }
  const blocks = keyCalled(blockNames, trimmed)
  if (blocks) return { field: { kind: 'blocks', name: blocks } }
  const figure = figureCalled(trimmed, members)
  if (!figure) return unknown(nearFigures(trimmed, languageOf(trimmed), members))
  const part = figure.prefix === 'number' || figure.prefix === 'unit' ? figure.prefix : 'text'
  return { field: { kind: 'figure', part, wanted: figure.wanted } }
}

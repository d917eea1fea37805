import type { QuestionTimes } from './asking.ts'
import type { SizeReport } from './bench.ts'
import type { Timing } from './timing.ts'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const run = fileURLToPath(new URL('../../docs/bench/latest.json', import.meta.url))
const page = fileURLToPath(new URL('../../docs/scale.md', import.meta.url))
const start = '<!-- from docs/bench/latest.json -->'
const end = '<!-- end -->'

/** A full run of the bench, as it is kept under docs/bench. */
interface BenchRun {
  date: string
  commit: string
  node: string
  cores: number
  processor: string
  memoryGigabytes: number
  sizes: SizeReport[]
}

const printed = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 })
const milliseconds = ({ median, p95 }: Timing): string => `${printed(median)} / ${printed(p95)} ms`
const seconds = ({ median }: Timing): string => `${(median / 1000).toFixed(1)} s`

/** The question of these that is slowest beside DuckDB in one process. */
function worst(questions: Record<string, QuestionTimes>): string {
  const [slowest] = Object.entries(questions).toSorted(([, a], [, b]) => a.duckOverAsked - b.duckOverAsked)
  return slowest ? `${slowest[1].duckOverAsked} × (${slowest[0]})` : '—'
}

/** What is said of each size, a line each. */
const lines: readonly (readonly [string, (size: SizeReport) => string])[] = [
  [
    'first load of one file: rows a second, share of a bare COPY',
    ({ loading }) =>
      loading ? `${printed(loading.rowsPerSecond)}, ${(loading.shareOfBareCopy * 100).toFixed(0)} %` : '—',
  ],
  [
    'a file of new cases on top, loaded',
    ({ daily }) => `${printed(daily.rows)} rows in ${daily.newCases.toFixed(1)} s`,
  ],
  [
    'dashboard questions, DuckDB’s time ÷ ours: in one process / over HTTP (geometric mean)',
    ({ duckGeometricMean: { asked, read } }) => `${asked} × / ${read} ×`,
  ],
  ['the slowest of them beside DuckDB', ({ questions }) => worst(questions)],
  ['questions kept by month alone or not at all: the slowest beside DuckDB', ({ outside }) => worst(outside)],
  ['overview in one request, read anew', ({ overview }) => milliseconds(overview.read)],
  ['overview in one request, remembered', ({ overview }) => milliseconds(overview.remembered)],
  [
    '50 viewers without pause: pages a second, read anew / remembered',
    ({ viewers }) => `${viewers.read.requestsPerSecond} / ${viewers.remembered.requestsPerSecond}`,
  ],
  [
    'first screen: script before its first chart, until that is painted',
    ({ screen }) => `${screen.scriptKilobytes} kB, ${printed(screen.firstChart)} ms`,
  ],
  [
    'choosing a window until the charts in sight are painted',
    ({ screen }) => milliseconds(screen.filterClick),
  ],
  ['annual briefing, composed', ({ briefings }) => milliseconds(briefings.year.compose)],
  ['annual briefing, checked before it is frozen', ({ briefings }) => milliseconds(briefings.year.check)],
  ['annual briefing as Word document', ({ briefings }) => milliseconds(briefings.year.docx)],
  ['monthly briefing as Word document', ({ briefings }) => milliseconds(briefings.month.docx)],
  ['`bw verify`', ({ verifySeconds }) => `${verifySeconds.toFixed(1)} s`],
  ['first `npm start`, with the demo', ({ commands }) => seconds(commands.firstStart)],
  ['later `npm start`', ({ commands }) => seconds(commands.laterStart)],
  ['memory at rest', ({ commands }) => `${commands.restMegabytes} MB`],
  ['`bw --help`', ({ commands }) => milliseconds(commands.help)],
  ['`bw ask` beside the running product', ({ commands }) => milliseconds(commands.ask)],
]

/** The measurements of a run as tables in Markdown. */
function tablesOf({ sizes, ...about }: BenchRun): string {
  const columns = sizes.map(({ cases }) => `${cases.toLocaleString('en-US')} cases`)
  return [
    `Measured on ${about.date} at commit ${about.commit || 'unknown'}: ${about.cores} cores of ` +
      `${about.processor}, ${about.memoryGigabytes} GB of memory, Node ${about.node}. ` +
      'Times are median / P95.',
    '',
    `| | ${columns.join(' | ')} |`,
    `| --- |${columns.map(() => ' --- |').join('')}`,
    ...lines.map(([name, of]) => `| ${name} | ${sizes.map(of).join(' | ')} |`),
  ].join('\n')
}

/** docs/scale.md as it is, and with the tables of the last full run in place. */
export function scalePage(): { present: string; generated: string } {
  const present = readFileSync(page, 'utf8')
  const [before, rest] = present.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`docs/scale.md lacks ${start} … ${end}`)
  const tables = tablesOf(JSON.parse(readFileSync(run, 'utf8')) as BenchRun)
  return { present, generated: `${before}${start}\n\n${tables}\n\n${end}${after}` }
}

// Where no full run is kept there is nothing to write.
if (process.argv[1] === fileURLToPath(import.meta.url) && existsSync(run))
  writeFileSync(page, scalePage().generated)

import type { QuestionTimes } from './asking.ts'
import type { SizeReport } from './bench.ts'
import type { Timing } from './timing.ts'
import process from 'node:process'

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

const pair = ({ median, p95 }: Timing): string =>
  `${median.toFixed(1).padStart(8)} /${p95.toFixed(1).padStart(8)}`

function printQuestions(title: string, questions: Record<string, QuestionTimes>): void {
  say(
    `\n${title.padEnd(26)} ${'read'.padStart(18)} ${'remembered'.padStart(18)} ` +
      `${'asked'.padStart(18)} ${'facts'.padStart(18)} ${'DuckDB'.padStart(18)}  ` +
      'DuckDB ÷ asked, ÷ read   (ms, median / P95)',
  )
  for (const [name, one] of Object.entries(questions))
    say(
      `${name.padEnd(26)} ${pair(one.read)} ${pair(one.remembered)} ` +
        `${pair(one.asked)} ${pair(one.facts)} ${pair(one.duck)} ` +
        `${one.duckOverAsked.toFixed(2).padStart(8)} × ` +
        `${one.duckOverRead.toFixed(2).padStart(8)} ×     ${one.sources.join(' ')}`,
    )
}

function printBriefings({ briefings }: SizeReport): void {
  for (const [template, { figures, pictures, compose, check, docx, xlsx }] of Object.entries(briefings))
    say(
      `briefing of a ${template}, ${figures} figures and ${pictures} series: composed ${pair(compose)} ms, ` +
        `checked ${pair(check)} ms, as Word document ${pair(docx)} ms, as workbook ${pair(xlsx)} ms`,
    )
}

function printCommands({ commands, verifySeconds }: SizeReport): void {
  const { firstStart, laterStart, restMegabytes, help, ask } = commands
  say(
    `first start with the demo ${firstStart.median} ms, later start ${pair(laterStart)} ms, ` +
      `${restMegabytes} MB at rest; bw --help ${pair(help)} ms, bw ask ${pair(ask)} ms; ` +
      `verify ${verifySeconds} s`,
  )
}

function printLoading({ loading }: Pick<SizeReport, 'loading'>): void {
  if (!loading) return

  const { rowsPerSecond, bareCopyRowsPerSecond, shareOfBareCopy, seconds, peakMegabytes } = loading
  say(
    `load: ${rowsPerSecond} rows/s with checks, working time and rollups; bare ` +
      `COPY ${bareCopyRowsPerSecond} rows/s; share ` +
      `${(shareOfBareCopy * 100).toFixed(1)} %; memory peak ${peakMegabytes} MB`,
  )
  say(
    `      ${Object.entries(seconds)
      .map(([stage, value]) => `${stage} ${value.toFixed(1)} s`)
      .join(', ')}`,
  )
}

/** Prints what was measured of some questions alone. */
export function printOnly({ cases, ...report }: Pick<SizeReport, 'cases' | 'loading' | 'questions'>): void {
  say(`\n=== ${cases.toLocaleString('en-US')} cases`)
  printLoading(report)
  printQuestions('asked alone', report.questions)
}

/** Prints what was measured at one size. */
export function printSize(report: SizeReport): void {
  say(`\n=== ${report.cases.toLocaleString('en-US')} cases`)
  printLoading(report)
  const { rows, newCases, corrections, undoCorrections, undoNewCases } = report.daily
  say(
    `daily: ${rows} new cases ${newCases} s, ${rows} scattered corrections ` +
      `${corrections} s, undone in ${undoCorrections} s and ${undoNewCases} s`,
  )
  printBriefings(report)
  printCommands(report)
  printQuestions('from rollups', report.questions)
  const { asked, read } = report.duckGeometricMean
  say(
    `geometric mean: DuckDB takes ${asked} × our time in one process (ours with ` +
      `snapshot, plan and layout, DuckDB with its scans alone), ${read} × our time ` +
      'over HTTP',
  )
  printQuestions('kept by month alone or not at all', report.outside)
  say(
    `\noverview in one request: read ${pair(report.overview.read)} ms, remembered ` +
      `${pair(report.overview.remembered)} ms`,
  )
  for (const kind of ['read', 'remembered'] as const) {
    const { requestsPerSecond, errors, ...times } = report.viewers[kind]
    say(`50 viewers, overview ${kind}: ${pair(times)} ms, ${requestsPerSecond} pages/s, ${errors} errors`)
  }
  const {
    panels,
    sparkScriptKilobytes,
    firstSpark,
    scriptKilobytes,
    allKilobytes,
    requests,
    firstChart,
    filterClick,
  } = report.screen
  say(
    `first screen: ${sparkScriptKilobytes} kB of script until the cards with their ` +
      `lines, ${firstSpark} ms; ${scriptKilobytes} kB of script and ${allKilobytes} kB ` +
      `in all over ${requests} requests until the first chart, ${firstChart} ms; ` +
      `filter click to painted ${pair(filterClick)} ms; server ` +
      `${report.serverMegabytes} MB`,
  )
  for (const [name, time] of Object.entries(panels))
    say(`panel ${name.padEnd(20)} painted ${pair(time)} ms after its answer (45 windows, 36 months)`)
}

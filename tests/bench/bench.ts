import type { Timing } from './questions.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { loadDemo } from '../../prisma/demo/county.ts'
import { buildHttp } from '../../server/http.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { timeBareCopy, timeIntake, writeCases } from './loading.ts'
import { timeQuestions } from './questions.ts'

// npm run bench -- [--cases 100k] [--runs 15] [--out bench.json]: loads generated cases through the real intake, then asks what the dashboard asks.
const { values } = parseArgs({ options: { cases: { type: 'string', default: '100k' }, runs: { type: 'string', default: '15' }, out: { type: 'string', default: 'bench.json' } } })
const unit = { k: 1000, m: 1_000_000 }[values.cases.slice(-1).toLowerCase()] ?? 1
const cases = Math.round(Number.parseFloat(values.cases) * unit)
if (!Number.isInteger(cases) || cases < 1)
  throw new Error('usage: npm run bench -- [--cases 100k|1m|10m] [--runs N] [--out FILE]')

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-bench-'))
const database = await openDatabase({ databaseUrl: process.env.DATABASE_URL || null, dataFolder: folder })
await prepareDatabase(database)
const now = new Date('2026-01-15T00:00:00Z')

async function measure(): Promise<{ intake: number, bareCopy: number, read: Record<string, Timing>, remembered: Record<string, Timing> }> {
  await loadDemo(database, { now, recent: false })
  const file = path.join(folder, 'cases.csv')
  await writeCases(database, file, cases)
  const intake = await timeIntake(database, file)
  const bareCopy = await timeBareCopy(database, path.join(folder, 'cases.copy'))
  await database.pool.query('VACUUM ANALYZE "Case"')
  const app = await buildHttp({ database, clock: () => now, logger: pino({ level: 'silent' }), clientFolder: null })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  // A new data version makes every remembered answer untrue, as a load would.
  const outdate = async (): Promise<unknown> => database.pool.query('UPDATE "Centre" SET "dataVersion" = "dataVersion" + 1')
  const read = await timeQuestions(address, { runs: Number(values.runs), before: outdate })
  const remembered = await timeQuestions(address, { runs: Number(values.runs), before: async () => undefined })
  await app.close()
  return { intake, bareCopy, read, remembered }
}

try {
  const { intake, bareCopy, read, remembered } = await measure()
  const share = bareCopy / intake
  const report = { cases, node: process.version, cores: cpus().length, load: { rowsPerSecond: Math.round(cases / intake), bareCopyRowsPerSecond: Math.round(cases / bareCopy), shareOfBareCopy: Number(share.toFixed(3)) }, read, remembered, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }
  say(`${cases.toLocaleString('en-US')} cases on ${report.cores} cores`)
  say(`load: ${report.load.rowsPerSecond} rows/s, ${(share * 100).toFixed(1)} % of a bare COPY of the same rows; memory peak ${report.peakMegabytes} MB`)
  for (const [name, { median, p95 }] of Object.entries(read))
    say(`${name.padEnd(28)} read: median ${String(median).padStart(7)} ms, P95 ${String(p95).padStart(7)} ms   remembered: median ${String(remembered[name]?.median).padStart(6)} ms`)
  await writeFile(values.out, `${JSON.stringify(report, null, 2)}\n`)
}
finally {
  await database.close()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

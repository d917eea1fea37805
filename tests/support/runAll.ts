import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { auditDependencies } from './auditDependencies.ts'

// `npm test`: dependencies, lint, types, then every test; the last line counts them all, dependencies,
// lint and types as one each.
const resolve = createRequire(import.meta.url).resolve
const report = path.join(tmpdir(), `brightwindow-tests-${process.pid}.json`)

function program(name: string, file: string): string {
  return path.join(path.dirname(resolve(`${name}/package.json`)), file)
}

async function run(title: string, script: string, args: string[]): Promise<boolean> {
  process.stdout.write(`\n— ${title}\n`)
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' })
  return new Promise(done => child.once('exit', code => done(code === 0)))
}

/** As `run`, beside others: what it says is kept until it is done. */
async function runBeside(title: string, script: string, args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise(done =>
    child.once('close', code => {
      process.stdout.write(`\n— ${title}\n${Buffer.concat(said).toString()}`)
      done(code === 0)
    }),
  )
}

/**
 * Known holes in what is shipped fail the run; a registry that cannot be asked is said, not passed over
 * in silence.
 */
function audited(): boolean {
  process.stdout.write('\n— dependencies\n')
  const { state, says } = auditDependencies()
  process.stdout.write(
    state === 'unknown'
      ? `SKIPPED: the registry did not say which dependencies have known holes (${says})\n`
      : `${state} ${says}\n`,
  )
  return state !== 'vulnerable'
}

const checks = [
  audited(),
  ...(await Promise.all([
    runBeside('lint', program('eslint', 'bin/eslint.js'), ['.', '--max-warnings', '0']),
    runBeside('formatting', program('prettier', 'bin/prettier.cjs'), ['--check', '.']),
    runBeside('types', program('vue-tsc', 'bin/vue-tsc.js'), ['--noEmit']),
  ])),
]
const tested = await run('tests', program('vitest', 'vitest.mjs'), [
  'run',
  '--reporter=default',
  `--reporter=${path.join(import.meta.dirname, 'retriedReporter.ts')}`,
  '--reporter=json',
  `--outputFile.json=${report}`,
])

interface Report {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
  numPendingTests: number
}
function readReport(): Report {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 1, numPendingTests: 0 }
  }
}

const counts = readReport()
rmSync(report, { force: true })
const passed = counts.numPassedTests + checks.filter(Boolean).length
// A file that fails to load, or an error outside any test, fails the run even where no test did.
const failed =
  counts.numFailedTests +
  checks.filter(check => !check).length +
  (counts.numFailedTests === 0 && !tested ? 1 : 0)
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`)
process.exitCode = failed === 0 ? 0 : 1

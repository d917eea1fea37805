import type { StrayError } from './retriedReporter.ts'
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { strayErrorsVariable } from './retriedReporter.ts'

const resolve = createRequire(import.meta.url).resolve

/** The path of a program in a package. */
export function program(name: string, file: string): string {
  return path.join(path.dirname(resolve(`${name}/package.json`)), file)
}

/** The parts of the JSON report that are used here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}

/**
 * A run of Vitest: whether it succeeded as a whole, its report (null where it wrote none), and its errors
 * outside tests.
 */
interface TestRun {
  succeeded: boolean
  report: Report | null
  strayErrors: StrayError[]
}

/** Reads a JSON file and deletes it; null where the run ended before writing it. */
function takeJson<Content>(file: string): Content | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content
  } catch {
    return null
  } finally {
    rmSync(file, { force: true })
  }
}

async function runVitest(files: readonly string[]): Promise<TestRun> {
  const reportFile = path.join(tmpdir(), `brightwindow-tests-${process.pid}.json`)
  const errorsFile = path.join(tmpdir(), `brightwindow-errors-${process.pid}.json`)
  const child = spawn(
    process.execPath,
    [
      program('vitest', 'vitest.mjs'),
      'run',
      ...files,
      '--reporter=default',
      `--reporter=${path.join(import.meta.dirname, 'retriedReporter.ts')}`,
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
    { stdio: 'inherit', env: { ...process.env, [strayErrorsVariable]: errorsFile } },
  )
  const succeeded = await new Promise<boolean>(done => child.once('exit', code => done(code === 0)))
  return {
    succeeded,
    report: takeJson<Report>(reportFile),
    strayErrors: takeJson<StrayError[]>(errorsFile) ?? [],
  }
}

/** The result of the whole run. */
interface Outcome {
  passed: number
  failed: number
  skipped: number
  /** Files that failed first and passed when run again, by the names of their tests. */
  unsteady: string[]
}

/** With more failing files, something is broken, and nothing is run again. */
const mostFilesAgain = 4

/** The files with a failing test, a failure to load, or an error while running. */
function failedFiles({ report, strayErrors }: TestRun): Report['testResults'] {
  const running = new Set(strayErrors.map(({ file }) => file))
  return (report?.testResults ?? []).filter(({ status, name }) => status === 'failed' || running.has(name))
}

function testsOf(files: Report['testResults'], status: string): string[] {
  return files.flatMap(file =>
    file.assertionResults
      .filter(test => test.status === status)
      .map(test => `${path.relative(process.cwd(), file.name)} > ${test.fullName}`),
  )
}

function strayText({ file, message }: StrayError): string {
  return `${file === null ? '' : `${path.relative(process.cwd(), file)} > `}outside any test: ${message}`
}

/** A file that fails to load and an error outside any test fail the run too. */
function failuresOf({ succeeded, report }: TestRun): number {
  if (!report) return 1
  return report.numFailedTests === 0 && !succeeded ? 1 : report.numFailedTests
}

/**
 * Runs every test, or those of some files. A few files with a failure are run once more on their own: a test
 * that passes then depended on what ran beside it, and is reported as unsteady.
 */
export async function runTests(only: readonly string[] = []): Promise<Outcome> {
  const first = await runVitest(only)
  const outcome: Outcome = {
    passed: first.report?.numPassedTests ?? 0,
    failed: failuresOf(first),
    skipped: first.report?.numPendingTests ?? 0,
    unsteady: [],
  }
  const files = failedFiles(first)
  if (files.length === 0 || files.length > mostFilesAgain) return outcome
  process.stdout.write(`\n— once more, by themselves: ${files.length} files with failures\n`)
  const again = await runVitest(files.map(file => file.name))
  if (!again.report || failuresOf(again) > 0) return outcome
  return {
    passed: outcome.passed - testsOf(files, 'passed').length + again.report.numPassedTests,
    failed: 0,
    skipped: outcome.skipped - testsOf(files, 'skipped').length + again.report.numPendingTests,
    unsteady: [...testsOf(files, 'failed'), ...first.strayErrors.map(strayText)],
  }
}

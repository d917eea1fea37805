import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { writeFileSync } from 'node:fs'
import process from 'node:process'

/** An error outside any test, and the file that was running; null where there was none. */
export interface StrayError {
  file: string | null
  message: string
}

/**
 * The environment variable with the path of the file to which stray errors are written for the parent
 * process.
 */
export const strayErrorsVariable = 'BW_STRAY_ERRORS_FILE'

function strayError(error: SerializedError): StrayError {
  const file: unknown = error.VITEST_TEST_PATH
  return { file: typeof file === 'string' ? file : null, message: error.message }
}

/**
 * Lists the tests that passed only when they were retried, and passes on the errors outside any test, which
 * the JSON report omits.
 */
export default class RetriedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const retried = modules.flatMap(module =>
      [...module.children.allTests()]
        .filter(test => test.diagnostic()?.flaky === true)
        .map(test => `${module.relativeModuleId} > ${test.fullName}`),
    )
    process.stdout.write(`\npassed on the second try: ${retried.length}\n`)
    for (const name of retried) process.stdout.write(`      ${name}\n`)
    const file = process.env[strayErrorsVariable]
    if (file !== undefined) writeFileSync(file, JSON.stringify(errors.map(strayError)))
  }
}

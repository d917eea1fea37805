import type { Reporter, TestModule } from 'vitest/node'
import process from 'node:process'

/** Names the tests that passed only when they were tried again, so that none of them goes unseen. */
export default class RetriedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const retried = modules.flatMap(module =>
      [...module.children.allTests()]
        .filter(test => test.diagnostic()?.flaky === true)
        .map(test => `${module.relativeModuleId} > ${test.fullName}`),
    )
    process.stdout.write(`\npassed on the second try: ${retried.length}\n`)
    for (const name of retried) process.stdout.write(`      ${name}\n`)
  }
}

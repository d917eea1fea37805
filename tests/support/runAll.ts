import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import process from 'node:process'
import { auditDependencies } from './auditDependencies.ts'
import { program, runTests } from './runTests.ts'

// `npm test`: dependencies, lint, types, then every test. The last line counts them; dependencies, lint and
// types count as one each.

/** Runs a program in parallel; its output is printed when it has ended. */
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

/** Fails for known vulnerabilities in shipped dependencies; an unreachable registry is reported. */
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
const tests = await runTests()
for (const name of tests.unsteady)
  process.stdout.write(`\nUNSTEADY: failed at first, passed when run once more by itself: ${name}\n`)

const passed = tests.passed + checks.filter(Boolean).length
const failed = tests.failed + checks.filter(check => !check).length
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`)
process.exitCode = failed === 0 ? 0 : 1

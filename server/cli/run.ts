import process from 'node:process'
import { isNamedError, NamedError } from '../common/errors.ts'
import { errorSentence } from '../common/errorWords.ts'
import { help, verbs } from './verbs/index.ts'

type Environment = Record<string, string | undefined>

async function perform(args: readonly string[], environment: Environment): Promise<number> {
  const [verb, ...rest] = args
  if (verb === undefined || verb === '--help' || verb === 'help') {
    process.stdout.write(help)
    return verb === undefined ? 2 : 0
  }
  const load = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!load) throw new NamedError('bad-arguments', { argument: 'verb', value: verb })
  const [run, { readConfig }] = await Promise.all([load(), import('../config.ts')])
  return run(rest, readConfig(environment))
}

const wrongArguments = new Set([
  'bad-arguments',
  'bad-question',
  'reversed-period',
  'unknown-measure',
  'unknown-dimension',
  'dimension-not-of-measure',
  'split-needed',
  'too-many-buckets',
  'mapping-invalid',
  'column-missing',
])

function exitCodeFor(name: string): number {
  if (name.startsWith('database')) return 3
  return wrongArguments.has(name) ? 2 : 1
}

function report(error: unknown): number {
  if (isNamedError(error)) {
    process.stderr.write(
      `${error.name}\n${errorSentence(error.name, error.details, 'zh')}\n` +
        `${errorSentence(error.name, error.details, 'en')}\n`,
    )
    return exitCodeFor(error.name)
  }
  const said = error instanceof Error ? error.message : String(error)
  // parseArgs reports unknown options with codes of its own.
  const code = (error as { code?: string }).code ?? ''
  process.stderr.write(`${said}\n`)
  return code.startsWith('ERR_PARSE_ARGS') ? 2 : 1
}

/**
 * Runs a command line and returns the exit code: 0 done, 1 failed, 2 wrong arguments, 3 database unreachable,
 * 4 rows were quarantined.
 */
export async function runCommand(args: readonly string[], environment: Environment): Promise<number> {
  return perform(args, environment).catch(report)
}

import type { QuestionInput, RowsQuestionInput } from '#measures'
import type { Config } from '../../config.ts'
import { parseArgs } from 'node:util'
import { measureNamed, NamedError, withValues } from '#measures'
import { wholeScope } from '../../measures/scope.ts'
import { ask } from '../../query/ask.ts'
import { explain } from '../../query/explain.ts'
import { askRows } from '../../query/rows.ts'
import { print, withDatabase } from './withDatabase.ts'

/** Parses a JSON argument. Errors: bad-arguments. */
export function jsonArgument(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch (cause) {
    throw new NamedError('bad-arguments', { argument: 'question', value: (text ?? '').slice(0, 80) }, cause)
  }
}

/**
 * bw ask '<question json>' [--explain] [--facts]: answers a question in the form that clients send. Prints
 * the answer as JSON with values and parts, or how it would be read.
 */
export async function askVerb(args: readonly string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { explain: { type: 'boolean', default: false }, facts: { type: 'boolean', default: false } },
  })
  const question = jsonArgument(positionals[0]) as QuestionInput
  const result = await withDatabase(config, async (database): Promise<unknown> => {
    const context = { database, scope: wholeScope, now: config.clock(), factsOnly: values.facts }
    return values.explain
      ? explain(question, context)
      : withValues(await ask(question, context), measureNamed)
  })
  print(JSON.stringify(result, null, 2))
  return 0
}

/** bw rows '<question json>': the records behind a figure. */
export async function rowsVerb(args: readonly string[], config: Config): Promise<number> {
  const question = jsonArgument(args[0]) as RowsQuestionInput
  const rows = await withDatabase(config, async database =>
    askRows(question, { database, scope: wholeScope, now: config.clock() }),
  )
  print(JSON.stringify(rows, null, 2))
  return 0
}

import type { BriefingContext } from '../../briefing/briefingContext.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../storage/database.ts'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { recordAudit } from '../../access/audit.ts'
import { commandLine } from '../../access/permissions.ts'
import { periodInWord } from '../../briefing/word/filled.ts'
import { keepTemplate, retireTemplate, templatesOf } from '../../briefing/word/templateStore.ts'
import { centresOf } from '../../centres/centre.ts'
import { print, withDatabase } from './withDatabase.ts'

/** The arguments of an action, and the centre with the templates. */
interface Acting {
  words: string[]
  values: { period?: string | undefined; out?: string | undefined }
  briefing: BriefingContext
}

function numberIn(text: string | undefined): number {
  const id = Number(text)
  if (!Number.isSafeInteger(id) || id < 1)
    throw new NamedError('bad-arguments', { argument: 'NUMBER', value: text ?? '' })
  return id
}

async function noted(
  { centre, context: { database, now } }: BriefingContext,
  event: { action: string; subject: string; details?: Record<string, string | number> },
): Promise<void> {
  await recordAudit(database, {
    at: now,
    actor: commandLine.name,
    outcome: 'done',
    centre: centre.code,
    ...event,
  })
}

async function add({ words: [file = ''], briefing }: Acting): Promise<number> {
  const { centre, context, by } = briefing
  const data = await readFile(file).catch((cause: unknown) => {
    throw new NamedError('bad-arguments', { argument: 'FILE', value: file }, cause)
  })
  const name = path.basename(file)
  const kept = await keepTemplate(context.database, { centre, name, file: data, by, now: context.now })
  const { id, problems } = kept
  await noted(briefing, {
    action: 'briefing-template-added',
    subject: id === null ? 'template' : `template ${id}`,
    details: { name, bytes: data.length, problems: problems.length },
  })
  for (const { words } of problems) print(words.zh)
  if (id !== null) print(`template ${id}`)
  return id === null ? 1 : 0
}

async function fill({ words: [number], values, briefing }: Acting): Promise<number> {
  const { period, out } = values
  if (!period || !out)
    throw new NamedError('bad-arguments', { argument: period ? '--out' : '--period', value: '' })
  const id = numberIn(number)
  const { file, from, to } = await periodInWord(briefing, id, { period, language: 'zh' })
  await writeFile(out, file)
  await noted(briefing, { action: 'export', subject: `template ${id} filled.docx`, details: { from, to } })
  print(out)
  return 0
}

async function retire({ words: [number], briefing }: Acting): Promise<number> {
  const { centre, context, by } = briefing
  const id = numberIn(number)
  await retireTemplate(context.database, { centre, id, by, now: context.now })
  await noted(briefing, { action: 'briefing-template-retired', subject: `template ${id}` })
  return 0
}

async function list({ briefing: { centre, context } }: Acting): Promise<number> {
  for (const { id, name, fields } of await templatesOf(context.database, centre))
    print(`${id}\t${name}\t${fields.length}`)
  return 0
}

const actions: Record<string, (acting: Acting) => Promise<number>> = { add, fill, retire, list }

async function briefingOf(database: Database, code: string, config: Config): Promise<BriefingContext> {
  return {
    centre: await centresOf(database).find(code),
    context: { database, scope: commandLine.scope, now: config.clock() },
    by: commandLine.name,
  }
}

/**
 * bw centre template CODE add FILE | list | fill NUMBER | retire NUMBER. Errors: bad-arguments,
 * unknown-centre.
 */
export async function templateVerb(args: readonly string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { period: { type: 'string' }, out: { type: 'string' } },
  })
  const [code = '', name = 'list', ...words] = positionals
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new NamedError('bad-arguments', { argument: 'ACTION', value: name })
  return withDatabase(config, async database =>
    action({ words, values, briefing: await briefingOf(database, code, config) }),
  )
}

import type { Config } from '../../config.ts'
import { parseArgs } from 'node:util'
import { NamedError, parsePeriod, textOfDay } from '#measures'
import { recordAudit } from '../../access/audit.ts'
import { commandLine } from '../../access/permissions.ts'
import { declareDays, declaredDays, withdrawDays } from '../../centres/declaredDays.ts'
import { factsWithDays } from '../../query/recordDays.ts'
import { chooseCentre } from './chooseCentre.ts'
import { print, withDatabase } from './withDatabase.ts'

/** A fact whose records have days. Errors: bad-arguments. */
function factOf(text: string): string {
  const fact = factsWithDays.find(name => name === text)
  if (!fact) throw new NamedError('bad-arguments', { argument: 'FACT', value: text })
  return fact
}

interface Given {
  centre?: string
  complete?: boolean
  unit?: string
  missing?: boolean
  reason: string
}

/** The fact, followed by the unit where one is given. */
const placeOf = (fact: string, unit: string | null): string => (unit === null ? fact : `${fact} ${unit}`)

async function declare([text = '', period = '']: string[], given: Given, config: Config): Promise<void> {
  const fact = factOf(text)
  if (given.complete === given.missing)
    throw new NamedError('bad-arguments', { argument: '--complete|--missing', value: '' })
  if (given.reason === '') throw new NamedError('bad-arguments', { argument: '--reason', value: '' })
  await withDatabase(config, async database => {
    const centre = await chooseCentre(database, given.centre)
    const at = config.clock()
    const days = parsePeriod(period, centre.hall.zone.localAt(at.getTime()).day)
    const [from, to] = [textOfDay(days.from), textOfDay(days.to)]
    const known = given.complete === true
    const { name: by } = commandLine
    const { unit = null } = given
    const id = await declareDays(database, centre, {
      fact,
      unit,
      from,
      to,
      known,
      reason: given.reason,
      by,
      at,
    })
    await recordAudit(database, {
      at,
      actor: by,
      action: 'days-declared',
      outcome: 'done',
      centre: centre.code,
      subject: fact,
      details: { ...(unit !== null && { unit }), from, to, known: String(known), reason: given.reason },
    })
    print([id, placeOf(fact, unit), `${from}..${to}`, known ? 'complete' : 'missing'].join('\t'))
  })
}

async function withdraw([text = '']: string[], { centre: code }: Given, config: Config): Promise<void> {
  const id = Number(text)
  if (!Number.isSafeInteger(id) || id <= 0)
    throw new NamedError('bad-arguments', { argument: 'NUMBER', value: text })
  await withDatabase(config, async database => {
    const centre = await chooseCentre(database, code)
    await withdrawDays(database, centre, id)
    await recordAudit(database, {
      at: config.clock(),
      actor: commandLine.name,
      action: 'days-withdrawn',
      outcome: 'done',
      centre: centre.code,
      subject: text,
      details: {},
    })
  })
}

async function list(_: string[], { centre }: Given, config: Config): Promise<void> {
  const all = await withDatabase(config, async database =>
    declaredDays(database, await chooseCentre(database, centre)),
  )
  for (const { id, fact, unit, from, to, known, reason, by } of all)
    print([id, placeOf(fact, unit), `${from}..${to}`, known ? 'complete' : 'missing', reason, by].join('\t'))
}

const actions: Record<string, typeof declare> = { declare, withdraw, list }

/**
 * bw days declare FACT PERIOD --complete|--missing --reason TEXT [--unit CODE] [--centre CODE] |
 * withdraw NUMBER | list: which days of a fact are complete, where the records alone do not show it.
 */
export async function daysVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [action = '', ...rest],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      centre: { type: 'string' },
      complete: { type: 'boolean' },
      missing: { type: 'boolean' },
      unit: { type: 'string' },
      reason: { type: 'string', default: '' },
    },
  })
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!run) throw new NamedError('bad-arguments', { argument: 'days', value: action })
  await run(rest, values, config)
  return 0
}

import type { Config } from '../../config.ts'
import { parseArgs } from 'node:util'
import { dayFromText, NamedError, Zone } from '#measures'
import { nationalCalendar } from '../../centres/calendars.ts'
import { centresOf } from '../../centres/centre.ts'
import { openingMinutes, recordSettingChange, setDay, setHours } from '../../centres/settings.ts'
import { paperVerb } from './paper.ts'
import { print, withDatabase } from './withDatabase.ts'
import { templateVerb } from './wordTemplate.ts'

const codeForm = /^[a-z][a-z0-9-]{1,39}$/

function isZone(name: string): boolean {
  try {
    return new Zone(name).name === name
  } catch {
    return false
  }
}

function demand(condition: boolean, argument: string, value: string | undefined): void {
  if (!condition) throw new NamedError('bad-arguments', { argument, value: value ?? '' })
}

async function add(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [code = ''],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'name': { type: 'string', default: '' },
      'name-en': { type: 'string' },
      'zone': { type: 'string', default: 'Asia/Shanghai' },
      'calendar': { type: 'string', default: nationalCalendar },
      'currency': { type: 'string', default: 'CNY' },
    },
  })
  demand(codeForm.test(code), 'CODE', code)
  demand(values.name !== '', '--name', '')
  demand(isZone(values.zone), '--zone', values.zone)
  demand(['none', nationalCalendar].includes(values.calendar), '--calendar', values.calendar)
  demand(Intl.supportedValuesOf('currency').includes(values.currency), '--currency', values.currency)
  await withDatabase(config, async ({ prisma }) => {
    if (await prisma.centre.findUnique({ where: { code } }))
      throw new NamedError('already-there', { what: code })
    await prisma.centre.create({
      data: {
        code,
        name: values.name,
        nameEn: values['name-en'] ?? values.name,
        timeZone: values.zone,
        calendar: values.calendar === 'none' ? null : values.calendar,
        currency: values.currency,
      },
    })
  })
  return 0
}

/** What a change of a setting is recorded with. */
const decision = {
  from: { type: 'string', default: '' },
  owner: { type: 'string', default: '' },
  reason: { type: 'string', default: '' },
} as const

/** bw centre changed CODE limits|instant --from DAY --owner WHO --reason WHY */
async function changed(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [code = '', name = ''],
  } = parseArgs({ args: [...args], allowPositionals: true, options: decision })
  const setting = (['limits', 'instant'] as const).find(each => each === name)
  demand(dayFromText(values.from) !== null, '--from', values.from)
  if (!setting) throw new NamedError('bad-arguments', { argument: 'limits|instant', value: name })
  await withDatabase(config, async database =>
    recordSettingChange(database, await centresOf(database).find(code), { setting, ...values }),
  )
  return 0
}

async function hours(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [code = ''],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      morning: { type: 'string', default: '' },
      afternoon: { type: 'string' },
      ...decision,
    },
  })
  demand(dayFromText(values.from) !== null, '--from', values.from)
  const { from, owner, reason } = values
  const morning = openingMinutes(values.morning, '--morning')
  const afternoon = values.afternoon === undefined ? null : openingMinutes(values.afternoon, '--afternoon')
  await withDatabase(config, async database =>
    setHours(database, await centresOf(database).find(code), { from, morning, afternoon, owner, reason }),
  )
  return 0
}

async function day(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [code = '', text = ''],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      closed: { type: 'boolean' },
      open: { type: 'boolean' },
      usual: { type: 'boolean' },
      reason: { type: 'string', default: '' },
    },
  })
  demand(dayFromText(text) !== null, 'DAY', text)
  demand(
    [values.closed, values.open, values.usual].filter(Boolean).length === 1,
    '--closed|--open|--usual',
    '',
  )
  const working = values.usual ? null : values.open === true
  await withDatabase(config, async database =>
    setDay(database, await centresOf(database).find(code), { day: text, working, reason: values.reason }),
  )
  return 0
}

async function list(_: readonly string[], config: Config): Promise<number> {
  const all = await withDatabase(config, async database => centresOf(database).all())
  all.forEach(centre => print(`${centre.code}\t${centre.name}\t${centre.hall.zone.name}\t${centre.currency}`))
  return 0
}

const actions: Record<string, typeof add> = {
  add,
  hours,
  changed,
  day,
  paper: paperVerb,
  template: templateVerb,
  list,
}

/** bw centre add|hours|changed|day|paper|list */
export async function centreVerb([action = '', ...args]: readonly string[], config: Config): Promise<number> {
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!run) throw new NamedError('bad-arguments', { argument: 'centre', value: action })
  return run(args, config)
}

import type { Config } from '../../config.ts'
import type { Database } from '../../storage/database.ts'
import { parseArgs } from 'node:util'
import { dayFromText, NamedError, Zone } from '#measures'
import { commandLine } from '../../access/permissions.ts'
import { nationalCalendar } from '../../centres/calendars.ts'
import { centresOf } from '../../centres/centre.ts'
import { openingMinutes, recordSettingChange, setDay, setHours } from '../../centres/settings.ts'
import { centreNamed, centreTree, putDivision } from '../../centres/tree.ts'
import { newCentreLike } from '../../intake/jobs/newCentre.ts'
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

/** The position of a centre in the tree of divisions. */
const placed = {
  'division': { type: 'string' },
  'division-name': { type: 'string' },
} as const

async function divisionFrom(
  database: Database,
  values: { 'division'?: string; 'division-name'?: string },
): Promise<string | null> {
  if (values.division === undefined) return null
  await putDivision(database, { code: values.division, name: values['division-name'] })
  return values.division
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
      ...placed,
    },
  })
  demand(codeForm.test(code), 'CODE', code)
  demand(values.name !== '', '--name', '')
  demand(isZone(values.zone), '--zone', values.zone)
  demand(['none', nationalCalendar].includes(values.calendar), '--calendar', values.calendar)
  demand(Intl.supportedValuesOf('currency').includes(values.currency), '--currency', values.currency)
  await withDatabase(config, async database => {
    const { prisma } = database
    if (await prisma.centre.findUnique({ where: { code } }))
      throw new NamedError('already-there', { what: code })
    const divisionCode = await divisionFrom(database, values)
    await prisma.centre.create({
      data: {
        code,
        name: values.name,
        nameEn: values['name-en'] ?? values.name,
        timeZone: values.zone,
        calendar: values.calendar === 'none' ? null : values.calendar,
        currency: values.currency,
        divisionCode,
      },
    })
  })
  return 0
}

/** bw centre new CODE --from CENTRE|DIVISION --name NAME [--name-en N] [--division D [--division-name N]] */
async function begin(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [code = ''],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'from': { type: 'string', default: '' },
      'name': { type: 'string', default: '' },
      'name-en': { type: 'string' },
      ...placed,
    },
  })
  demand(codeForm.test(code), 'CODE', code)
  demand(values.from !== '', '--from', '')
  demand(values.name !== '', '--name', '')
  const counts = await withDatabase(config, async database => {
    const centre = await centresOf(database).find(await centreNamed(database, values.from))
    const now = config.clock()
    const today = new Date(centre.hall.zone.localAt(now.getTime()).day * 86_400_000)
    const { name, 'name-en': nameEn = name } = values
    return newCentreLike(
      { database, centre, today },
      { code, name, nameEn, divisionCode: await divisionFrom(database, values) },
      { byUser: commandLine.name, now },
    )
  })
  for (const [what, count] of Object.entries(counts)) print(`${what}\t${count}`)
  return 0
}

/** The owner and reason recorded with a change of a setting. */
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
  const [all, places] = await withDatabase(config, async database => [
    await centresOf(database).all(),
    await centreTree(database),
  ])
  all.forEach(({ code, name, hall, currency }) => {
    const parent = places.get(code)?.parent
    print([code, name, hall.zone.name, currency, ...(parent ? [`below ${parent}`] : [])].join('\t'))
  })
  return 0
}

const actions: Record<string, typeof add> = {
  add,
  new: begin,
  hours,
  changed,
  day,
  paper: paperVerb,
  template: templateVerb,
  list,
}

/** bw centre add|new|hours|changed|day|paper|template|list */
export async function centreVerb([action = '', ...args]: readonly string[], config: Config): Promise<number> {
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!run) throw new NamedError('bad-arguments', { argument: 'centre', value: action })
  return run(args, config)
}

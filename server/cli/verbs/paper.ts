import type { PaperSettings } from '../../briefing/paper/settings.ts'
import type { Centre } from '../../centres/centre.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../storage/database.ts'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { recordAudit } from '../../access/audit.ts'
import { commandLine } from '../../access/permissions.ts'
import { keepPicture } from '../../briefing/paper/picture.ts'
import { setPaper } from '../../briefing/paper/setPaper.ts'
import { paperOf, paperSettingsSchema } from '../../briefing/paper/settings.ts'
import { centresOf } from '../../centres/centre.ts'
import { print, withDatabase } from './withDatabase.ts'

const text = { type: 'string' } as const
const options = {
  'masthead': text,
  'picture': text,
  'unit': text,
  'contact': text,
  'signature': text,
  'copy-to': text,
  'send-to': text,
  'office': text,
  'registration': text,
  'definitions': text,
  'special': text,
  'start': text,
  'with-year': text,
  'with-total': text,
} as const
type Given = Partial<Record<keyof typeof options, string>>

/** 2012:46 or 2012:46:460. Errors: bad-arguments. */
function startFrom(given: string): PaperSettings['numbering']['start'] {
  const [, year, number, total] = /^(\d{4}):(\d+)(?::(\d+))?$/.exec(given) ?? []
  if (year === undefined || number === undefined)
    throw new NamedError('bad-arguments', { argument: '--start', value: given })
  return { year: Number(year), number: Number(number), total: Number(total ?? number) }
}

/** The SHA-256 under which the picture of a file is kept. Errors: bad-arguments, picture-refused. */
async function pictureFrom(
  database: Database,
  centre: Centre,
  { name, now }: { name: string; now: Date },
): Promise<string> {
  if (name === 'none') return ''
  const file = await readFile(name).catch((cause: unknown) => {
    throw new NamedError('bad-arguments', { argument: '--picture', value: name }, cause)
  })
  return (await keepPicture(database, { centre, file, by: commandLine.name, now })).hash
}

function changed(paper: PaperSettings, given: Given): unknown {
  const { numbering } = paper
  const ticked = (option: 'with-year' | 'with-total', was: boolean): boolean =>
    given[option] === undefined ? was : given[option] === 'yes'
  return {
    masthead: given.masthead ?? paper.masthead,
    picture: given.picture ?? paper.picture,
    unit: given.unit ?? paper.unit,
    contact: given.contact ?? paper.contact,
    signature: given.signature ?? paper.signature,
    copyTo: given['copy-to'] ?? paper.copyTo,
    distributeTo: given['send-to'] ?? paper.distributeTo,
    office: given.office ?? paper.office,
    registration: given.registration ?? paper.registration,
    definitions: given.definitions ?? paper.definitions,
    numbering: {
      ...numbering,
      special: given.special ?? numbering.special,
      start: given.start === undefined ? numbering.start : startFrom(given.start),
      withYear: ticked('with-year', numbering.withYear),
      withTotal: ticked('with-total', numbering.withTotal),
    },
  }
}

/** bw centre paper CODE …: how issues look and are numbered. Errors: bad-arguments, unknown-centre. */
export async function paperVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [code = ''],
  } = parseArgs({ args: [...args], allowPositionals: true, options })
  const settings = await withDatabase(config, async database => {
    const centre = await centresOf(database).find(code)
    const paper = await paperOf(database, centre)
    if (Object.keys(values).length === 0) return paper
    const now = config.clock()
    const { picture: name } = values
    const picture = name === undefined ? undefined : await pictureFrom(database, centre, { name, now })
    const read = paperSettingsSchema.safeParse(
      changed(paper, { ...values, ...(picture !== undefined && { picture }) }),
    )
    if (!read.success)
      throw new NamedError('bad-arguments', {
        argument: read.error.issues[0]?.path.join('.') ?? '',
        value: read.error.issues[0]?.message ?? '',
      })
    await setPaper(database, { centre, settings: read.data, by: commandLine.name, now })
    await recordAudit(database, {
      at: now,
      actor: commandLine.name,
      action: 'briefing-paper-set',
      outcome: 'done',
      centre: code,
      details: { settings: JSON.stringify(read.data) },
    })
    return read.data
  })
  print(JSON.stringify(settings, null, 2))
  return 0
}

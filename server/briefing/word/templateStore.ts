import type { Names } from '#measures'
import type { Prisma } from '../../../prisma/generated/client.ts'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { BriefingDocument } from '../document.ts'
import type { NamedField, TemplateProblem } from './check.ts'
import type { Member, Members } from './figureFields.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { NamedError } from '#measures'
import { asJson } from '../store.ts'
import { checkTemplate } from './check.ts'
import { plainName } from './fieldNames.ts'
import { problemWords } from './problemWords.ts'
import { referencesOf } from './references.ts'

/** A template in the list of a page. */
interface ListedTemplate {
  id: number
  name: string
  fields: string[]
  addedBy: string
  addedAt: string
}

/** A template with the meaning of its fields. */
interface WordTemplate extends ListedTemplate {
  hash: string
  main: string
  read: NamedField[]
}

const listed = {
  id: true,
  name: true,
  hash: true,
  main: true,
  fields: true,
  addedBy: true,
  addedAt: true,
} satisfies Prisma.WordTemplateSelect
type Row = Prisma.WordTemplateGetPayload<{ select: typeof listed }>

/** Fields were created here and are read back unchanged. */
const fieldsOf = (row: Pick<Row, 'fields'>): NamedField[] => row.fields as unknown as NamedField[]

function templateFrom(row: Row): WordTemplate {
  const { id, name, hash, main, addedBy, addedAt } = row
  const read = fieldsOf(row)
  const fields = [
    ...new Set(
      read.filter(({ field: { kind } }) => kind !== 'end' && kind !== 'else').map(({ text }) => text),
    ),
  ]
  return { id, name, hash, main, addedBy, addedAt: addedAt.toISOString(), fields, read }
}

/** The templates that a centre offers, newest first. */
export async function templatesOf(
  { prisma }: Database,
  { id }: Pick<Centre, 'id'>,
): Promise<ListedTemplate[]> {
  const rows = await prisma.wordTemplate.findMany({
    where: { centreId: id, retiredAt: null },
    orderBy: { id: 'desc' },
    select: listed,
  })
  return rows.map(row => {
    const { hash: _, main: __, read: ___, ...template } = templateFrom(row)
    return template
  })
}

/** A template, even if it is no longer offered. Errors: template-not-found. */
export async function templateOf(
  { prisma }: Database,
  { id: centreId }: Pick<Centre, 'id'>,
  id: number,
): Promise<WordTemplate> {
  const row = await prisma.wordTemplate.findUnique({
    where: { centreId_id: { centreId, id } },
    select: listed,
  })
  if (!row) throw new NamedError('template-not-found', { template: id })
  return templateFrom(row)
}

/** The file of a template as uploaded. Errors: template-not-found. */
export async function templateFile(
  { prisma }: Database,
  { id: centreId }: Pick<Centre, 'id'>,
  id: number,
): Promise<Buffer> {
  const row = await prisma.wordTemplate.findUnique({
    where: { centreId_id: { centreId, id } },
    select: { data: true },
  })
  if (!row) throw new NamedError('template-not-found', { template: id })
  return Buffer.from(row.data)
}

interface Upload {
  centre: Pick<Centre, 'id'>
  name: string
  file: Buffer
  by: string
  now: Date
}

/** The most templates that a centre can offer. */
const mostTemplates = 40

/** The windows and units of a centre by both names; those in use today take precedence. */
async function membersOf({ prisma }: Database, { id }: Pick<Centre, 'id'>): Promise<Members> {
  const named = {
    where: { centreId: id },
    select: { code: true, name: true, nameEn: true },
    orderBy: [{ validTo: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  } satisfies Prisma.WindowFindManyArgs & Prisma.UnitFindManyArgs
  const [units, windows] = await Promise.all([prisma.unit.findMany(named), prisma.window.findMany(named)])
  const entries = (dimension: Member['dimension'], rows: typeof units): [string, Member][] =>
    rows.flatMap(({ code, name, nameEn }) =>
      [name, nameEn].flatMap((name): [string, Member][] =>
        name ? [[plainName(name), { dimension, code }]] : [],
      ),
    )
  return new Map([...entries('unit', units), ...entries('window', windows)])
}

/**
 * Checks a template and stores it if it can be filled; else returns its problems with their places. Errors:
 * template-not-docx, template-refused, file-too-large.
 */
export async function keepTemplate(
  database: Database,
  { centre, name, file, by, now }: Upload,
): Promise<{ id: number | null; name: string; problems: (TemplateProblem & { words: Names })[] }> {
  const { prisma } = database
  const { main, fields, problems } = await checkTemplate(file, await membersOf(database, centre))
  if (problems.length > 0)
    return {
      id: null,
      name,
      problems: problems.map(problem => ({ ...problem, words: problemWords(problem) })),
    }
  const offered = await prisma.wordTemplate.count({ where: { centreId: centre.id, retiredAt: null } })
  if (offered >= mostTemplates)
    throw new NamedError('template-refused', { why: `${offered} / ${mostTemplates}` })
  const { id } = await prisma.wordTemplate.create({
    data: {
      centreId: centre.id,
      name,
      hash: createHash('sha256').update(file).digest('hex'),
      data: new Uint8Array(file),
      main,
      fields: asJson(fields),
      addedBy: by,
      addedAt: now,
    },
    select: { id: true },
  })
  return { id, name, problems: [] }
}

/** Withdraws a template; issues that use it keep it. Errors: template-not-found. */
export async function retireTemplate(
  { prisma }: Database,
  { centre, id, by, now }: { centre: Pick<Centre, 'id'>; id: number; by: string; now: Date },
): Promise<void> {
  const { count } = await prisma.wordTemplate.updateMany({
    where: { centreId: centre.id, id, retiredAt: null },
    data: { retiredBy: by, retiredAt: now },
  })
  if (count === 0) throw new NamedError('template-not-found', { template: id })
}

/**
 * The document with its template's references as stored: what a browser sends is not used. Errors:
 * template-not-found.
 */
export async function withWordFields<D extends BriefingDocument>(
  database: Database,
  { centre, document, dates }: { centre: Centre; document: D; dates: { from: string; to: string } },
): Promise<D> {
  if (!document.word) return document
  const { id, name, hash, read } = await templateOf(database, centre, document.word.template)
  const { openedOn } = centre
  const references = referencesOf(
    read.map(({ field }) => field),
    { ...dates, openedOn },
  )
  return { ...document, word: { template: id, name, hash, openedOn, ...references } }
}

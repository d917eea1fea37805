import type { Buffer } from 'node:buffer'
import type { RowsQuestionInput } from '#measures'
import type { Config } from '../../config.ts'
import type { Database } from '../../storage/database.ts'
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { recordAudit } from '../../access/audit.ts'
import { commandLine } from '../../access/permissions.ts'
import { withPhotos } from '../../briefing/photos.ts'
import { templateNames } from '../../briefing/templates/given.ts'
import { briefingFile, fileFormats } from '../../briefing/write/file.ts'
import { writtenDraft } from '../../briefing/writtenDraft.ts'
import { rowsCsv } from '../../exports/rowsCsv.ts'
import { wholeScope } from '../../measures/scope.ts'
import { allRows } from '../../query/rows.ts'
import { ocdsPackage } from '../../trading/ocds/package.ts'
import { jsonArgument } from './ask.ts'
import { chooseCentre } from './chooseCentre.ts'
import { print, withDatabase } from './withDatabase.ts'

interface Exported {
  text: string | Buffer
  says: string
  centre: string | null
  details: Record<string, string | number>
}
interface Wanted {
  out: string | undefined
  language: string
  period: string
  centre: string | undefined
  template: string
  compare: string
  format: string
}

async function rowsOf(
  database: Database,
  config: Config,
  question: RowsQuestionInput & { language: string },
): Promise<Exported> {
  const { language, ...asked } = question
  const answer = await allRows(asked, { database, scope: wholeScope, now: config.clock() })
  const text = rowsCsv(answer, language === 'en' ? 'en' : 'zh')
  return {
    text,
    says: `${answer.rows.length} ${answer.names.en.toLowerCase()}, ${answer.from}..${answer.to}`,
    centre: asked.centres.join(','),
    details: { measure: asked.measure, rows: answer.rows.length },
  }
}

async function ocdsOf(
  database: Database,
  config: Config,
  { period, centre: code }: Wanted,
): Promise<Exported> {
  const centre = await chooseCentre(database, code)
  const contents = await ocdsPackage(database, centre, { period, now: config.clock() })
  const says =
    `${contents.releases} releases; ${contents.leftOut} trades in land, mining rights and property ` +
    'left out: the standard has no record for them'
  return {
    text: `${JSON.stringify(contents.document)}\n`,
    says,
    centre: centre.code,
    details: { releases: contents.releases, leftOut: contents.leftOut },
  }
}

async function briefingOf(
  database: Database,
  config: Config,
  { period, centre: code, template, compare, format, language }: Wanted,
): Promise<Exported> {
  const chosen = templateNames.find(name => name === template)
  if (!chosen) throw new NamedError('bad-arguments', { argument: '--template', value: template })
  const wanted = fileFormats.find(candidate => candidate === format)
  if (!wanted) throw new NamedError('bad-arguments', { argument: '--format', value: format })
  const centre = await chooseCentre(database, code)
  const context = { database, scope: wholeScope, now: config.clock() }
  const written = await writtenDraft(
    centre,
    { template: chosen, period, comparison: compare, language: language === 'en' ? 'en' : 'zh' },
    { context, by: '' },
  )
  const { document, from, to } = written
  const file = await briefingFile(wanted, await withPhotos({ centre, context, by: '' }, written))
  return {
    text: file,
    says: `${document.title}, ${from}..${to}`,
    centre: centre.code,
    details: { template, format, from, to },
  }
}

/** Writes to the file of --out, or prints the text. Both are audited. */
async function give(
  database: Database,
  config: Config,
  { exported, what, out }: { exported: Exported; what: string; out: string | undefined },
): Promise<void> {
  await recordAudit(database, {
    at: config.clock(),
    actor: commandLine.name,
    action: 'export',
    outcome: 'done',
    ...(exported.centre !== null && { centre: exported.centre }),
    subject: what,
    details: exported.details,
  })
  if (out === undefined) {
    process.stdout.write(exported.text)
    return
  }
  await writeFile(out, exported.text)
  print(`${out}\t${exported.says}`)
}

/**
 * bw export rows '<question json>' [--out FILE.csv] [--language zh|en]: all records behind a figure, as CSV.
 * bw export briefing --period P --template month|quarter|half|year|special|custom [--compare C]
 * [--format docx|xlsx|csv] [--language zh|en] [--centre C] --out FILE: a draft as a Word document, a
 * workbook or a table. bw export ocds [--period P] [--centre C] [--out FILE.json]: the ledger as an
 * Open Contracting release package.
 */
export async function exportVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [what = '', question],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      language: { type: 'string', default: 'zh' },
      period: { type: 'string', default: 'yearToDate' },
      centre: { type: 'string' },
      template: { type: 'string', default: 'month' },
      compare: { type: 'string', default: 'lastYear' },
      format: { type: 'string', default: 'docx' },
    },
  })
  if (what !== 'rows' && what !== 'ocds' && what !== 'briefing')
    throw new NamedError('bad-arguments', { argument: 'export', value: what })
  const wanted: Wanted = {
    out: values.out,
    language: values.language,
    period: values.period,
    centre: values.centre,
    template: values.template,
    compare: values.compare,
    format: values.format,
  }
  const asked = what === 'rows' ? (jsonArgument(question) as RowsQuestionInput) : null
  await withDatabase(config, async database => {
    const exported = asked
      ? await rowsOf(database, config, { ...asked, language: wanted.language })
      : what === 'briefing'
        ? await briefingOf(database, config, wanted)
        : await ocdsOf(database, config, wanted)
    await give(database, config, { exported, what, out: wanted.out })
  })
  return 0
}

import type { Config } from '../../config.ts'
import type { SignalSettings } from '../../trading/signals/index.ts'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { NamedError } from '#measures'
import { mergedByProcess, releasesIn } from '../../intake/read/ocds/release.ts'
import { procedureOf } from '../../trading/signals/fromRelease.ts'
import { flagTable, publishedSettings, signals } from '../../trading/signals/index.ts'
import { jsonArgument } from './ask.ts'
import { print } from './withDatabase.ts'

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new NamedError('file-unreadable', { file, reason: 'not there' }, cause)
  })
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new NamedError('file-unreadable', { file, reason: 'not JSON' }, cause)
  }
}

/** The releases of a file, one a process: one document, or one a line. */
function releasesOf(text: string, file: string): unknown[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const first = lines[0] ?? ''
  const oneALine = first.trimEnd().endsWith('}') && lines.length > 1
  return mergedByProcess((oneALine ? lines : [text]).flatMap(line => releasesIn(parsed(line, file))))
}

function settingsOf(text: string | undefined): SignalSettings {
  const given = text === undefined ? {} : (jsonArgument(text) as Partial<SignalSettings>)
  const unknown = Object.keys(given).find(name => !Object.hasOwn(publishedSettings, name))
  if (unknown !== undefined) throw new NamedError('bad-arguments', { argument: '--settings', value: unknown })
  return { ...publishedSettings, ...given }
}

/**
 * bw signals FILE [--code R024,R058] [--settings JSON]: the published procurement signals over Open
 * Contracting releases; needs no database.
 */
export async function signalsVerb(args: readonly string[], _config: Config): Promise<number> {
  const {
    values,
    positionals: [file = ''],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { code: { type: 'string' }, settings: { type: 'string' } },
  })
  const codes = values.code?.split(',') ?? signals.map(signal => signal.code)
  const unknown = codes.find(code => !signals.some(signal => signal.code === code))
  if (unknown !== undefined || file === '')
    throw new NamedError('bad-arguments', { argument: file === '' ? 'FILE' : '--code', value: unknown ?? '' })
  const procedures = releasesOf(await textOf(file), file)
    .map(procedureOf)
    .filter(procedure => procedure !== null)
  print(JSON.stringify(flagTable(procedures, settingsOf(values.settings), codes)))
  return 0
}

import type { Centre } from '../../centres/centre.ts'
import type { Config } from '../../config.ts'
import type { TargetName } from '../../intake/rows/targetNames.ts'
import type { Database } from '../../storage/database.ts'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { NamedError } from '#measures'
import { recordAudit } from '../../access/audit.ts'
import { commandLine } from '../../access/permissions.ts'
import { contractOf, setContact } from '../../intake/quality/contract.ts'
import { odcsOf } from '../../intake/quality/odcs.ts'
import { targetNames } from '../../intake/rows/targetNames.ts'
import { chooseCentre } from './chooseCentre.ts'
import { print, withDatabase } from './withDatabase.ts'

/** Changes the contact, and audits the earlier one. */
async function changeContact(
  database: Database,
  centre: Centre,
  { at, ...named }: { target: TargetName; contact: string; at: Date },
): Promise<void> {
  const { contact: before } = await contractOf(database, centre, named.target)
  await setContact(database, centre, named)
  await recordAudit(database, {
    at,
    actor: commandLine.name,
    action: 'contract-changed',
    outcome: 'done',
    centre: centre.code,
    subject: named.target,
    details: { contact: named.contact.trim(), before: before ?? '' },
  })
}

/**
 * bw contract TARGET [--centre C] [--contact 'NAME, PHONE'] [--out FILE.yaml|FILE.json]: the data contract of
 * a source, as ODCS 3.0.2 in YAML, or JSON where the file is named so.
 */
export async function contractVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [named = ''],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { centre: { type: 'string' }, contact: { type: 'string' }, out: { type: 'string' } },
  })
  const target = targetNames.find(name => name === named)
  if (target === undefined) throw new NamedError('bad-arguments', { argument: 'TARGET', value: named })
  return withDatabase(config, async database => {
    const centre = await chooseCentre(database, values.centre)
    if (values.contact !== undefined)
      await changeContact(database, centre, { target, contact: values.contact, at: config.clock() })
    const contract = odcsOf(await contractOf(database, centre, target), centre)
    const { out } = values
    const text =
      out?.endsWith('.json') === true
        ? `${JSON.stringify(contract, null, 2)}\n`
        : stringify(contract, { aliasDuplicateObjects: false })
    if (out === undefined) print(text.trimEnd())
    else await writeFile(out, text)
    return 0
  })
}

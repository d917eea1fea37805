import type { Config } from '../../config.ts'
import type { Grade } from '../../intake/quality/grade.ts'
import type { FaultyRow } from '../../intake/quality/rows.ts'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { gradesOf, shareOf } from '../../intake/quality/grade.ts'
import { gradedNames } from '../../intake/quality/graded.ts'
import { qualityParts } from '../../intake/quality/qualityParts.ts'
import { faultyRows } from '../../intake/quality/rows.ts'
import { chooseCentre } from './chooseCentre.ts'
import { print, withDatabase } from './withDatabase.ts'

/** 97.4, or — where there is nothing to grade. A share below one never prints as 100. */
function percent(share: number | null): string {
  if (share === null) return '—'
  return (share < 1 ? Math.min(share * 100, 99.9) : 100).toFixed(1)
}

const line = ({ unit, unitName, month, rows, parts }: Grade): string =>
  [unit || '—', unitName, month, rows, ...qualityParts.map(part => percent(shareOf(parts[part])))].join('\t')

const rowText = (row: FaultyRow): string => ('key' in row ? row.key : `#${row.batch} row ${row.row}`)

/**
 * bw quality [cases|trades|feedback] [--centre C] [--unit U] [--month M] [--part P]: the grades of records
 * by unit and month (trades by buyer); with all three, the rows that lower a part.
 */
export async function qualityVerb(args: readonly string[], config: Config): Promise<number> {
  const {
    values,
    positionals: [named = 'cases'],
  } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      centre: { type: 'string' },
      unit: { type: 'string' },
      month: { type: 'string' },
      part: { type: 'string' },
    },
  })
  const of = gradedNames.find(name => name === named)
  if (of === undefined) throw new NamedError('bad-arguments', { argument: 'TARGET', value: named })
  const part = qualityParts.find(name => name === values.part)
  if (values.part !== undefined && (part === undefined || values.month === undefined))
    throw new NamedError('bad-arguments', {
      argument: part === undefined ? '--part' : '--month',
      value: values.part,
    })
  return withDatabase(config, async database => {
    const centre = await chooseCentre(database, values.centre)
    if (part !== undefined && values.month !== undefined) {
      const place = { of, unit: values.unit ?? '', month: values.month, part }
      print((await faultyRows(database, centre, place)).map(rowText).join('\n'))
      return 0
    }
    const grades = (await gradesOf(database, centre, of)).filter(
      ({ unit, month }) =>
        (values.unit === undefined || unit === values.unit) &&
        (values.month === undefined || month === values.month),
    )
    print([['unit', 'name', 'month', 'rows', ...qualityParts].join('\t'), ...grades.map(line)].join('\n'))
    return 0
  })
}

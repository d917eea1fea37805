import type { Names } from '#measures'
import type { TargetName } from './targetNames.ts'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { NamedError } from '#measures'
import { formShape } from '../read/form.ts'
import { moneyUnits } from './moneyText.ts'
import { targetNames } from './targetNames.ts'
import { isTimeFormat } from './timeText.ts'

/** Each token occurs at most once, so that the derived pattern matches any text in linear time. */
const timeForm = z.string().max(60).refine(isTimeFormat, 'a token stands twice')

/**
 * A mapping of a file's columns to fields, as a JSON file that can be stored beside the data. A correction
 * leaves unmapped fields unchanged; a blank cell of a mapped column clears the field.
 */
const mappingSchema = z.strictObject({
  target: z.enum(targetNames),
  ...formShape,
  /** Field → column, or several columns joined by "/". */
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1).max(6)])),
  /** Field → constant value for every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Field → text → code. Other texts must be codes themselves. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Field → texts that mean "not known", such as 0 for a price. */
  missing: z.record(z.string(), z.array(z.string())).default({}),
  /** Column → texts; rows with other texts are excluded. */
  only: z.record(z.string(), z.array(z.string())).default({}),
  /**
   * Column → texts; rows with these are excluded, such as subtotals. A text ending in * is a prefix; the
   * empty text excludes rows with a blank cell.
   */
  except: z.record(z.string(), z.array(z.string())).default({}),
  /**
   * The meaning of rows with equal keys: mistakes (the first is loaded, others are refused), states of a
   * record (the last is loaded), or steps (filled cells replace those of earlier rows).
   */
  repeats: z.enum(['refuse', 'last', 'fold']).default('refuse'),
  /**
   * Columns that identify a row where a file has no record numbers; numbers are generated from them in an
   * added column.
   */
  rowKey: z.array(z.string()).min(1).max(12).optional(),
  /** The column with the number of records in a row, such as 锦旗2面. */
  pieces: z.string().optional(),
  /** Column → code of the kind of record that it counts, such as 锦旗（面） and 感谢信（封） side by side. */
  kindColumns: z.record(z.string(), z.string()).optional(),
  /** Fields with times that are days, although the file has 00:00 after them. */
  days: z.array(z.string()).default([]),
  /** Loads awards below a thousandth of their base unchanged, such as a token price of 1 yuan. */
  tokenPrices: z.boolean().default(false),
  /** In yuan: where neither base nor award is larger, they are percentages, and the row is refused. */
  percentUpTo: z.number().positive().optional(),
  /** Such as MM/DD/YYYY hh:mm:ss A; without it, ISO forms and 2012年8月8日 are accepted. */
  timeFormat: timeForm.optional(),
  /** Field → its own time format. */
  timeFormats: z.record(z.string(), timeForm).default({}),
  moneyUnit: z.enum(moneyUnits).default('yuan'),
  /** Field → its own unit of money. */
  moneyUnits: z.record(z.string(), z.enum(moneyUnits)).default({}),
  /** Rounds fractions of a fen; otherwise such a row is refused. */
  roundMoney: z.boolean().default(false),
  /** Kinds of catalogue members that the file may add. */
  create: z.array(z.enum(['unit', 'window', 'item'])).default([]),
})

export type Mapping = z.output<typeof mappingSchema>
export type MappingInput = z.input<typeof mappingSchema>

/** Validates a mapping. Errors: mapping-invalid. */
export function parseMapping(input: unknown, name: string): Mapping {
  const result = mappingSchema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new NamedError('mapping-invalid', {
    mapping: name,
    field: issue?.path.join('.') || '-',
    reason: issue?.message ?? '',
  })
}

/** Reads a mapping file. Errors: file-unreadable, mapping-invalid. */
export async function readMapping(file: string): Promise<Mapping> {
  let content: unknown
  try {
    content = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new NamedError('file-unreadable', { file, reason: (cause as Error).message }, cause)
  }
  return parseMapping(content, file)
}

/** A mapping in which every field has a column of its own name. */
export function plainMapping(
  target: TargetName,
  headers: readonly string[],
  fields: readonly { name: string; names: Names }[],
): Mapping {
  const columns: Record<string, string> = {}
  for (const field of fields) {
    const header = headers.find(
      text => text === field.name || text === field.names.zh || text === field.names.en,
    )
    if (header !== undefined) columns[field.name] = header
  }
  return parseMapping({ target, columns }, 'headers')
}

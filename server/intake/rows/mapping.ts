import type { Names } from '#measures'
import type { TargetName } from './targetNames.ts'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { NamedError } from '#measures'
import { formShape } from '../read/form.ts'
import { moneyUnits } from './moneyText.ts'
import { targetNames } from './targetNames.ts'
import { isTimeFormat } from './timeText.ts'

/** Each token at most once, so that what is made of it matches any text in one pass. */
const timeForm = z.string().max(60).refine(isTimeFormat, 'a token stands twice')

/**
 * How a file's columns become fields. A JSON file that can be kept beside the data. Unmapped fields
 * stay as they are in a correction; a mapped column that is blank clears the field.
 */
const mappingSchema = z.strictObject({
  target: z.enum(targetNames),
  ...formShape,
  /** Field → column of the file, or several columns that are joined by "/". */
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1).max(6)])),
  /** Field → value for every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Field → text in the file → code. Texts that are not listed must be codes themselves. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Field → texts that mean "not known", such as 0 for a price. */
  missing: z.record(z.string(), z.array(z.string())).default({}),
  /** Column → texts; rows that have another are left out. */
  only: z.record(z.string(), z.array(z.string())).default({}),
  /**
   * Column → texts; rows that have one of them are left out, such as subtotals. A text that ends in *
   * is a beginning; the blank text leaves out rows whose cell is blank.
   */
  except: z.record(z.string(), z.array(z.string())).default({}),
  /**
   * What rows with the same key are: mistakes (the first counts, others are refused), states of a
   * record (the last row counts), or steps (cells that are not blank are laid over those of earlier
   * rows).
   */
  repeats: z.enum(['refuse', 'last', 'fold']).default('refuse'),
  /**
   * Columns whose texts tell a row apart, where a file has no numbers: a number is made from them and
   * stands in a column of its own.
   */
  rowKey: z.array(z.string()).min(1).max(12).optional(),
  /** The column that says how many records a row stands for, such as 锦旗2面. */
  pieces: z.string().optional(),
  /** Column → code of the kind of record that it counts, such as 锦旗（面） and 感谢信（封） side by side. */
  kindColumns: z.record(z.string(), z.string()).optional(),
  /** Fields whose times are days, although the file writes 00:00 behind them. */
  days: z.array(z.string()).default([]),
  /** Loads awards of less than a thousandth of their base as they stand, such as a token price of 1 yuan. */
  tokenPrices: z.boolean().default(false),
  /**
   * In yuan: where base and award are both at most that, they are percentages, not prices, and the row
   * is refused.
   */
  percentUpTo: z.number().positive().optional(),
  /** Such as MM/DD/YYYY hh:mm:ss A; without it ISO forms and 2012年8月8日 are understood. */
  timeFormat: timeForm.optional(),
  /** Field → its own form of times. */
  timeFormats: z.record(z.string(), timeForm).default({}),
  moneyUnit: z.enum(moneyUnits).default('yuan'),
  /** Field → its own unit of money. */
  moneyUnits: z.record(z.string(), z.enum(moneyUnits)).default({}),
  /** Lets fractions of a fen be rounded; otherwise such a row is kept in quarantine. */
  roundMoney: z.boolean().default(false),
  /** Catalogue members that the file may introduce. */
  create: z.array(z.enum(['unit', 'window', 'item'])).default([]),
})

export type Mapping = z.output<typeof mappingSchema>
export type MappingInput = z.input<typeof mappingSchema>

/** Checks a mapping's form. Errors: mapping-invalid. */
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

/** A mapping in which every field has a column of its own name, for files that are written that way. */
export function plainMapping(
  target: TargetName,
  headers: readonly string[],
  fields: readonly { name: string; names: Names }[],
): Mapping {
  const columns: Record<string, string> = {}
  for (const field of fields) {
    const header = headers.find(one => one === field.name || one === field.names.zh || one === field.names.en)
    if (header !== undefined) columns[field.name] = header
  }
  return parseMapping({ target, columns }, 'headers')
}

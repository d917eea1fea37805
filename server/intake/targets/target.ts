import type { Names } from '#measures'
import type { Centre } from '../../centres/centre.ts'
import type { FactName } from '../../model/index.ts'
import type { ColumnType, Field, Value } from '../rows/field.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { Reason } from '../rows/problems.ts'
import type { TargetName } from '../rows/targetNames.ts'
import type { KnownCatalogue } from './knownCatalogue.ts'

/** A row by column, as stored. */
export type Row = Record<string, Value>

/** The context for deriving a row. */
export interface DeriveContext {
  centre: Centre
  catalogue: KnownCatalogue
  /** The mapping's settings for doubtful prices; absent for recomputations. */
  prices?: Pick<Mapping, 'tokenPrices' | 'percentUpTo'>
}

/** Kinds of warnings about loaded rows. */
export type Warning =
  | 'roundedMoney'
  | 'foreignCurrency'
  | 'unknownCurrency'
  | 'roundedKey'
  | 'receivedFromAccepted'
  | 'noUnit'
  | 'noWindow'
  | 'completedBeforeReceived'
  | 'endedWithoutTime'
  | 'notAccepted'
  | 'otherReceipt'
  | 'reopened'
  | 'awardAboveBase'
  | 'refusedName'

export const warningWords: Record<Warning, Names> = {
  roundedMoney: { zh: '金额四舍五入到分', en: 'money rounded to the fen' },
  roundedKey: {
    zh: '编号从第 16 位起都是 0，可能已被表格软件四舍五入；请与原系统核对',
    en:
      'the key is all zeros from its sixteenth digit on and may have been rounded by a ' +
      'spreadsheet; check it',
  },
  receivedFromAccepted: {
    zh: '没有收件时间，按受理时间计收件',
    en: 'no time of receipt; the time of acceptance is taken for it',
  },
  noUnit: { zh: '没有单位，不计入任何单位', en: 'no unit: counted under none' },
  noWindow: { zh: '没有窗口，不计入任何窗口', en: 'no window: counted under none' },
  completedBeforeReceived: {
    zh: '办结早于收件或受理，时间存疑：计入办结量，不计入时长',
    en: 'completed before it was received or accepted: counted as completed, in no duration',
  },
  endedWithoutTime: {
    zh: '有办理结果而没有办结时间，仍计为在办',
    en: 'has an outcome and no time of completion: counted as open',
  },
  notAccepted: {
    zh: '已办结而没有受理时间，无法推算到期时间，不判定是否按时',
    en: 'completed without a time of acceptance: no due time, and no verdict on time or late',
  },
  otherReceipt: {
    zh: '与已载入的同一编号收件日相差 7 天以上，像是编号重复使用：载入后原来那件不再计入',
    en:
      'was received more than 7 days from the case of this number that is there, as where ' +
      'numbers are used again: that case is replaced',
  },
  reopened: {
    zh: '原已办结，这个文件里没有办结时间：改计为在办',
    en: 'was completed and has no completion in this file: counted as open again',
  },
  awardAboveBase: {
    zh: '成交价高于控制价，节约额为负（超出控制价）',
    en: 'the award is above the base: the saving is negative',
  },
  refusedName: {
    zh: '名称中有无法辨认的字符，名称未载入，其余照常',
    en: 'a name has broken characters: the name is not loaded, the row is',
  },
  foreignCurrency: {
    zh: '币种不是本中心的币种，单独列示，不计入合计',
    en: 'the currency is not the centre’s own: kept apart and in no sum',
  },
  unknownCurrency: {
    zh: '没有这种币种代码，单独列示，不计入合计；请核对是否笔误',
    en: 'no such currency code: kept apart and in no sum; check whether it is misspelt',
  },
}

/** A target of a file: fields, key, table, and derived columns. */
export interface Target {
  name: TargetName
  names: Names
  /** The name under which changes are stored. */
  fact: FactName | 'claims' | 'targets'
  table: string
  /** The column of the business key. */
  key: string
  fields: Field[]
  /**
   * Fields that identify rows where a file has no record numbers; the first is required. Absent for targets
   * whose files need a column of numbers.
   */
  tellApart?: readonly string[]
  /** Columns that `derive` fills, with their types. */
  derived: Record<string, ColumnType>
  /** Default values of columns for new rows. */
  defaults: Row
  /** Computes a key that is not a field: from the file's texts and the row. */
  keyOf?: (texts: Record<string, string>, row: Row) => string | null
  /** Columns that are derived again when a correction changes one of `when` without giving them. */
  renewed?: { when: string[]; columns: string[] }
  /** Completes a row; returns the field that is inconsistent with others, if any. */
  derive: (row: Row, context: DeriveContext) => { field: string; reason: Reason; value?: string } | null
  /** Reports warnings about a complete row to `note`. */
  warn?: (row: Row, context: DeriveContext, note: (warning: Warning, example: string) => void) => void
  /** Reports warnings about a correction, given the row that it replaces. */
  warnChange?: (row: Row, before: Row) => Warning[]
}

import type { FindingWords } from './findingWord.ts'

/** Findings about how a file is read. */
export const readingWords = {
  format: { zh: '文件格式：{chosen}', en: 'File format: {chosen}' },
  encoding: { zh: '文字编码：{chosen}', en: 'Encoding: {chosen}' },
  encodingAscii: {
    zh: '开头部分只有英文字符，按 UTF-8 读取',
    en: 'The beginning holds only plain letters; read as UTF-8',
  },
  encodingGuess: { zh: '不是 UTF-8，按 {chosen} 读取', en: 'Not UTF-8; read as {chosen}' },
  delimiter: { zh: '分隔符：{chosen}', en: 'Delimiter: {chosen}' },
  headerRow: {
    zh: '第 {row} 行作为表头，前面的行跳过',
    en: 'Row {row} is taken for the headings; the rows before it are skipped',
  },
  headingLines: {
    zh: '表头占 {count} 行，已上下连成一行（如“成交情况 / 中标价”）',
    en: 'The headings have {count} lines; they are joined into one, as in “Award / Price”',
  },
  hiddenSheets: {
    zh: '{count} 张隐藏的工作表没有读取：{names}',
    en: '{count} hidden {sheet is|sheets are} not read: {names}',
  },
  hiddenRows: {
    zh: '{count} 行在表格中被隐藏或筛选掉',
    en: '{count} {row is|rows are} hidden or filtered out in the sheet',
    effect: { zh: '它们仍会载入', en: 'they are loaded anyway' },
  },
  alikeSheets: {
    zh: '{count} 张工作表的表头相同（{names}），只读取“{chosen}”；可以改为全部读取',
    en: '{count} sheets have the same headings ({names}); only “{chosen}” is read; all can be read',
  },
  allSheets: {
    zh: '{count} 张工作表的表头相同，全部读取：{names}',
    en: '{count} sheets have the same headings and are all read: {names}',
  },
  detailSheet: {
    zh: '第一张工作表“{names}”像是汇总或说明，改读“{chosen}”',
    en: 'The first sheet “{names}” looks like a summary or a cover; “{chosen}” is read',
  },
  otherSheets: {
    zh: '{count} 张工作表的表头不同，没有读取：{names}',
    en: '{count} {sheet has|sheets have} other headings and {is|are} not read: {names}',
  },
  initials: {
    zh: '“{column}”按拼音首字母读作“{text}”，对应“{field}”',
    en: '“{column}” is read as the pinyin initials of “{text}”, for “{field}”',
    effect: {
      zh: '同样的首字母也可能是别的意思；请核对',
      en: 'the same initials may stand for another name; please check',
    },
  },
  sheet: { zh: '工作表“{chosen}”（共 {count} 张）', en: 'Sheet “{chosen}” of {count}' },
  timeFormat: { zh: '“{column}”的时间写法：{chosen}', en: 'Times in “{column}” are written {chosen}' },
  serialDates: {
    zh: '“{column}”是表格软件的日期序号，按日期读取',
    en: '“{column}” holds spreadsheet date numbers; read as dates',
    effect: { zh: '如 45123 是 2023-07-16；请核对', en: '45123 is 2023-07-16; please check' },
  },
  timeOrderGuess: {
    zh: '“{column}”无法判断先月后日还是先日后月，按 {chosen} 读取',
    en: 'It is not clear whether “{column}” puts the month or the day first; read as {chosen}',
  },
  timeUnreadable: {
    zh: '“{column}”有无法识别的时间，如“{example}”',
    en: '“{column}” has times that are not recognised, such as “{example}”',
    weight: 'wrong',
    effect: { zh: '这些行不会载入', en: 'these rows will not be loaded' },
  },
  moneyUnit: { zh: '“{column}”的金额单位：{chosen}', en: 'Money in “{column}” is in {chosen}' },
  moneyUnitGuess: {
    zh: '“{column}”没有写金额单位，按 {chosen} 读取',
    en: '“{column}” does not state its unit of money; read as {chosen}',
  },
  moneyFraction: {
    zh: '“{column}”有不足一分的尾数，将四舍五入到分',
    en: '“{column}” has fractions of a fen, which will be rounded',
  },
  zeroMissing: {
    zh: '“{column}”样本中 {count} 个 0，按缺失读取',
    en: '“{column}” has {count} {zero|zeros} in the sample; read as missing',
  },
  percentForPrice: {
    zh: '“{column}”像是费率而不是金额（如“{example}”），按费率计价读取，不计入成交额',
    en:
      '“{column}” looks like a rate, not an amount (such as “{example}”); read as ' +
      'priced by rate and in no sum of money',
  },
  openButEnded: {
    zh: '{count} 行的“{column}”写着尚未办结，却有办结时间',
    en: '{count} {row|rows} of “{column}” {says|say} still open, but {has|have} a time of completion',
    weight: 'wrong',
    effect: { zh: '仍计为已办结', en: 'they would still count as completed' },
  },
  valueUnknown: {
    zh: '“{column}”有 {count} 种取值没有对应的代码：{texts}',
    en: '{count} {value|values} in “{column}” {has|have} no code: {texts}',
    weight: 'wrong',
    effect: {
      zh: '这些行不会载入，除非指定对应的取值',
      en: 'these rows will not be loaded unless the values are mapped',
    },
  },
  valueGuess: {
    zh: '“{column}”有 {count} 种取值按相近的名称对应：{readings}',
    en: '{count} {value|values} in “{column}” {is|are} mapped by similar names: {readings}',
  },
  memberUnknown: {
    zh: '“{column}”中有 {count} 个（如“{example}”）不在目录里',
    en: '{count} in “{column}”, such as “{example}”, {is|are} not in the catalogue',
    effect: {
      zh: '允许由文件新增目录时载入，否则进入隔离区',
      en: 'loaded where the file may add members, else quarantined',
    },
  },
  fromLastTime: { zh: '沿用上次的对应关系（{name}）', en: 'The mapping from last time is used ({name})' },
  targetGuess: {
    zh: '从表头看像是“{chosen}”，按它载入',
    en: 'By its headings this looks like “{chosen}” and is loaded as that',
    effect: { zh: '如不对，请在“载入为”中另选', en: 'if wrong, choose another under “Load as”' },
  },
  keptUnit: {
    zh: '“{column}”没有写金额单位，沿用上次的“{chosen}”',
    en: '“{column}” states no unit of money; “{chosen}” from last time is used',
    effect: {
      zh: '单位不同，金额会相差悬殊；请核对',
      en: 'a different unit makes the amounts wrong many times over; please check',
    },
  },
  keptUnitDiffers: {
    zh: '“{column}”上次按“{before}”读取，这个文件写的是“{chosen}”，改按“{chosen}”读取',
    en: '“{column}” was in “{before}” last time; this file says “{chosen}” and is read in “{chosen}”',
    weight: 'wrong',
  },
  keptConstant: {
    zh: '“{field}”沿用上次的固定值“{chosen}”，这个文件没有写明',
    en: '“{field}” is “{chosen}” for all rows, as last time; this file does not state it',
    effect: { zh: '所有行都按它载入；请核对', en: 'all rows are loaded as that; please check' },
  },
  keptConstantDiffers: {
    zh: '“{field}”上次都按“{before}”，这个文件的“{text}”写的是“{chosen}”，改按“{chosen}”载入',
    en: '“{field}” was “{before}” last time; “{text}” of this file says “{chosen}”; “{chosen}” is used',
    weight: 'wrong',
    effect: { zh: '如不对，请改回固定值“{before}”', en: 'if wrong, set the fixed value back to “{before}”' },
  },
  keptTimesDiffer: {
    zh: '“{column}”的时间上次写成 {before}，这次只能是 {chosen}，改按后者读取',
    en: 'Times in “{column}” were written {before}; now they can only be {chosen}, which is used',
    weight: 'wrong',
  },
  columnUnused: { zh: '未使用的列：{columns}', en: 'Columns not used: {columns}', weight: 'unused' },
  requiredMissing: {
    zh: '必填的“{field}”还没有对应的列',
    en: 'The required field “{field}” has no column yet',
    weight: 'wrong',
    effect: {
      zh: '没有它就不能载入：{todo}',
      en: 'nothing can be loaded without it: {todo}',
    },
  },
} satisfies Record<string, FindingWords>

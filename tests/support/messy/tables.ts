import type { Random } from '../../../prisma/demo/random.ts'

/** A clean case: local days and minutes, with all required values. */
export interface CleanCase {
  number: string
  unit: string
  item: string
  received: { day: string; time: string }
  completed: { day: string; time: string } | null
  due: string
}

/** A clean trade; money in 分. */
export interface CleanTrade {
  code: string
  name: string
  category: 'works' | 'procurement'
  base: number
  award: number
  concluded: string
}

const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9:-]/g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const bare = (part: string): string => String(Number(part))

type Written = (day: string, time: string) => string
const parts = (day: string): [string, string, string] => day.split('-') as [string, string, string]

/** Formats of instants, and of days without a time. */
const instants: Record<string, Written> = {
  iso: (day, time) => `${day} ${time}`,
  seconds: (day, time) => `${day} ${time}:00`,
  slashes: (day, time) => {
    const [year, month, date] = parts(day)
    return `${year}/${bare(month)}/${bare(date)} ${time.replace(/^0/, '')}`
  },
  chinese: (day, time) => {
    const [year, month, date] = parts(day)
    return `${year}年${bare(month)}月${bare(date)}日 ${time}`
  },
  halfDay: (day, time) => {
    const [year, month, date] = parts(day)
    const hour = Number(time.slice(0, 2))
    return (
      `${year}年${month}月${date}日 ` +
      `${hour < 12 ? '上午' : '下午'}${hour > 12 ? hour - 12 : hour}:${time.slice(3)}`
    )
  },
  compact: (day, time) => `${day.replaceAll('-', '')} ${time}`,
  dotted: (day, time) => `${day.replaceAll('-', '.')} ${time}`,
  fullWidth: (day, time) => fullWidth(`${day} ${time}`),
  midnight: day => `${day} 00:00:00`,
  day: day => day,
  daySlashes: day => day.replaceAll('-', '/'),
  dayChinese: day => {
    const [year, month, date] = parts(day)
    return `${year}年${bare(month)}月${bare(date)}日`
  },
  dayCompact: day => day.replaceAll('-', ''),
}
const withClock = ['iso', 'seconds', 'slashes', 'chinese', 'halfDay', 'compact', 'dotted', 'fullWidth']
const withoutClock = ['day', 'daySlashes', 'dayChinese', 'dayCompact', 'midnight']
/** Forms that a spreadsheet keeps as a date when a person types them. */
const withoutDigitsOnly = ['day', 'daySlashes', 'dayChinese']

/** Formats of money, with their addition to the heading. */
const moneys: Record<string, { heading: string; write: (fen: number) => string }> = {
  plain: { heading: '（元）', write: fen => (fen / 100).toFixed(2) },
  thousands: {
    heading: '（元）',
    write: fen => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }),
  },
  sign: { heading: '', write: fen => `￥${(fen / 100).toFixed(2)}` },
  suffix: { heading: '', write: fen => `${(fen / 100).toFixed(2)}元` },
  wan: { heading: '（万元）', write: fen => (fen / 1_000_000).toFixed(6) },
  wanLine: { heading: '', write: fen => (fen / 1_000_000).toFixed(6) },
  wanSuffix: { heading: '', write: fen => `${(fen / 1_000_000).toFixed(6)}万元` },
  renminbi: { heading: '', write: fen => `人民币${(fen / 100).toFixed(2)}元` },
  fullWidth: { heading: '（元）', write: fen => fullWidth((fen / 100).toFixed(2)) },
}

/** A table as written by a system. */
export interface Table {
  headings: string[]
  rows: string[][]
  /** The indexes of columns whose equal neighbours may be merged. */
  groups: number[]
  /** Returns the month of a row. */
  months: (row: number) => string
  title: string
  /** A line above the headings, such as the unit of money. */
  unitLine: string | null
  /** The indexes of columns that a workbook may store as days, numbers or text. */
  dayPlaces: number[]
  numberPlaces: number[]
}

/** Cases as a table, with headings that some system uses. */
export function casesTable(cases: readonly CleanCase[], random: Random): { table: Table; made: string } {
  const clock = random.pick(withClock)
  const precise = random.pick([clock, clock, random.pick(withoutClock)])
  const due = random.pick(withoutClock)
  const written = (form: string): Written => instants[form] as Written
  const headings = [
    random.pick(['办件编号', '办件号', '受理编号', '业务流水号', '申报号']),
    random.pick(['部门', '办理部门', '承办单位', '受理部门']),
    random.pick(['事项名称', '办理事项', '事项']),
    random.pick(['收件时间', '收件日期', '申请时间']),
    random.pick(['办结时间', '办结日期', '完成时间']),
    random.pick(['承诺到期时间', '应办结时间', '承诺办结时间']),
  ]
  const rows = cases.map(record => [
    random.chance(0.1) ? fullWidth(record.number) : record.number,
    record.unit,
    record.item,
    written(clock)(record.received.day, record.received.time),
    record.completed
      ? written(precise)(record.completed.day, record.completed.time)
      : random.pick(['', '', '/', '—', '无']),
    written(due)(record.due, ''),
  ])
  return {
    table: {
      headings,
      rows,
      groups: [1],
      months: row => cases[row]?.received.day.slice(0, 7) ?? '',
      title: '办件明细表',
      unitLine: null,
      dayPlaces: withoutDigitsOnly.includes(due) ? [5] : [],
      numberPlaces: [],
    },
    made: `received ${clock}, completed ${precise}, due ${due}`,
  }
}

/** Trades as a table. */
export function tradesTable(trades: readonly CleanTrade[], random: Random): { table: Table; made: string } {
  const money = random.pick(Object.keys(moneys))
  const form = random.pick(withoutClock)
  const { heading, write: writeMoney } = moneys[money] as (typeof moneys)[string]
  return {
    table: {
      headings: [
        random.pick(['项目编号', '标段编号', '统一交易标识码', '交易编号']),
        random.pick(['项目名称', '标段名称']),
        random.pick(['交易类别', '项目类型']),
        random.pick(['控制价', '最高限价', '预算金额']) + heading,
        random.pick(['中标价', '成交金额', '成交价']) + heading,
        random.pick(['成交日期', '中标日期', '成交日']),
        random.pick(['交易结果', '项目结果']),
      ],
      rows: trades.map(record => [
        record.code,
        record.name,
        record.category === 'works' ? '工程' : '采购',
        writeMoney(record.base),
        writeMoney(record.award),
        (instants[form] as Written)(record.concluded, ''),
        '成交',
      ]),
      groups: [],
      months: row => trades[row]?.concluded.slice(0, 7) ?? '',
      title: '交易情况一览表',
      unitLine: money === 'wanLine' ? '单位：万元' : null,
      dayPlaces: withoutDigitsOnly.includes(form) ? [5] : [],
      numberPlaces: ['plain', 'wan', 'wanLine'].includes(money) ? [3, 4] : [],
    },
    made: `money ${money}, days ${form}`,
  }
}

import type { FixedWords } from './word.ts'

/** Chinese words that mean the same in every hall, several in a line. */
export const fixedWordsZh: readonly FixedWords[] = [
  {
    says: { kind: 'each' },
    words: ['各 每个 每一个 各个 分 按 按照 分别 依 逐个 逐一 每家 每 区分 分成'],
  },
  {
    says: { kind: 'which' },
    words: ['哪个 哪些 哪一个 哪几个 哪家 哪几家 哪类 哪一类 哪种 哪一种 哪项 哪一项 哪些家 哪'],
  },
  {
    says: { kind: 'and' },
    words: ['和 与 跟 及 以及 同 还有 或 或者 、'],
  },
  {
    says: { kind: 'howMany' },
    words: [
      '多少 几 多大 若干 多不多 高不高 少不少 多吗 高吗 是多少 有多少 数量 总数 共多少 多少个 几个 有几个 总量 总计多少 数 数目',
    ],
  },
  {
    says: { kind: 'perDay' },
    words: [
      '日均 平均每个工作日 每个工作日 每工作日 平均每工作日 平均每天 每天平均 平均每日 一天平均 平均一天 每日平均 天均',
    ],
  },
  {
    says: { kind: 'comparison', comparison: 'lastYear' },
    words: [
      '同比 与去年同期比 和去年同期比 跟去年同期比 与去年同期相比 和去年同期相比 跟去年同期相比 同去年同期比 比去年同期 较去年同期 比上年同期 较上年同期 与上年同期相比',
      '与上年同期比 和上年同期相比 对比去年同期',
    ],
  },
  {
    says: { kind: 'comparison', comparison: 'lastYear', loose: true },
    words: ['去年同期 上年同期 去年同月 上年同月'],
  },
  {
    says: { kind: 'comparison', comparison: 'previous', loose: true },
    words: ['上月同期 上个月同期 上季度同期'],
  },
  {
    says: { kind: 'comparison', comparison: 'previous' },
    words: ['环比 月环比 比上期 较上期 和上期比 与上期相比 跟上期比 和上期相比 与上一期相比'],
  },
  {
    says: { kind: 'comparison', comparison: 'previous', step: 'quarter' },
    words: ['季环比 季度环比'],
  },
  {
    says: { kind: 'comparison', comparison: 'previous', step: 'week' },
    words: ['周环比'],
  },
  {
    says: { kind: 'versus', oneWay: true },
    words: ['超过 高过 高于 低于 多于 少于 高出 超出'],
  },
  {
    says: { kind: 'versus' },
    words: ['差多少 相差多少 差了多少 相差 差距 比 相比 较 对比 比较 相比较 比起 比起来 相较'],
  },
  {
    says: { kind: 'change', oneWay: true },
    words: [
      '增长 下降 增加 减少 涨 跌 升 降 多了 少了 提高 提升 上升 下滑 回落 提高了 提升了 上升了 下滑了 回落了 涨了 降了 升了 增加了',
      '减少了 增长了 下降了 降低 降低了 走高 走低 上涨 上涨了 下跌 下跌了 变多 变少 变多了 变少了 变高 变低 变高了 变低了 改善 好转 恶化 变好 变差',
    ],
  },
  {
    says: { kind: 'change' },
    words: [
      '增长率 增幅 降幅 涨幅 跌幅 增减 变化 多了多少 少了多少 增长多少 下降多少 增加多少 减少多少 变化多少 有什么变化 怎么变化 如何变化 增长情况 下降情况',
      '提高多少 提升多少 上升多少 提高了多少 提升了多少 上升了多少 增加情况 减少情况 降低多少 降低了多少',
      '增长了多少 下降了多少 增加了多少 减少了多少 变化情况 增速 涨了多少 多多少 少多少 多还是少 高还是低 增还是减',
    ],
  },
  {
    says: { kind: 'change', takes: true, oneWay: true },
    words: ['快了 慢了 变快 变慢 变快了 变慢了 更快 更慢 加快 加快了 放慢 放慢了 缩短 缩短了 延长 延长了'],
  },
  {
    says: { kind: 'change', takes: true },
    words: ['快了多少 慢了多少 快了吗 慢了吗 快还是慢 缩短多少 缩短了多少 延长多少 延长了多少'],
  },
  {
    says: { kind: 'granularity', granularity: 'day' },
    words: ['每天 逐日 按天 按日 分天 每日 一天一天 哪天 哪一天 哪些天 哪几天 哪日'],
  },
  {
    says: { kind: 'granularity', granularity: 'week' },
    words: ['每周 逐周 按周 分周 各周 每星期 每个星期 哪周 哪一周 哪个星期 哪几周 哪些周'],
  },
  {
    says: { kind: 'granularity', granularity: 'month' },
    words: [
      '每月 逐月 按月 分月 各月 每个月 各个月 月度 按月份 各月份 每月份 分月份 哪个月 哪月 哪一月 哪一个月 哪几个月 哪些月 哪个月份 哪些月份 哪几个月份 月份',
    ],
  },
  {
    says: { kind: 'granularity', granularity: 'quarter' },
    words: [
      '每季度 逐季 按季度 分季度 各季度 每个季度 按季 各季 哪个季度 哪季度 哪一季度 哪一个季度 哪几个季度 哪些季度 季度',
    ],
  },
  {
    says: { kind: 'granularity', granularity: 'half' },
    words: ['每半年 按半年'],
  },
  {
    says: { kind: 'granularity', granularity: 'year' },
    words: [
      '每年 逐年 按年 分年 各年 历年 年度 每一年 各年度 按年度 哪年 哪一年 哪几年 哪些年 哪个年份 哪个年度 年份',
    ],
  },
  {
    says: { kind: 'granularity', granularity: 'fitting' },
    words: ['走势 趋势 走向 变化趋势 变化走势 曲线 折线 趋势图 走势图'],
  },
  {
    says: { kind: 'order', order: 'highest', counts: true },
    words: ['最多 最多的是 最多的 最大 最大的 最忙 最忙的 最繁忙 最繁忙的'],
  },
  {
    says: { kind: 'order', order: 'lowest', counts: true },
    words: ['最少 最少的 最小 最小的 最闲 最清闲 最空闲'],
  },
  {
    says: { kind: 'order', order: 'highest' },
    words: ['最高 最高的'],
  },
  {
    says: { kind: 'order', order: 'highest', takes: true },
    words: ['最长 最长的 最慢 最慢的 最久 最久的'],
  },
  {
    says: { kind: 'order', order: 'lowest' },
    words: ['最低 最低的'],
  },
  {
    says: { kind: 'order', order: 'lowest', takes: true },
    words: ['最短 最短的 最快 最快的'],
  },
  {
    says: { kind: 'order', order: 'best' },
    words: ['最好 最好的 最优'],
  },
  {
    says: { kind: 'order', order: 'worst' },
    words: ['最差 最差的 最糟 最严重 最不好'],
  },
  {
    says: { kind: 'order', order: 'highest' },
    words: ['从多到少 从大到小 降序 由多到少 由高到低 从高到低 由大到小 从长到短'],
  },
  {
    says: { kind: 'order', order: 'lowest' },
    words: ['从少到多 从小到大 升序 由少到多 由低到高 从低到高 由小到大 从短到长'],
  },
  {
    says: { kind: 'order', order: 'ranked' },
    words: ['排名 排行 排序 排个名 排名情况 排行榜 名次 排一下 排列'],
  },
  {
    says: { kind: 'order', order: 'lowest' },
    words: ['倒数 垫底 垫底的 末位 倒数几名'],
  },
  {
    says: { kind: 'more', order: 'highest' },
    words: ['多 更多 较多 偏多 高 更高 较高 偏高'],
  },
  {
    says: { kind: 'more', order: 'lowest' },
    words: ['少 更少 较少 偏少 低 更低 较低 偏低'],
  },
  {
    says: { kind: 'single', ids: ['tradeAmount', 'tradesConcluded'] },
    words: [
      '单笔 单宗 单个项目 哪个项目 哪些项目 哪一个项目 哪几个项目 哪笔 哪一笔 哪宗 哪一宗 最大一笔 最大的一笔 最大一宗 最大的一宗 最大单笔',
      '最大项目 最高项目 金额最大项目 金额最高项目 最大交易 最大成交 最小项目 最大的是哪个项目 最大项目是哪个 最大项目是哪一个 最大的交易是哪个',
    ],
  },
  {
    says: { kind: 'single', ids: ['averageHandlingTime', 'casesCompleted'] },
    words: ['单件 哪件 哪一件 最慢的一件 最久的一件 最长的一件'],
  },
  {
    says: { kind: 'who' },
    words: ['谁'],
  },
  {
    says: { kind: 'dealtWith', how: 'replied' },
    words: [
      '答复 回复 答复了 回复了 回应 回应了 得到答复 得到回复 已答复 已回复 收到答复 收到回复 答复的 回复的',
    ],
  },
  {
    says: { kind: 'dealtWith', how: 'rectified' },
    words: ['整改 整改了 已整改 完成整改 整改到位'],
  },
  {
    says: { kind: 'dealtWith', how: 'calledBack' },
    words: ['回访 回访了 已回访'],
  },
  {
    says: { kind: 'units', units: ['percent'] },
    words: [
      '百分点 个百分点 几个百分点 多少个百分点 几成 百分比 百分之几 百分之多少 百分率 比率 比例 占比 率 比重',
    ],
  },
  {
    says: { kind: 'units', units: ['cases', 'complaints', 'calls', 'casesPerWorkingDay'] },
    words: ['件 件数'],
  },
  {
    says: { kind: 'units', units: ['trades', 'perWorkingDay', 'perActiveDay'] },
    words: ['宗 笔 标段 宗数 笔数'],
  },
  {
    says: { kind: 'units', units: ['fen', 'hundredths'] },
    words: ['钱 元 万元 亿元 资金 金额 万 亿 总额 块钱 总金额'],
  },
  {
    says: { kind: 'units', units: ['banners'] },
    words: ['面'],
  },
  {
    says: { kind: 'units', units: ['letters'] },
    words: ['封'],
  },
  {
    says: { kind: 'units', units: ['calls'] },
    words: ['单'],
  },
  {
    says: { kind: 'units', units: ['days', 'workingDays'] },
    words: ['天 天数 几天 多少天 多久 多长时间 用多久 要几天 要多久 花多长时间 时长 几个工作日 多少个工作日'],
  },
  {
    says: { kind: 'units', units: ['workingDays'] },
    words: ['个工作日 工作日'],
  },
  {
    says: { kind: 'units', units: ['days'] },
    words: ['自然日'],
  },
  {
    says: { kind: 'units', units: ['persons', 'visits'] },
    words: ['人数 多少人 几人 人次 多少人次 几个人 多少个人 多少名'],
  },
  {
    says: { kind: 'units', units: ['marks'] },
    words: ['多少分 几分'],
  },
  {
    says: { kind: 'total' },
    words: ['一共 共 总共 合计 共计 加起来'],
  },
  {
    says: { kind: 'average' },
    words: ['平均 平均值 均值'],
  },
  {
    says: { kind: 'median' },
    words: ['中位数 中位 中位值 中位天数'],
  },
  {
    says: { kind: 'units', units: ['reviews', 'complaints'] },
    words: ['条'],
  },
  {
    says: { kind: 'units', units: ['times', 'meetings', 'calls', 'complaints'] },
    words: ['次 次数'],
  },
  {
    says: { kind: 'filler' },
    words: [
      '的 了 是 有 请问 问 一下 吗 呢 啊 呗 吧 呀 看看 看 查 查询 查一下 查查 帮我 帮我查 帮我看 我想知道 想知道 我想 我要 要 想 告诉我 给我 列出 列一下 列出来',
      '显示 展示 统计 累计 总的 总 全部 所有 情况 数据 具体 分别是 怎么样 如何 怎样 什么 是什么 在 里 中 内 期间 之间 时候 的时候 时 这 那 些 这些 那些 都 就',
      '也 还 又 来 去 到 个 位 名 家 项 份 请 麻烦 能 可以 能不能 可不可以 中心 全中心 本中心 我们中心 咱们中心 我们 咱们 整个中心 服务中心 行政服务中心 全县 等于',
      '为 占 得 获得 收获 拿到 得到 得了 出现 发生 产生 需要 才 会 由 对 从 于 以 其中 名单 列表 大概 大约 左右 一般 通常 平均起来 的话 那么 一个 下 数字 发我',
      '过 说说 说一下 讲讲 是不是 进行 了解 了解一下 方面 明细 帮忙 谢谢 您好 你好 那边 这边 涉及 有关 关于 分布 分布情况 交叉 算 算是 提供 提供了 开了 召开 召开了',
      '全厅 全大厅 整个大厅 全厅合计 有记录 举行 举行了 有没有 够不够 列 只列 只看 就看 只要 群众 老百姓 百姓 一天里 一天中 一天当中 一天之中',
    ],
  },
]

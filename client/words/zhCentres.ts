/** Screen text in Chinese of the page on centres side by side, and of a centre that is still empty. */
export const zhCentres = {
  centres: {
    title: '各中心',
    sideBySide: '同口径对比',
    finding: '{count} 个中心，同一时期、同一口径',
    worse: '按时办结率显著低于合计的 {together}',
    alike: '{count} 个中心的按时办结率没有显著差异，合计 {together}',
    withBelow: '合计（本级及所辖，共 {count} 个）',
    total: '以上 {count} 个中心合计',
    note: '按行政区划上下级排列。合计由各中心的分子、分母相加得出，不是平均各中心的比率；各中心计到同一天。没有某类记录的中心，该类为“—”，不计入合计。',
    gap: '{fact}：{days}有中心没有数据，不宜比较。',
    empty: '尚无记录、未列入：{names}',
  },
  emptyCentre: {
    title: '{name}还没有记录',
    text: '三步即可看到指标：',
    wait: '请文书完成以下三步后再来查看。',
    done: '已完成',
    others: '先看其他中心',
    catalogue: {
      title: '建立目录',
      text: '导入单位、窗口和事项；也可用命令 bw centre new 参照另一个中心建立。',
      go: '导入目录',
    },
    hours: {
      title: '确认办公时间',
      text: '办公时间和工作日历决定时限怎样计算，首次导入时填写。',
      go: '填写办公时间',
    },
    records: {
      title: '导入记录',
      text: '导入办件、交易、评价等业务系统的导出文件，或接通推送。',
      go: '导入记录',
    },
  },
}

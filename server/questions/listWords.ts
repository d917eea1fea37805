/** What dimensions are called besides their names in the model, parted by 、. */
export const dimensionWords: Readonly<Record<string, string>> = {
  window: '窗口、柜台、window、counter、service window',
  unit: '单位、部门、局、委办局、进驻单位、进驻部门、unit、department、agency、bureau、authority',
  item: '事项、办事事项、审批事项、service item、item、service',
  itemType: '办件类型、类型、case type、type of case、item type',
  channel: '渠道、办理渠道、申请渠道、channel',
  outcome: '办理结果、办结结果、outcome',
  weekday: '星期、周几、星期几、礼拜几、weekday、day of the week',
  hour: '时段、小时、几点、几点钟、几时、钟点、时间段、哪个时段、hour、time of day、hour of the day',
  category: '交易类别、类别、交易类型、类型、category、kind of trade、trade category',
  method: '交易方式、采购方式、招标方式、方式、method、procurement method',
  buyer: '采购人、招标人、业主、采购单位、招标单位、建设单位、buyer、purchaser、tenderer',
  winner:
    '中标人、中标单位、中标企业、中标公司、供应商、企业、公司、投标人、winner、supplier、company、bidder、contractor、firm',
  township: '乡镇、镇、乡、镇乡、township、town',
  serviceKind: '服务类型、特色服务类型、服务项目、kind of service、service kind',
  feedbackKind: '反馈类型、kind of feedback',
  subject: '反馈事由、投诉事由、事由、投诉原因、subject',
  level: '星级、评价等级、stars、star rating',
  ticketKind: '类别、类型、工单类别、工单类型、诉求类型、kind of ticket、ticket kind',
  found: '抽查结果、result of the check',
  paper: '试卷、exam paper',
  meetingKind: '会议类型、kind of meeting',
  currency: '币种、currency',
  round: '招标次数、轮次、round',
  tradeOutcome: '交易结果、outcome of the trade、trade outcome',
  centre: '各中心、哪个中心、每个中心、centres side by side',
}

/** What members of closed lists are called besides their names in the model, by dimension and code. */
export const memberWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  category: {
    works:
      '工程、工程类、建设工程、工程建设类、工程项目、construction、works、engineering、construction work、construction project',
    procurement:
      '采购、采购类、政府采购类、政采、procurement、government procurement、purchases、procurement project、purchase',
    land: '土地、土地类、土地出让、用地、land',
    mining: '矿权、采矿权、mining',
    property: '产权、产权类、国有资产、产权交易、property',
  },
  ticketKind: {
    complaint: '投诉类工单、投诉工单',
    consultation: '咨询类工单、咨询工单',
    request: '求助类工单、求助工单',
    report: '举报工单',
    suggestion: '建议工单',
  },
  method: {
    openTender: '公开招标方式、open tenders、public tender、public bidding、open bidding',
    negotiation: '谈判、竞谈',
    consultation: '磋商',
  },
  channel: {
    online: '网上、线上、网络、上网、网上办理、网上申请、online、over the net、over the internet',
    mobile: '手机、掌上、移动端、mobile',
    hall: '现场、大厅现场、窗口现场、over the counter、in person',
    selfService: '自助机、自助、kiosk',
    post: '邮寄、by post',
    phone: '电话、by phone',
  },
  itemType: {
    instant: '即办、即办类、instant cases',
    committed: '承诺、承诺类、committed cases',
    reported: '上报类',
    joint: '联办类',
    special: '特殊类',
  },
  weekday: {
    1: '星期一、礼拜一、周一、monday',
    2: '星期二、礼拜二、tuesday',
    3: '星期三、礼拜三、wednesday',
    4: '星期四、礼拜四、thursday',
    5: '星期五、礼拜五、friday',
    6: '星期六、礼拜六、saturday',
    7: '星期日、星期天、礼拜天、礼拜日、周天、sunday',
  },
}

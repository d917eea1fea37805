/**
 * The meanings of words in headings. A heading ends with what its column holds (a kind) and begins with what
 * that is of: 中标供应商名称 is the name of a supplier that won.
 */
export interface Words {
  zh: readonly string[]
  en: readonly string[]
}

const words = (zh: string, en: string): Words => ({
  zh: zh.split(/\s+/).filter(Boolean),
  en: en.split(/\s+/).filter(Boolean),
})

/** What a column may hold. */
export const kinds = {
  date: words('日期 时间 时刻 日 年月日 时点', 'date datetime time dt dttm timestamp'),
  number: words(
    '编号 流水号 号码 单号 序号 文号 案号 号 标识码 标识 唯一标识',
    'number no num nr id ref reference key identifier nbr identification uid ocid sn',
  ),
  code: words('编码 代码 代号', 'code cd'),
  name: words('名称 名 账号 昵称', 'name nm nickname username'),
  title: words('标题 题名 主题 事由', 'title topic'),
  text: words(
    '描述 内容 概况 摘要 简介',
    'description desc descr descrip detail summary purpose text subject scope',
  ),
  person: words('人 者 人员 姓名 员 联络人', 'person officer official inspector technician staff employee'),
  org: words(
    '单位 部门 机构 机关 主体 委办局 科室 处室 局办 组织',
    `department dept agency organization organisation org ou entity authority bureau ministry
      institution`,
  ),
  division: words('股室 分局', 'division office section team branch group workgroup directorate'),
  company: words('企业 公司 厂商 法人', 'company firm business enterprise corporation'),
  window: words('窗口 柜台 网点', 'window counter desk'),
  item: words('事项 许可事项 审批事项 服务项目', 'item task'),
  type: words(
    '类型 类别 分类 种类 性质 大类 小类 子类 细分 品目 类',
    'type category class kind classification cat typ',
  ),
  status: words('状态 进度', 'status stat'),
  result: words('结果 结论', 'result outcome disposition'),
  method: words('方式 方法 办法 形式 途径 模式', 'method mode procedure process means'),
  source: words('来源 渠道 来源渠道', 'source origin channel intake'),
  money: words(
    '金额 报价 价格 价款 价 总价 总额 造价 款额 数额 资金',
    'amount amt value price cost sum total dollar usd eur euro cny rmb obligation consideration',
  ),
  rate: words('费率 比率 率 比例 下浮率', 'rate ratio percent percentage pct'),
  currency: words('币种 货币 币别', 'currency'),
  limit: words('时限 期限 办结时限 办结期限 办理时限 办理期限 限期', 'limit sla deadline'),
  days: words('天数 工作日 工作日数', 'days day'),
  count: words('家数 个数 数量 人数 数 单位数', 'count qty quantity'),
  buyer: words(
    `采购人 招标人 业主 甲方 发包人 发包方 采购方 招标方 出让方 出让人 转让方 建设单位 业主单位
      购买方 建设方`,
    'buyer purchaser procurer',
  ),
  agent: words('代理机构 代理 代理公司 代理单位 招标代理 采购代理 代理商', 'agent broker'),
  supplier: words(
    `供应商 中标人 中选人 成交人 承包商 承包人 承包方 乙方 受让方 受让人 竞得人 施工单位 竞得者
      服务商 中标方 买受人 承接方 承接单位`,
    'winner supplier vendor contractor awardee recipient payee merchant seller provider incumbent',
  ),
  bidder: words('投标人 投标单位 投标商 投标方 竞买人 报价人', 'bidder tenderer offeror respondent'),
  applicant: words(
    `服务对象 申请对象 办事对象 申请人 申报人 申办人 当事人 投诉人 诉求人 来电人 反映人 信访人 申请者 办事人 行政相对人 相对人
      申请单位 申报单位`,
    `applicant requester requestor complainant petitioner caller customer claimant appellant
      proponent reporter`,
  ),
  grade: words(
    '评分 得分 分数 打分 分值 等级 级别 星级 满意度 满意程度 满意情况 评价情况',
    'rating rate score grade stars satisfaction',
  ),
  citizen: words('网友 用户 市民 群众 作者 写信人', 'citizen resident author user'),
  other: words(
    `紧急 紧急程度 缓急 重要 电话 手机 手机号 来电号码 主叫号码 被叫号码 联系号码 接收号码 联系方式 地址 地点 邮箱 邮编 备注 说明 意见 原因 理由 依据 附件 网址 网站 链接
      行业 地区 区域 区划 区县 省份 城市 级别 等级 年度 年份 月份 季度 项目负责人 负责人 经理 得分
      分数 评分 排名 名次 时长 耗时 用时 性别 年龄 证件号码 证件号 身份证号 身份证 统一社会信用代码
      信用代码 证件类型 操作 媒体 正文 经度 纬度 坐标 面积 规模 环节 节点 联系人 经办人 办理人 审批人
      审核人 受理人 法定代表人 登记人 坐席 坐席员`,
    `phone telephone fax email mail address street city zip zipcode postal postcode county country
      region state town latitude longitude lat lon lng x y ward district neighborhood neighbourhood
      location borough precinct url link web website note comment remark reason priority urgency year
      month week quarter hour age gender duration elapsed minutes hours image photo media geometry
      geom shape point council tract block parcel apn bbl bin fee sqft stage phase step area map
      contact manager suffix prefix flag score rank page attachment file objectid resolution action
      activity weekday term`,
  ),
} as const satisfies Record<string, Words>

/** What a kind can be of. */
export const roots = {
  case: words(
    `办件 案件 案 工单 诉求 业务 事件 件 信访 投诉 举报 来信 来电 许可 许可证 审批 行政 审批件 服务
      政务 热线 问题 咨询 实例 流程 任务`,
    `case ticket permit complaint record incident sr docket enquiry inquiry call job licence license
      violation order workorder citation problem petition matter event project work wo serv svc file csr
      sro flow`,
  ),
  feedback: words(
    `评价 评议 测评 好差评 留言 来信 写信 来电 咨询 反映 投诉 举报 诉求 信访 表扬 建议 求助 工单 热线
      反馈 满意度 回访`,
    `feedback review rating evaluation comment complaint grievance enquiry inquiry query mail letter
      message survey ticket comp`,
  ),
  reply: words('回复 答复 反馈 回应 回信 复信', 'reply replied response respond responded answer answered'),
  matter: words('办件 申报 申办 申请 业务', 'application transaction'),
  service: words('', 'service'),
  request: words('', 'request req'),
  issue: words('', 'issue'),
  issuing: words('签发 颁发 发证 核发 制证', 'issued issuance'),
  receive: words(
    `收件 接件 收到 接收 来件 进件 收案 登记 立案 交办 派单 推送 接单 收文 建单 来文 转办 派发 下派
      收单 分派`,
    'receive received receipt intake recd rcvd assign dispatch refer',
  ),
  apply: words(
    '申请 申报 提交 上报 发起 申办 报送 递交 报件',
    'apply application applied submit submitted submission',
  ),
  create: words(
    '创建 生成 新建 录入 建立',
    `create creation created generated init initiated initiate logged log entered enter added add
      registered register registration report reported raise raised file filed filing lodged lodge`,
  ),
  open: words('', 'open opening opened'),
  start: words('开始 起始 启动 反映 发生', 'start begin began commence occurred effective'),
  accept: words(
    '受理 正式受理 准予受理 立项',
    'accept acceptance accepted acknowledged acknowledge validated validate',
  ),
  complete: words(
    `办结 完成 完结 结案 办毕 审结 办理完成 结束 归档 办理完毕 处理完成 办完 处结 结办 完工 回复 答复
      反馈`,
    `complete completion completed close closed closure closing resolve resolved finish finished end
      ended done finalized finaled finalised cleared fulfilled`,
  ),
  decide: words(
    '批准 审批 审批通过 决定 决定书 核准 发放 审定 出件 办出',
    'approve approval approved decide decision decided final determination granted disposed judgment',
  ),
  handle: words(
    '办理 处办 承办 处理 处置 责任 主办 实施 主管 归口 归属 审批 审核 办事 经办 执行 牵头 业务 管理',
    'handle handling responsible owner owning assigned assignee lead primary issuing review reviewing',
  ),
  committed: words('承诺 承诺办结', 'promise promised committed commitment'),
  due: words(
    '到期 截止 应 应办结 限办 预计 计划 要求 限时 期望 拟 应当',
    'due target planned expected estimated scheduled sla goal anticipated est overall',
  ),
  statutory: words('法定', 'statutory legal'),
  verify: words(
    '核实 查实 属实 认定 调查 调查核实',
    'upheld substantiated founded verified verification finding',
  ),
  remain: words(
    '剩余 所剩 超期 逾期 预警 延期 暂停 挂起 距离',
    'remaining remain left overdue late exceeded',
  ),
  update: words(
    '更新 修改 变更 最近',
    'update updated modified modify changed last upd edited edit reopened',
  ),
  expire: words('失效 有效期 有效 作废 过期', 'expire expired expiration expires valid validity'),
  inspect: words(
    '检查 评价 满意度 回访 监管 督办 公示 核查 勘验 存档 资料 短信 付款 支付 开票 预约 取号 补正',
    'inspect inspection hearing survey evaluation satisfaction visit pay payment paid invoice',
  ),
  lot: words('标段 标包 包 分包 包件 标段包 品目 包组 宗地 地块', 'lot package'),
  project: words('项目 工程 标的 标的物', 'project'),
  tender: words(
    '招标 采购 选取 选聘 供地 交易 招采 询价 比选 磋商 谈判 竞价 拍卖 挂牌 招商 出让 转让 招募 遴选 供应 需求 委托',
    `tender tendering solicitation procurement procure procuring purchase purchasing rfp rfq rfx itb ifb
      acquisition bidding trade deal auction contracting proc solicit awarding demand`,
  ),
  deal: words('交易 出让 转让 拍卖 竞价', 'deal auction'),
  award: words(
    '中标 成交 定标 中选 中标成交 竞得 结果 入围 签约 受让',
    'award awarded win winning won successful selected winner',
  ),
  contract: words('合同 协议 订单', 'contract contractual agreement po order cn pact'),
  bid: words(
    '投标 参加 参与 报价 响应 报名 应标 竞买 开标',
    'bid offer proposal quote quotation response submission',
  ),
  announce: words(
    '公告 公布 发布 公示 公开 发出 招标公告 采购公告 刊登',
    `announce announcement announced publish published publication pub notice advertise advertised
      posted posting release released dispatch listing issue issued`,
  ),
  opening: words('开标 开启 唱标', 'opening open opened'),
  base: words(
    `控制 最高 限价 控制价 最高限价 招标控制价 预算 概算 估算 拦标 标底 起始 起拍 底价 评估 预估
      预算价 挂牌 审定 预算金额 投资 最高投标`,
    `budget estimate estimated reserve ceiling control engineer engineers starting planned approved
      maximum max abc appraised expected`,
  ),
  sign: words('签订 签署 签约 订立', 'sign signed signing signature execution executed effective'),
  notice: words('通知书 通知 文件 标书', 'letter intent document'),
  candidate: words('候选 候选人 预中标 拟中标 第一', 'candidate rank ranked'),
  spent: words(
    `保证金 税 税额 税率 代理费 服务费 标书费 单价 结算 付款 已付 尾款 质保金 节约 节资 增减 差额
      下浮`,
    `tax expended spent balance paid invoiced deposit bond remaining retainage amendment amended
      change subcontract encumbered unit outlay saving savings modification net`,
  ),
  fund: words('资金 资金来源 财政', 'fund funding funded fiscal grant program'),
  extra: words('未 非 上一 下一', 'previous prior next parent sub minor mwbe non'),
  plain: words(
    '整体 总体 综合 最后 不含税 含税 当前 实际 实 具体 所属 所在 统一 全 总 本 正式 最终 相关 归集 主要',
    `high level current actual full overall primary original total orig main all long short formal official
      local`,
  ),
} as const satisfies Record<string, Words>

export type Kind = keyof typeof kinds
export type Root = keyof typeof roots

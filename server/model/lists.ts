import type { Names } from './fact.ts'

type List = Record<string, Names>

/** How an item is handled (docs/domain.md section 1). */
export const itemTypes = {
  instant: { zh: '即办件', en: 'Instant' },
  committed: { zh: '承诺件', en: 'Committed' },
  reported: { zh: '上报件', en: 'Reported upward' },
  joint: { zh: '联办件', en: 'Joint' },
  special: { zh: '特殊件', en: 'Special' },
} satisfies List

export const channels = {
  hall: { zh: '大厅窗口', en: 'Hall' },
  online: { zh: '网上', en: 'Online' },
  mobile: { zh: '手机端', en: 'Mobile' },
  phone: { zh: '电话', en: 'Phone' },
  selfService: { zh: '自助终端', en: 'Self-service' },
  post: { zh: '邮寄', en: 'Post' },
  internal: { zh: '内部发起', en: 'Internal' },
  other: { zh: '其他', en: 'Other' },
} satisfies List

export const caseOutcomes = {
  granted: { zh: '准予', en: 'Granted' },
  refused: { zh: '不予许可', en: 'Refused' },
  notAccepted: { zh: '不予受理', en: 'Not accepted' },
  returned: { zh: '退件', en: 'Returned' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  other: { zh: '其他', en: 'Other' },
} satisfies List

export const verdicts = {
  early: { zh: '提前', en: 'Early' },
  onTime: { zh: '按期', en: 'On the last day' },
  overdue: { zh: '超期', en: 'Overdue' },
} satisfies List

export const dueGaps = {
  noLimit: { zh: '未设时限', en: 'No limit set' },
  noCalendar: { zh: '无工作日历', en: 'No working calendar' },
  calendarUnpublished: { zh: '日历未发布', en: 'Calendar not published' },
  suspended: { zh: '挂起中', en: 'Suspended' },
  notAccepted: { zh: '未受理', en: 'Not accepted' },
} satisfies List

export const tradeCategories = {
  works: { zh: '工程建设', en: 'Works' },
  procurement: { zh: '政府采购', en: 'Procurement' },
  land: { zh: '土地使用权', en: 'Land use rights' },
  mining: { zh: '矿业权', en: 'Mining rights' },
  property: { zh: '国有产权', en: 'State property' },
  other: { zh: '其他', en: 'Other' },
} satisfies List

export const tradeMethods = {
  openTender: { zh: '公开招标', en: 'Open tender' },
  invitedTender: { zh: '邀请招标', en: 'Invited tender' },
  negotiation: { zh: '竞争性谈判', en: 'Competitive negotiation' },
  consultation: { zh: '竞争性磋商', en: 'Competitive consultation' },
  inquiry: { zh: '询价', en: 'Request for quotations' },
  singleSource: { zh: '单一来源', en: 'Single source' },
  auction: { zh: '拍卖', en: 'Auction' },
  listing: { zh: '挂牌', en: 'Listing' },
  other: { zh: '其他', en: 'Other' },
} satisfies List

export const priceForms = {
  amount: { zh: '金额', en: 'Amount' },
  rate: { zh: '费率', en: 'Rate' },
  unitPrice: { zh: '单价', en: 'Unit price' },
  other: { zh: '其他', en: 'Other' },
} satisfies List

export const baseKinds = {
  controlPrice: { zh: '控制价', en: 'Control price' },
  ceilingPrice: { zh: '最高限价', en: 'Ceiling price' },
  budget: { zh: '预算', en: 'Budget' },
  startingPrice: { zh: '起始价', en: 'Starting price' },
  appraisedValue: { zh: '评估价', en: 'Appraised value' },
} satisfies List

export const tradeOutcomes = {
  pending: { zh: '进行中', en: 'Under way' },
  concluded: { zh: '成交', en: 'Concluded' },
  tooFewBidders: { zh: '流标', en: 'Too few bidders' },
  annulled: { zh: '废标', en: 'Annulled' },
  terminated: { zh: '终止', en: 'Terminated' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
} satisfies List

export const bidStatuses = {
  invited: { zh: '受邀未投', en: 'Invited' },
  pending: { zh: '待评审', en: 'Pending' },
  valid: { zh: '有效', en: 'Valid' },
  disqualified: { zh: '否决', en: 'Disqualified' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
} satisfies List

export const objectionKinds = {
  objection: { zh: '异议', en: 'Objection' },
  query: { zh: '质疑', en: 'Query' },
  complaint: { zh: '投诉', en: 'Complaint' },
} satisfies List

export const objectionResults = {
  pending: { zh: '处理中', en: 'Pending' },
  upheld: { zh: '成立', en: 'Upheld' },
  partlyUpheld: { zh: '部分成立', en: 'Partly upheld' },
  dismissed: { zh: '不成立', en: 'Dismissed' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
} satisfies List

export const feedbackKinds = {
  banner: { zh: '锦旗', en: 'Banner' },
  letter: { zh: '感谢信', en: 'Letter of thanks' },
  complaint: { zh: '投诉', en: 'Complaint' },
  review: { zh: '评价', en: 'Review' },
  hotline: { zh: '12345 热线', en: 'Hotline call' },
} satisfies List

/** What a call to 12345 is for. */
export const ticketKinds = {
  consultation: { zh: '咨询', en: 'Consultation' },
  request: { zh: '求助', en: 'Request for help' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report of wrongdoing' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
} satisfies List

export const feedbackSubjects = {
  service: { zh: '窗口服务', en: 'Window service' },
  integrity: { zh: '廉洁自律', en: 'Integrity' },
  trading: { zh: '交易程序', en: 'Trading procedure' },
  other: { zh: '其他', en: 'Other' },
} satisfies List

export const regulationAreas = {
  hall: { zh: '日常管理制度', en: 'Daily management rules' },
  trading: { zh: '交易制度', en: 'Trading rules' },
} satisfies List

export const limitUnits = {
  workingDay: { zh: '工作日', en: 'Working days' },
  calendarDay: { zh: '自然日', en: 'Calendar days' },
  hour: { zh: '小时', en: 'Hours' },
} satisfies List

export const posts = {
  A: { zh: 'A岗', en: 'Post A' },
  B: { zh: 'B岗', en: 'Post B' },
} satisfies List

/** How often a unit is expected to report. */
export const rhythms = {
  daily: { zh: '每日', en: 'Daily' },
  weekly: { zh: '每周', en: 'Weekly' },
  monthly: { zh: '每月', en: 'Monthly' },
} satisfies List

/** Who was found at a post (docs/domain.md section 6: A岗 handles, B岗 stands in). */
export const postFound = {
  handler: { zh: 'A岗在岗', en: 'Handler at post' },
  standIn: { zh: 'B岗顶岗', en: 'Stand-in at post' },
  nobody: { zh: '空岗', en: 'Nobody at post' },
} satisfies List

/** The featured services, and service carried to the townships. */
export const serviceKinds = {
  agriculture: { zh: '农业专家咨询', en: 'Agricultural advice' },
  propertyCertificates: { zh: '房产两证联办', en: 'Two property certificates at once' },
  trafficOneStop: { zh: '交管一站式', en: 'One-stop vehicle services' },
  migrants: { zh: '流动人口服务', en: 'Services for migrants' },
  marriage: { zh: '婚姻登记', en: 'Marriage registration' },
  banking: { zh: '银行营业', en: 'Bank counter' },
  townshipVisit: { zh: '送服务下乡', en: 'Visit to a township' },
  townshipTraining: { zh: '乡镇跟班培训', en: 'Training of township staff' },
  appointment: { zh: '预约服务', en: 'Service by appointment' },
  extendedHours: { zh: '延时服务', en: 'Extended hours' },
  homeVisit: { zh: '上门服务', en: 'Home visit' },
  consultation: { zh: '咨询', en: 'Consultation' },
  other: { zh: '其他', en: 'Other' },
  handedUp: { zh: '乡镇上送件', en: 'Case handed up by a township' },
  handedDown: { zh: '县级下转件', en: 'Case handed down to a township' },
} satisfies List

/** Why somebody is on leave. Being away on duty is no leave. */
export const leaveKinds = {
  annual: { zh: '年休假', en: 'Annual leave' },
  sick: { zh: '病假', en: 'Sick leave' },
  personal: { zh: '事假', en: 'Personal leave' },
  family: { zh: '婚产丧陪护假', en: 'Family leave' },
  other: { zh: '其他请假', en: 'Other leave' },
} satisfies List

/** Meetings of the hall's staff. */
export const meetingKinds = {
  weekly: { zh: '每周例会', en: 'Weekly meeting' },
  lecture: { zh: '业务讲座', en: 'Lecture' },
  exchange: { zh: '工作交流', en: 'Exchange of experience' },
  other: { zh: '其他', en: 'Other' },
} satisfies List

export const weekdays = {
  1: { zh: '周一', en: 'Mon' },
  2: { zh: '周二', en: 'Tue' },
  3: { zh: '周三', en: 'Wed' },
  4: { zh: '周四', en: 'Thu' },
  5: { zh: '周五', en: 'Fri' },
  6: { zh: '周六', en: 'Sat' },
  7: { zh: '周日', en: 'Sun' },
} satisfies List

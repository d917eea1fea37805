import type { Headings } from './headings.ts'
import { places, validity } from './shared.ts'

/** Headings of the fields of a member of staff, besides the names of the fields. */
export const staffHeadings: Headings = {
  ...places,
  ...validity,
  code: ['代码', '编号', 'id'],
  name: ['全称', 'title'],
}

/** Headings of the fields of a day of attendance, besides the names of the fields. */
export const attendanceHeadings: Headings = {
  ...places,
  staff: ['人员', '姓名', '工号', '工作人员', 'employee'],
  day: ['时间', '发生日期', 'date'],
  due: ['应出勤'],
  attended: ['出勤', '实出勤'],
  excused: ['公假', '公出', '下乡'],
  reason: ['事由', '备注'],
}

/** Headings of the fields of a check at a post, besides the names of the fields. */
export const postCheckHeadings: Headings = {
  ...places,
  checkCode: ['编号', 'code'],
  staff: ['人员', '姓名', '工号', '工作人员', 'employee'],
  checkedAt: ['时间', '检查时间'],
  found: ['结果', '在岗情况'],
  note: ['备注'],
}

/** Headings of the fields of an exam, besides the names of the fields. */
export const examHeadings: Headings = {
  ...places,
  paper: ['考试名称', '科目', '考试'],
  staff: ['人员', '姓名', '工号', '工作人员', 'employee'],
  day: ['时间', '发生日期', 'date'],
  score: ['得分', '分数'],
  passMark: ['及格线', '及格分'],
}

/** Headings of the fields of a service event, besides the names of the fields. */
export const serviceEventHeadings: Headings = {
  ...places,
  eventCode: ['编号', 'code'],
  kind: ['类型', '服务项目'],
  day: ['时间', '发生日期', 'date'],
  township: ['地点'],
  people: ['人数', '人次'],
  summary: ['内容', '主题', '标题', '说明', '留言主题'],
}

/** Headings of the fields of a daily report, besides the names of the fields. */
export const dailyReportHeadings: Headings = {
  ...places,
  day: ['日报日期', '填报日期', '结算日期'],
  received: ['收件数', '日收件', '当日收件'],
  completed: ['办结数', '日办结', '当日办结'],
  note: ['说明'],
}

/** Headings of the fields of a meeting, besides the names of the fields. */
export const meetingHeadings: Headings = {
  meetingCode: ['会议编号', '例会编号'],
  kind: ['会议类型', '会议名称'],
  day: ['会议日期', '会议时间'],
  duePeople: ['应到会人数'],
  attendedPeople: ['到会人数', '参会人数'],
  summary: ['会议主题', '议题'],
}

/** Headings of the fields of feedback, besides the names of the fields. */
export const feedbackHeadings: Headings = {
  unit: [...places.unit, '受赠单位', '受表扬单位', '承办单位', '被评价单位', '办理部门'],
  window: [...places.window, '受赠窗口', '受表扬窗口', '被评价窗口', '评价窗口'],
  feedbackCode: ['留言编号', '评价编号', '工单编号', '投诉编号', '工单号', '评价流水号'],
  kind: ['反馈类型', '评价类型', '形式', '表扬形式', '表扬类型'],
  level: [
    '评价等级',
    '满意度',
    '评分',
    '评价结果',
    '评价',
    '满意程度',
    '满意度评价',
    '评价星级',
    '评价满意度',
    '服务评价',
    '好差评',
  ],
  ownReview: ['是否主动评价', '是否默认', '默认评价', '是否默认评价', '是否系统默认', '系统默认', '评价方式'],
  giver: [
    '反映人',
    '投诉人',
    '留言用户',
    '来信人',
    '赠送人',
    '赠送单位',
    '赠送单位（个人）',
    '赠送人（单位）',
    '赠与人',
    '送旗人',
    '表扬人',
    '感谢人',
    '来电人',
    '评价人',
  ],
  summary: [
    '内容',
    '主题',
    '标题',
    '说明',
    '留言主题',
    '事由',
    '锦旗内容',
    '感谢内容',
    '感谢信内容',
    '来信内容',
    '表扬内容',
    '诉求标题',
    '工单标题',
    '诉求内容',
    '评价内容',
  ],
  givenDay: [
    '收到日期',
    '留言时间',
    '评价时间',
    '投诉时间',
    '受理时间',
    '来电时间',
    '诉求时间',
    '赠送时间',
    '赠送日期',
    '收到时间',
    '办理时间',
    '日期',
    '时间',
  ],
  repliedDay: ['回复时间', '答复时间', '答复日期', '回复日期'],
  closedDay: ['办结日期', '办结时间'],
  ticketKind: ['来电类别', '热线工单类别'],
  calledBack: ['回访日期', '回访时间'],
  satisfied: ['是否满意', '回访结果'],
  upheld: ['是否属实', '是否成立', '属实情况', '是否有效投诉', 'substantiated', 'is upheld'],
  likes: ['赞', '点赞', '顶'],
  dislikes: ['踩', '点踩'],
}

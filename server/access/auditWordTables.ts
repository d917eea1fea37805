import type { Names } from '../measures/measure.ts'

/** The parts of the product, by the first part of their procedures’ names in the audit log. */
export const areaNames: Record<string, Names> = {
  measures: { zh: '指标', en: 'Figures' },
  questions: { zh: '问数', en: 'Questions' },
  centres: { zh: '中心设置', en: 'Centre settings' },
  trading: { zh: '交易', en: 'Trading' },
  briefings: { zh: '简报', en: 'Briefings' },
  remarks: { zh: '批注与批示', en: 'Comments and instructions' },
  shares: { zh: '只读链接', en: 'Read-only links' },
  followings: { zh: '我的提醒', en: 'Own notices' },
  notes: { zh: '备注', en: 'Notes' },
  views: { zh: '保存的视图', en: 'Saved views' },
  imports: { zh: '导入记录', en: 'Imports' },
  entries: { zh: '填报', en: 'Entries' },
  periods: { zh: '期间锁定', en: 'Locked periods' },
  reporting: { zh: '填报要求', en: 'Reporting requirements' },
  standards: { zh: '期限与权重', en: 'Deadlines and weights' },
  days: { zh: '数据缺失与补齐', en: 'Missing and complete days' },
  intake: { zh: '导入', en: 'Import' },
  quality: { zh: '数据质量', en: 'Data quality' },
  access: { zh: '登录与账户', en: 'Sign-in and account' },
  accounts: { zh: '账户管理', en: 'Accounts' },
  signals: { zh: '信号', en: 'Signals' },
  systems: { zh: '对接系统', en: 'Connected systems' },
  audit: { zh: '审计日志', en: 'Audit log' },
  operations: { zh: '运行维护', en: 'Operations' },
}

/** The kinds of subjects that consist of a kind and a number or code, by their first word. */
export const subjectKinds: Record<string, Names> = {
  batch: { zh: '批次', en: 'batch' },
  briefing: { zh: '简报', en: 'briefing' },
  signal: { zh: '信号', en: 'signal' },
  target: { zh: '目标', en: 'target' },
  note: { zh: '备注', en: 'note' },
  share: { zh: '只读链接', en: 'read-only link' },
  step: { zh: '新水平', en: 'new level' },
  entry: { zh: '填报', en: 'entry' },
  lock: { zh: '锁定', en: 'lock' },
  template: { zh: 'Word 模板', en: 'Word template' },
  quarantine: { zh: '隔离区，批次', en: 'quarantined rows of batch' },
  view: { zh: '保存的视图', en: 'saved view' },
  entries: { zh: '填报', en: 'entries' },
  picture: { zh: '图片', en: 'picture' },
  variation: { zh: '波动', en: 'variation' },
}

/** Why a question asked in words was not answered. */
export const refusalNames: Record<string, Names> = {
  empty: { zh: '没有文字', en: 'no text' },
  unknown: { zh: '没有听懂', en: 'not understood' },
  notRecorded: { zh: '系统没有这类数据', en: 'the data are not recorded' },
  notSplit: { zh: '不能这样拆分', en: 'cannot be split this way' },
  hidden: { zh: '超出可见范围', en: 'outside of what the person sees' },
  notSupported: { zh: '不支持这种问法', en: 'this way of asking is not supported' },
  future: { zh: '问的是将来', en: 'asks about the future' },
  tooMuch: { zh: '一次问得太多', en: 'asks for too much at once' },
}

/** Names of the product’s own codes and of subjects without a number. */
export const codeNames: Record<string, Names> = {
  'late': { zh: '未按时报送数据', en: 'data not reported in time' },
  'reports': { zh: '未按时填报', en: 'records not entered in time' },
  'overdue': { zh: '在办超期', en: 'open and overdue' },
  'lateReplies': { zh: '多数差评未按时答复', en: 'most bad reviews answered late' },
  'bad-review-deadlines': { zh: '差评办理期限', en: 'deadlines of bad reviews' },
  'red-flag-weights': { zh: '红旗窗口权重', en: 'weights of the red-flag scores' },
  'audit': { zh: '审计日志', en: 'audit log' },
  'understood': { zh: '已回答', en: 'answered' },
  'choice': { zh: '请提问者选择', en: 'choices offered' },
  'refused': { zh: '未能回答', en: 'not answered' },
  'chart': { zh: '图表', en: 'chart' },
  '*': { zh: '全部数据', en: 'all data' },
}

/**
 * The beginnings of actions whose names already contain the kind of their subject, by kind: it is then left
 * out.
 */
export const saidByAction: Record<string, readonly string[]> = {
  signal: ['signal-'],
  briefing: ['briefing-'],
  target: ['target-'],
  note: ['note-'],
  share: ['share-'],
  step: ['step-'],
  entry: ['entry-'],
  entries: ['entry-'],
  view: ['view-'],
  lock: ['period-'],
  template: ['briefing-template-'],
  picture: ['briefing-picture-'],
}

/** Files that are served outside of procedures, by the beginning of their path. */
export const fileRoutes: readonly { start: string; names: Names }[] = [
  { start: '/files/briefing/', names: { zh: '简报文件', en: 'file of a briefing' } },
  { start: '/files/figures/', names: { zh: '数字汇总文件', en: 'file of figures' } },
  { start: '/files/booklet/', names: { zh: '联系手册文件', en: 'contact booklet' } },
  { start: '/files/paper/', names: { zh: '简报版式文件', en: 'layout of briefings' } },
  { start: '/files/photo/', names: { zh: '照片文件', en: 'photo file' } },
  { start: '/files/quarantine/', names: { zh: '隔离区文件', en: 'file of quarantined rows' } },
  { start: '/uploads', names: { zh: '上传文件', en: 'upload of a file' } },
  { start: '/api', names: { zh: '对接接口', en: 'interface for other systems' } },
  { start: '/mcp', names: { zh: '助手接口', en: 'interface for assistants' } },
  { start: '/metrics', names: { zh: '监控指标', en: 'monitoring figures' } },
  { start: '/plain', names: { zh: '简版页面', en: 'plain pages' } },
  { start: '/s/', names: { zh: '只读链接', en: 'read-only link' } },
]

/** The words for counts, with {count} for the number. */
export const countNames: Record<string, Names> = {
  rows: { zh: '共 {count} 行', en: '{count} rows' },
  loaded: { zh: '载入 {count} 行', en: '{count} loaded' },
  corrected: { zh: '更正 {count} 行', en: '{count} corrected' },
  unchanged: { zh: '{count} 行无变化', en: '{count} unchanged' },
  quarantined: { zh: '隔离 {count} 行', en: '{count} quarantined' },
  leftOut: { zh: '{count} 行按规则不计', en: '{count} left out by rule' },
  repairs: { zh: '修复批次 {count}', en: 'repairs batch {count}' },
  changed: { zh: '{count} 行有变化', en: '{count} changed' },
  changedVerdicts: { zh: '{count} 件的按时结论改变', en: '{count} on-time verdicts changed' },
  cases: { zh: '重算办件 {count} 件', en: '{count} cases recalculated' },
  notices: { zh: '{count} 条通知', en: '{count} notices' },
  problems: { zh: '{count} 处问题', en: '{count} problems' },
  submitted: { zh: '提交 {count} 条', en: '{count} submitted' },
  approved: { zh: '通过 {count} 条', en: '{count} approved' },
  days: { zh: '有效 {count} 天', en: 'valid for {count} days' },
  lockedMinutes: { zh: '锁定 {count} 分钟', en: 'locked for {count} minutes' },
  bytes: { zh: '{count} 字节', en: '{count} bytes' },
  panels: { zh: '{count} 张表', en: '{count} tables' },
  rooms: { zh: '{count} 个工作群', en: '{count} chat groups' },
  task: { zh: '任务 {count}', en: 'task {count}' },
  revision: { zh: '第 {count} 版', en: 'revision {count}' },
  remark: { zh: '批注 {count}', en: 'remark {count}' },
  reply: { zh: '答复 {count} 天', en: 'reply in {count} days' },
  callBack: { zh: '回访 {count} 天', en: 'call back in {count} days' },
  rectify: { zh: '整改 {count} 天', en: 'put right in {count} days' },
}

/** Files that are generated from many records, by file name. */
export const fileNames: Record<string, Names> = {
  figures: { zh: '数字汇总', en: 'summary of figures' },
  booklet: { zh: '联系手册', en: 'contact booklet' },
}

/** The states of a briefing, as its page calls them. */
export const stateNames: Record<string, Names> = {
  draft: { zh: '草稿', en: 'draft' },
  frozen: { zh: '已签发', en: 'signed' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

/** The ways of signing in. */
export const wayNames: Record<string, Names> = {
  '/sign-in/username': { zh: '用户名和密码', en: 'name and password' },
  '/sign-in/demo': { zh: '演示角色', en: 'demonstration role' },
  '/sign-in/social': { zh: '统一认证', en: 'single sign-on' },
  '/callback/oidc': { zh: '统一认证', en: 'single sign-on' },
  '/sign-out': { zh: '本人退出', en: 'by oneself' },
  '/change-password': { zh: '本人更改', en: 'by oneself' },
  '/two-factor/enable': { zh: '验证器', en: 'authenticator' },
  '/two-factor/disable': { zh: '验证器', en: 'authenticator' },
  '/two-factor/verify-totp': { zh: '动态码', en: 'one-time code' },
  '/two-factor/verify-backup-code': { zh: '备用码', en: 'backup code' },
}

/** The names of details, by their key in the log. */
export const detailNames: Record<string, Names> = {
  accepts: { zh: '已知悉', en: 'Accepted' },
  addressee: { zh: '交办给', en: 'To' },
  afternoon: { zh: '下午', en: 'Afternoon' },
  agreed: { zh: '同意', en: 'Agreed' },
  answer: { zh: '答复', en: 'Answer' },
  approved: { zh: '通过', en: 'Approved' },
  as: { zh: '以其身份', en: 'As' },
  asked: { zh: '事项', en: 'Asked for' },
  askedBack: { zh: '可选的问法', en: 'Choices' },
  before: { zh: '原为', en: 'Before' },
  by: { zh: '提出者', en: 'Given by' },
  bytes: { zh: '字节', en: 'Bytes' },
  calendar: { zh: '工作日历', en: 'Calendar' },
  channel: { zh: '发到', en: 'Channel' },
  comparison: { zh: '对比', en: 'Compared with' },
  confirmed: { zh: '已确认异常值', en: 'Unusual value confirmed' },
  contact: { zh: '联系人', en: 'Contact' },
  corrected: { zh: '更正', en: 'Corrected' },
  day: { zh: '日期', en: 'Day' },
  days: { zh: '有效天数', en: 'Days' },
  dueOn: { zh: '期限', en: 'Due' },
  duties: { zh: '要求', en: 'Duties' },
  file: { zh: '文件', en: 'File' },
  format: { zh: '格式', en: 'Format' },
  from: { zh: '自', en: 'From' },
  hash: { zh: '校验码', en: 'Hash' },
  issue: { zh: '期号', en: 'Issue' },
  known: { zh: '数据齐全', en: 'Data complete' },
  leftOut: { zh: '按规则不载入', en: 'Left out' },
  like: { zh: '照此起草', en: 'Begun like' },
  likeLast: { zh: '照上期起草', en: 'Begun like the last issue' },
  loaded: { zh: '载入', en: 'Loaded' },
  lockedMinutes: { zh: '锁定（分钟）', en: 'Locked (minutes)' },
  mailed: { zh: '邮件', en: 'Mailed to' },
  may: { zh: '可做', en: 'May' },
  measure: { zh: '指标', en: 'Measure' },
  morning: { zh: '上午', en: 'Morning' },
  name: { zh: '名称', en: 'Name' },
  notices: { zh: '通知', en: 'Notices' },
  page: { zh: '页面', en: 'Page' },
  panels: { zh: '表格', en: 'Tables' },
  problems: { zh: '问题', en: 'Problems' },
  quarantined: { zh: '隔离', en: 'Quarantined' },
  reason: { zh: '理由', en: 'Reason' },
  refused: { zh: '未能回答', en: 'Not answered' },
  remark: { zh: '批注', en: 'Comment' },
  revision: { zh: '修订', en: 'Revision' },
  roles: { zh: '角色', en: 'Roles' },
  rolesBefore: { zh: '原角色', en: 'Roles before' },
  rooms: { zh: '工作群', en: 'Chat groups' },
  rows: { zh: '行', en: 'Rows' },
  scope: { zh: '可见范围', en: 'Sees' },
  rowsBefore: { zh: '原范围', en: 'Saw before' },
  secondFactor: { zh: '两步验证', en: 'Two-step verification' },
  settings: { zh: '设置', en: 'Settings' },
  state: { zh: '状态', en: 'State' },
  status: { zh: '应答码', en: 'Status' },
  submitted: { zh: '提交', en: 'Submitted' },
  watermark: { zh: '水印', en: 'Watermark' },
  changed: { zh: '有变化', en: 'Changed' },
  target: { zh: '数据种类', en: 'Kind of records' },
  targets: { zh: '数据种类', en: 'Kinds of records' },
  task: { zh: '任务', en: 'Task' },
  template: { zh: '模板', en: 'Template' },
  text: { zh: '内容', en: 'Text' },
  to: { zh: '至', en: 'To' },
  topics: { zh: '要收到的', en: 'Topics' },
  unchanged: { zh: '未变', en: 'Unchanged' },
  understood: { zh: '理解为', en: 'Understood as' },
  understoodEn: { zh: '理解为', en: 'Understood as' },
  unit: { zh: '单位', en: 'Unit' },
  value: { zh: '值', en: 'Value' },
  waits: { zh: '待另一位管理员同意', en: 'Waits for another administrator' },
  way: { zh: '方式', en: 'Way' },
  why: { zh: '原因', en: 'Why' },
  words: { zh: '不认识的词', en: 'Words not known' },
}

/** The lines of a briefing’s paper settings, named as on their page. */
export const paperLines: Record<string, Names> = {
  masthead: { zh: '报头', en: 'masthead' },
  unit: { zh: '单位', en: 'issued by' },
  contact: { zh: '联系方式', en: 'contact' },
  signature: { zh: '落款', en: 'signed by' },
  copyTo: { zh: '抄送', en: 'copy to' },
  distributeTo: { zh: '分送', en: 'distribution' },
  office: { zh: '印发机关', en: 'printed by' },
  registration: { zh: '登记号', en: 'registration' },
}

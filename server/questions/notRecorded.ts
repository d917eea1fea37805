import type { Names } from '#measures'
import type { Reason } from './limit.ts'

interface NotRecorded {
  reason: Reason
  why: Names
  /** The words, several in a line, parted by 、. */
  words: readonly string[]
}

/** Words for what a hall like this is asked about and does not record, and for what is not answered. */
export const notRecorded: readonly NotRecorded[] = [
  {
    reason: 'notRecorded',
    why: { zh: '本系统没有记录“排队与等候”', en: 'nothing is recorded here about queues and waiting' },
    words: [
      '排队、等候、等待时间、等候时间、排队时间、等多久、排队多久、等候时长、排号、取号、叫号、waiting time、queue、wait、waiting、queuing',
    ],
  },
  {
    reason: 'notRecorded',
    why: { zh: '本系统没有记录“来厅人数”', en: 'nothing is recorded here about the number of visitors' },
    words: [
      '人流量、客流、客流量、来访人数、来了多少人、来办事的人、人流、办事群众、来厅人数、到访、visitor、footfall、visit',
    ],
  },
  {
    reason: 'notRecorded',
    why: {
      zh: '本系统没有记录“收入、工资与经济指标”',
      en: 'nothing is recorded here about revenue, pay and the economy',
    },
    words: [
      '税收、税款、纳税额、财政收入、收入、gdp、人口、投资额、就业率、工资、奖金、预算执行、tax revenue、revenue、population、salary、wage、bonus',
    ],
  },
  {
    reason: 'notRecorded',
    why: { zh: '本系统没有记录“收费与成本”', en: 'nothing is recorded here about fees and costs' },
    words: ['收费、费用、成本价、成本、办件成本、手续费、fee、cost'],
  },
  {
    reason: 'notRecorded',
    why: {
      zh: '本系统没有记录“大厅以外的事”',
      en: 'nothing is recorded here about anything outside the hall',
    },
    words: ['天气、气温、降雨、股票、新闻、weather、temperature、news、stock price'],
  },
  {
    reason: 'notRecorded',
    why: {
      zh: '本系统不按人分摊办件，没有“人均”指标',
      en: 'cases are not divided by people; there is no figure per head',
    },
    words: [
      '人均、每人、人均办结、人均办件、每个人、每名工作人员、per head、per employee、per person、per capita',
    ],
  },
  {
    reason: 'hidden',
    why: {
      zh: '个人不在问数范围内：不按工作人员、申请人查询',
      en: 'questions about individuals are not answered, neither staff nor applicants',
    },
    words: [
      '谁、who、whose、工作人员个人、经办人、办事员、哪个人、哪位工作人员、哪名工作人员、员工、哪位同志、姓名、who handled、which employee',
      'employee name、clerk、staff member',
    ],
  },
  {
    reason: 'hidden',
    why: { zh: '个人信息不在问数范围内', en: 'questions about personal details are not answered' },
    words: [
      '申请人、办事人、当事人、投诉人、身份证号、手机号、联系电话、电话号码、住址、地址、applicant、phone number、home address、complainant',
    ],
  },
  {
    reason: 'notSupported',
    why: {
      zh: '这里只回答数字，不解释原因；原因请看窗口页的“为什么变化”',
      en: 'only figures are answered here, not reasons; see “Why it changed” on the Windows page',
    },
    words: ['为什么、为何、原因、怎么回事、怎么会、why、how come、reason、cause'],
  },
  {
    reason: 'notSupported',
    why: {
      zh: '这里不作预测，也不回答目标；请在总览页看',
      en: 'forecasts and targets are not answered here; see the overview',
    },
    words: [
      '预测、预计、预估、会不会、将会、估计、预期、目标、forecast、predict、expected、will、target、goal',
    ],
  },
  {
    reason: 'notSupported',
    why: {
      zh: '这里不能排除一部分再计数；请分别提问',
      en: 'exclusions are not understood here; please ask for each',
    },
    words: [
      '除了、除、除去、除外、以外、之外、不含、不包括、不算、排除、扣除、剔除、非、except、excluding、without、other than、not including',
      'apart from、not',
    ],
  },
  {
    reason: 'notSupported',
    why: {
      zh: '否定的问法（没有、不、未）这里不理解，以免答错',
      en: 'negations are not understood here, so that nothing is answered wrongly',
    },
    words: ['没有、没、不、未、无、没收到、none、no、never、zero、unanswered、unresolved、unsolved'],
  },
  {
    reason: 'notSupported',
    why: { zh: '这里只回答数字，不提建议', en: 'only figures are answered here, no advice' },
    words: ['建议、怎么办、应该、该不该、评价一下、好不好、怎么看、should、advice、recommend'],
  },
  {
    reason: 'notRecorded',
    why: {
      zh: '本系统只有本中心的记录，没有其他地方的记录',
      en: 'only this centre’s records are here, none from elsewhere',
    },
    words: [
      '全市、全省、全国、其他县、邻县、兄弟县、外县、东山县、长泰县、南靖县、漳浦县、漳州市、漳州、福建省、the city、the province、other counties',
      'nationwide、the country',
    ],
  },
  {
    reason: 'notSupported',
    why: {
      zh: '只回答排在最前或最后的几个，不单独回答第几名',
      en: 'the first or last few are answered, not a single rank',
    },
    words: ['第二、第三、第四、第五、second most、third most'],
  },
  {
    reason: 'notSupported',
    why: { zh: '问数只能查询，不能更改记录', en: 'questions only read; nothing is changed here' },
    words: ['删除、修改、清空、改成、更新、导入、delete、drop、update、insert、remove、truncate'],
  },
]

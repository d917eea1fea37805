/** A unit of the demo county: code, names, share of the cases, how careful it is with limits, and what it handles. */
export interface DemoUnit {
  code: string
  zh: string
  en: string
  /** Relative number of cases. */
  weight: number
  /** Multiplies the hall's share of late cases. */
  lateness: number
  subjects: readonly string[]
  actions: readonly string[]
  /** Windows besides the unit's own: code, name, English name, first letter of subjects it takes over. */
  more?: readonly { code: string, zh: string, en: string, subject: number }[]
}

const permit = ['核发', '变更', '补办']
const registration = ['设立登记', '变更登记', '注销登记']
const review = ['审批', '变更审批', '延期审批']
const service = ['申请', '变更', '查询证明']

/** The 43 units that moved into the hall. */
export const demoUnits: readonly DemoUnit[] = [
  { code: 'GA', zh: '公安局户政', en: 'Public Security (households)', weight: 95, lateness: 0.6, subjects: ['居民身份证', '户口迁移', '出入境通行证'], actions: ['办理', '变更', '补办'] },
  { code: 'JG', zh: '交管大队', en: 'Traffic Police', weight: 120, lateness: 1.4, subjects: ['摩托车挂牌', '机动车号牌', '驾驶证年检换证'], actions: ['办理', '变更', '补办'], more: [{ code: 'JG2', zh: '交管大队驾驶证窗口', en: 'Traffic Police: licences', subject: 2 }] },
  { code: 'GS', zh: '工商局', en: 'Industry and Commerce', weight: 85, lateness: 0.9, subjects: ['个体工商户', '有限责任公司', '农民专业合作社'], actions: registration },
  { code: 'GUO', zh: '国税局', en: 'State Taxation', weight: 70, lateness: 0.5, subjects: ['税务登记', '增值税发票', '税收减免'], actions: service },
  { code: 'DS', zh: '地税局', en: 'Local Taxation', weight: 66, lateness: 0.6, subjects: ['地方税登记', '通用发票', '契税'], actions: service },
  { code: 'GT', zh: '国土资源局', en: 'Land and Resources', weight: 30, lateness: 2.2, subjects: ['土地使用权', '建设用地', '采矿许可'], actions: review },
  { code: 'ZJ', zh: '住建局', en: 'Housing and Construction', weight: 26, lateness: 2, subjects: ['建设工程规划许可', '建筑工程施工许可', '商品房预售许可'], actions: permit },
  { code: 'FG', zh: '房管所', en: 'Real Estate Registry', weight: 48, lateness: 1.1, subjects: ['房产抵押登记', '房屋所有权登记', '房屋租赁备案'], actions: ['办理', '变更', '注销'] },
  { code: 'RS', zh: '人社局', en: 'Human Resources and Social Security', weight: 62, lateness: 0.8, subjects: ['社会保险登记', '就业失业登记', '劳动能力鉴定'], actions: service },
  { code: 'MZ', zh: '民政局', en: 'Civil Affairs', weight: 40, lateness: 0.4, subjects: ['婚姻登记', '社会团体', '最低生活保障'], actions: ['办理', '变更', '补办'], more: [{ code: 'MZ2', zh: '婚姻登记窗口', en: 'Marriage Registry', subject: 0 }] },
  { code: 'WS', zh: '卫生局', en: 'Health', weight: 28, lateness: 1.2, subjects: ['公共场所卫生许可', '医疗机构执业许可', '护士执业注册'], actions: permit },
  { code: 'JS', zh: '计生局', en: 'Family Planning', weight: 34, lateness: 0.5, subjects: ['生育服务证', '独生子女证', '流动人口婚育证明'], actions: permit },
  { code: 'JY', zh: '教育局', en: 'Education', weight: 14, lateness: 0.8, subjects: ['教师资格认定', '民办学校', '学籍转接'], actions: service },
  { code: 'NY', zh: '农业局', en: 'Agriculture', weight: 24, lateness: 0.7, subjects: ['农药经营许可', '动物防疫合格证', '拖拉机牌证'], actions: permit },
  { code: 'LY', zh: '林业局', en: 'Forestry', weight: 22, lateness: 1.3, subjects: ['林木采伐许可', '木材运输证', '林权登记'], actions: permit },
  { code: 'SL', zh: '水利局', en: 'Water Resources', weight: 8, lateness: 1.5, subjects: ['取水许可', '水土保持方案', '河道采砂许可'], actions: review },
  { code: 'HB', zh: '环保局', en: 'Environmental Protection', weight: 10, lateness: 1.8, subjects: ['建设项目环评', '排污许可', '危险废物转移'], actions: review },
  { code: 'JT', zh: '交通运输局', en: 'Transport', weight: 32, lateness: 0.9, subjects: ['道路运输经营许可', '道路运输证', '从业资格证'], actions: permit },
  { code: 'FGW', zh: '发改局', en: 'Development and Reform', weight: 8, lateness: 1.6, subjects: ['企业投资项目备案', '固定资产投资项目', '招标方案核准'], actions: review },
  { code: 'JM', zh: '经贸局', en: 'Economy and Trade', weight: 7, lateness: 1, subjects: ['技术改造备案', '成品油零售许可', '酒类经营备案'], actions: permit },
  { code: 'CZ', zh: '财政局', en: 'Finance', weight: 12, lateness: 0.6, subjects: ['会计从业资格', '政府采购计划', '非税收入票据'], actions: service },
  { code: 'YJ', zh: '药监局', en: 'Food and Drug', weight: 26, lateness: 1, subjects: ['餐饮服务许可', '药品经营许可', '保健食品经营许可'], actions: permit },
  { code: 'ZL', zh: '质监局', en: 'Quality Supervision', weight: 20, lateness: 0.8, subjects: ['组织机构代码证', '计量器具检定', '特种设备使用登记'], actions: permit },
  { code: 'AJ', zh: '安监局', en: 'Work Safety', weight: 6, lateness: 1.7, subjects: ['危险化学品经营许可', '烟花爆竹经营许可', '安全条件审查'], actions: review },
  { code: 'WT', zh: '文体广电局', en: 'Culture and Sports', weight: 6, lateness: 0.9, subjects: ['文化经营许可', '印刷经营许可', '卫星接收设施许可'], actions: permit },
  { code: 'SF', zh: '司法局', en: 'Justice', weight: 9, lateness: 0.5, subjects: ['法律援助', '公证', '律师执业'], actions: service },
  { code: 'YC', zh: '烟草局', en: 'Tobacco', weight: 22, lateness: 0.5, subjects: ['烟草专卖零售许可', '准运证', '经营地址'], actions: permit },
  { code: 'QX', zh: '气象局', en: 'Meteorology', weight: 4, lateness: 1.1, subjects: ['防雷装置设计审核', '防雷装置竣工验收', '升放气球许可'], actions: review },
  { code: 'XF', zh: '消防大队', en: 'Fire Brigade', weight: 10, lateness: 1.9, subjects: ['消防设计审核', '消防竣工验收', '营业前消防检查'], actions: review },
  { code: 'WJ', zh: '物价局', en: 'Prices', weight: 6, lateness: 0.6, subjects: ['收费许可证', '价格备案', '涉案财物价格鉴定'], actions: permit },
  { code: 'LS', zh: '粮食局', en: 'Grain', weight: 3, lateness: 0.7, subjects: ['粮食收购许可', '粮食经营备案', '军粮供应证'], actions: permit },
  { code: 'QT', zh: '侨台办', en: 'Overseas Chinese and Taiwan Affairs', weight: 4, lateness: 0.6, subjects: ['华侨身份证明', '台胞子女就学', '归侨证'], actions: service },
  { code: 'MZJ', zh: '民宗局', en: 'Ethnic and Religious Affairs', weight: 3, lateness: 0.8, subjects: ['民族成分变更', '宗教活动场所', '清真食品证'], actions: service },
  { code: 'CL', zh: '残联', en: 'Disabled Persons Federation', weight: 9, lateness: 0.4, subjects: ['残疾人证', '辅助器具适配', '康复补助'], actions: service },
  { code: 'DA', zh: '档案局', en: 'Archives', weight: 5, lateness: 0.3, subjects: ['档案查阅', '档案移交', '档案鉴定'], actions: service },
  { code: 'RF', zh: '人防办', en: 'Civil Defence', weight: 4, lateness: 1.4, subjects: ['防空地下室设计', '易地建设', '人防工程拆除'], actions: review },
  { code: 'CG', zh: '城市执法局', en: 'Urban Management', weight: 12, lateness: 1, subjects: ['户外广告设置', '临时占道', '建筑垃圾处置'], actions: permit },
  { code: 'GD', zh: '供电公司', en: 'Power Supply', weight: 30, lateness: 0.7, subjects: ['居民用电', '企业用电', '用电过户'], actions: service },
  { code: 'SW', zh: '自来水公司', en: 'Water Supply', weight: 24, lateness: 0.7, subjects: ['居民用水', '企业用水', '用水过户'], actions: service },
  { code: 'DX', zh: '电信公司', en: 'Telecom', weight: 22, lateness: 0.4, subjects: ['固定电话', '宽带', '移动电话'], actions: service },
  { code: 'YH', zh: '农村信用社', en: 'Rural Credit Cooperative', weight: 34, lateness: 0.3, subjects: ['代收规费', '单位账户', '银行卡'], actions: service },
  { code: 'LD', zh: '流动人口服务中心', en: 'Migrant Services', weight: 20, lateness: 0.5, subjects: ['暂住登记', '居住证', '务工就业介绍'], actions: service },
  { code: 'GJ', zh: '公积金管理部', en: 'Housing Provident Fund', weight: 20, lateness: 0.8, subjects: ['公积金缴存', '公积金提取', '公积金贷款'], actions: service },
]

/** The county in the tree of administrative divisions. */
export const demoDivisions: [
  code: string,
  name: string,
  nameEn: string,
  level: string,
  parent: string | null,
][] = [
  ['35', '福建省', 'Fujian', 'province', null],
  ['3506', '漳州市', 'Zhangzhou', 'city', '35'],
  ['350628', '平和县', 'Pinghe', 'county', '3506'],
]

export const demoCentre = {
  code: 'pinghe',
  name: '平和县行政服务中心暨公共资源交易中心',
  nameEn: 'Pinghe Administrative Service and Public Resource Trading Centre',
  divisionCode: '350628',
  timeZone: 'Asia/Shanghai',
}

/** 8:00–12:00 and 14:30–17:30. */
export const demoTimetable = { morningStart: 480, morningEnd: 720, afternoonStart: 870, afternoonEnd: 1050 }

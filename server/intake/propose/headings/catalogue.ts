import type { Headings } from './headings.ts'
import { places, validity } from './shared.ts'

/** Headings of the fields of a unit, besides the names of the fields. */
export const unitHeadings: Headings = {
  ...validity,
  code: ['代码', '编号', 'id'],
  name: ['全称', 'title'],
  rhythm: ['报送频率'],
}

/** Headings of the fields of a window, besides the names of the fields. */
export const windowHeadings: Headings = {
  ...validity,
  code: ['代码', '编号', 'id'],
  name: ['全称', 'title'],
  unit: places.unit,
}

/** Headings of the fields of an item, besides the names of the fields. */
export const itemHeadings: Headings = {
  ...places,
  ...validity,
  item: ['事项', '事项代码', '基本编码', '实施编码'],
  name: ['全称', 'title'],
  type: ['类型'],
  statutoryLimit: ['法定办结时限', '法定期限', 'ANTICIPATE_DAY'],
  committedLimit: ['承诺办结时限', '承诺期限', 'PROMISE_DAY'],
  visits: ['到办事现场次数', 'LIMIT_SCENE_NUM'],
}

/** Headings of the fields of a goal, besides the names of the fields. */
export const goalHeadings: Headings = {
  ...places,
  ...validity,
  measure: ['指标名称'],
  value: ['目标', 'target'],
}

import { plainWidth } from '../rows/keyText.ts'
import { isZeroDate } from '../rows/timeText.ts'

const missingWords = [
  /^(?:[无空缺]|暂无|没有|未评价|未评|未参评|未填写|未填|未知|未公布|未公开|不详)$/,
  /^(?:null|none|nil|n\/?a|#n\/a|#null!|#value!|#ref!|#div\/0!|nan|[-—–－/／\\*]{1,3})$/i,
]

/** Whether a text means a missing value, such as 无, /, — and #N/A. */
export const isMissingWord = (text: string): boolean => missingWords.some(word => word.test(text))

/** Whether a text means "no date": a missing value, or a date of zeros. */
export const isMissingDate = (text: string): boolean => isMissingWord(text) || isZeroDate(plainWidth(text))

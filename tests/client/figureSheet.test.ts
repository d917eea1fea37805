import { describe, expect, it } from 'vitest'
import { csvOf, textOf } from '../../client/ui/figureSheet.ts'

describe('figures that are taken away', () => {
  const sheet = {
    name: 'x',
    headers: ['窗口', '值'],
    rows: [
      ['=HYPERLINK("x")', '-3.5%'],
      ['甲,"乙"', '1,024 件'],
      ['+1+cmd', '+0.03 个百分点'],
      ['@x', '+cmd'],
    ],
  }

  it('are CSV that no spreadsheet takes for a formula', () => {
    expect(csvOf(sheet)).toBe(
      '\uFEFF窗口,值\r\n"\'=HYPERLINK(""x"")",-3.5%\r\n"甲,""乙""","1,024 件"\r\n1+cmd,' +
        "0.03 个百分点\r\n'@x,'+cmd\r\n",
    )
  })

  it('or text with the finding above', () => {
    expect(textOf(sheet, '结论').split('\n').slice(0, 2)).toEqual(['结论', '窗口\t值'])
  })
})

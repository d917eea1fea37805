import { describe, expect, it } from 'vitest'
import { selfContained } from '../../client/charts/redrawn.ts'
import { captionedSvg } from '../../client/ui/captionedPicture.ts'
import { figureFileName } from '../../client/ui/fileName.ts'
import { fittedText, wrapText } from '../../client/ui/wrapText.ts'

/** A Chinese sign is as wide as its size, a letter half of it. */
const widthOf = (text: string, size = 1): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign > '\u2E80' ? size : size / 2), 0)

describe('a text on a picture', () => {
  it('breaks between Chinese signs, never before a comma or within a number', () => {
    expect(wrapText('今年办件量31,206件，比去年同期多412件，升4.1%。', 10, widthOf)).toEqual([
      '今年办件量31,206件，',
      '比去年同期多412件，',
      '升4.1%。',
    ])
  })

  it('takes a comma along to the next line with the sign before it', () => {
    expect(wrapText('今年办件，比去年', 4, widthOf)).toEqual(['今年办', '件，比去', '年'])
  })

  it('breaks English between words, and a word that is too long where it must', () => {
    expect(wrapText('Cases accepted rose by 412 in Supercalifragilistic', 10, widthOf)).toEqual([
      'Cases accepted rose',
      'by 412 in',
      'Supercalifragilistic',
    ])
    expect(wrapText('abcdefghij klm', 2, widthOf).join('')).toBe('abcdefghijklm')
  })

  it('is set smaller until it has few enough lines, and keeps all of itself where it never has', () => {
    const text = '按时办结率低于通常范围'.repeat(12)
    const of = { width: 1472, sizes: [42, 34, 26], most: 3 }
    expect(fittedText(text, of, widthOf)).toMatchObject({ size: 26 })
    const long = fittedText(text.repeat(4), of, widthOf)
    expect(long.lines.join('')).toBe(text.repeat(4))
    expect(long.lines.every(line => widthOf(line, 26) <= 1472)).toBe(true)
  })
})

describe('a picture that is taken away', () => {
  const look = {
    ground: '#ffffff',
    ink: '#131c2a',
    grey: '#58626e',
    line: '#dde0dc',
    font: 'Noto "Sans"',
    widthOf,
  }
  const asked: [number, number][] = []
  const made = (finding: string, caption: string) =>
    captionedSvg(
      {
        name: '业务量走势',
        finding,
        caption,
        legend: [
          { name: '本期', colour: '#1c4a8a', dash: 'solid', width: 2.5, shape: 'line' },
          { name: '对比期', colour: '#4f6c94', dash: 'solid', width: 1.5, shape: 'line' },
          { name: '目标', colour: '#58626e', dash: 'dashed', width: 1.5, shape: 'line' },
        ],
        draw: (width, height) => {
          asked.push([width, height])
          return {
            svg: '<svg width="800" height="300" class="c"><path d="M0 0"/></svg>',
            width: 800,
            height: 300,
          }
        },
      },
      look,
    )
  const finding = '受理 <一> 31,206 件，比去年同期多 412 件'
  const caption =
    '平和县行政服务中心 · 2026年1月1日至11月27日 · 对比期：2025年1月1日至11月27日 · 数据截至：2026年11月27日'

  it('is 1600 by 900 with name, finding, legend, chart and caption, on the colour of paper', () => {
    const svg = made(finding, caption)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1600" height="900"/)
    expect(svg).toContain('<rect width="1600" height="900" fill="#ffffff"/>')
    for (const text of ['业务量走势', '本期', '对比期', '受理 &lt;一&gt; 31,206 件', '2026年11月27日'])
      expect(svg).toContain(text)
    // The chart's own line is the widest, the compared period a thin one, and only a goal is dashed.
    expect(svg).toContain('stroke="#1c4a8a" stroke-width="3.75"/>')
    expect(svg).toContain('stroke="#4f6c94" stroke-width="2.25"/>')
    expect(svg).toContain('stroke="#58626e" stroke-width="2.25" stroke-dasharray="9 6"/>')
    expect(svg).toContain('tabular-nums')
    expect(svg).toMatch(
      /<svg x="\d+(?:\.\d+)?" y="[\d.]+" width="[\d.]+" height="[\d.]+" viewBox="0 0 800 300"><path/,
    )
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull()
  })

  it('leaves the chart its room and nothing cut, however much is said', () => {
    const svg = made(finding.repeat(8), caption.repeat(4))
    const [width, height] = asked.at(-1)!
    expect(width).toBe(1472)
    expect(height).toBeGreaterThan(350)
    for (const [, x, y, size, text] of svg.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)/g,
    )) {
      expect(Number(y)).toBeLessThan(880)
      expect(Number(x) + widthOf(text!.replaceAll(/&\w+;/g, '<'), Number(size))).toBeLessThanOrEqual(1600)
    }
  })
})

describe('the marks of a picture', () => {
  it('in its legend are those of the chart, hollow ones by their line', () => {
    const svg = captionedSvg(
      {
        name: '法定 → 承诺 → 实际',
        finding: '',
        caption: '',
        legend: [
          { name: '法定', colour: '#fff', dash: 'solid', width: 2, shape: 'diamond', border: '#58626e' },
          { name: '承诺', colour: '#fff', dash: 'solid', width: 2, shape: 'dot', border: '#1c4a8a' },
          { name: '实际', colour: '#1c4a8a', dash: 'solid', width: 2, shape: 'dot' },
        ],
        draw: (width, height) => ({ svg: '<svg/>', width, height }),
      },
      { ground: '#fff', ink: '#000', grey: '#58626e', line: '#ddd', font: 'serif', widthOf },
    )
    expect(svg).toMatch(/<path d="M[\d. ]+l9 9l-9 9l-9 -9z" fill="#fff" stroke="#58626e"/)
    expect(svg).toMatch(/<circle [^>]*fill="#fff" stroke="#1c4a8a"/)
    expect(svg).toMatch(/<circle [^>]*fill="#1c4a8a"\/>/)
  })

  it('keep size and weight, and lose the family, whose quotes would end the attribute', () => {
    const text = (style: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg"><text ${style}>a</text></svg>`
    const font = 'font: normal 600 13px Marks, "Segoe UI", "Noto Sans SC", sans-serif'
    for (const written of [
      `style="${font}" xml:space="preserve"`,
      `style="${font};fill:red" fill="red"`,
      `style="font: 13px serif"`,
    ]) {
      const drawn = selfContained(text(written))
      expect(new DOMParser().parseFromString(drawn, 'image/svg+xml').querySelector('parsererror')).toBeNull()
      expect(drawn).toContain('font-size:13px')
      expect(drawn).not.toMatch(/Segoe|serif|font:/)
    }
    expect(selfContained(text(`style="${font}" y="1"`))).toContain('font-weight:600')
  })
})

describe('the name of a file of figures', () => {
  const of = { centre: '云霄县', subject: '办件量', from: '2026-01-01', to: '2026-11-27' }
  it('says centre, measure and dates in the language of the page', () => {
    expect(figureFileName(of, 'zh')).toBe('云霄县-办件量-2026-01-01至2026-11-27')
    expect(figureFileName({ ...of, centre: 'Yunxiao', subject: 'Cases accepted' }, 'en')).toBe(
      'Yunxiao-Cases accepted-2026-01-01 to 2026-11-27',
    )
    expect(figureFileName({ ...of, to: of.from }, 'zh')).toBe('云霄县-办件量-2026-01-01')
  })

  it('holds nothing that a system refuses in it', () => {
    const name = figureFileName(
      { ...of, centre: '../a\\b:c*?"<>|\u0000\u202E', subject: `x${'长'.repeat(200)}.` },
      'zh',
    )
    expect(name).toMatch(/^a b c-x长{33}-2026-01-01至2026-11-27$/)
  })
})

import type { IStylesOptions, ParagraphChild } from 'docx'
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Tab,
  TableCell,
  TabStopType,
  TextRun,
  VerticalAlignTable,
} from 'docx'

// GB/T 9704-2012: A4, margins 37/26/35/28 mm, 22 lines of 28 characters. 637.8 pt of height give 22 lines of
// 28.95 pt, and 442.2 pt of width give 28 characters of 15.75 pt: each a quarter of a point closer than 16
// pt. This is set in the style and not by a character grid, which programs treat differently. Sizes are in
// half points, distances in twentieths.
const faces = {
  title: { ascii: 'Times New Roman', eastAsia: '方正小标宋简体', hAnsi: 'Times New Roman' },
  body: { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' },
  heading: { ascii: 'Times New Roman', eastAsia: '黑体', hAnsi: 'Times New Roman' },
  second: { ascii: 'Times New Roman', eastAsia: '楷体', hAnsi: 'Times New Roman' },
} as const
export const sizes = {
  name: 72,
  title: 44,
  body: 32,
  small: 28,
  table: 24,
  annex: 21,
  tight: 20,
  note: 18,
} as const
export const linePitch = 579
const closer = -5
/** The line height of the colophon, and the inset of its text from the ends of its rules. */
export const [colophonPitch, colophonInset] = [520, 280]
const lines = { line: linePitch, lineRule: LineRuleType.EXACT } as const
export const red = 'C00000'
const grey = '595959'
export const textWidth = 8844
export const mm = (value: number): number => Math.round(value * 56.693)

const twoCharacters = { firstLineChars: 200, firstLine: 640 } as const
const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT })

/** The names of the paragraph styles in Word's list. Editing a style there changes the whole paper. */
const styleNames = {
  masthead: ['Masthead', '报头'],
  issue: ['IssueLine', '期号'],
  dateline: ['Dateline', '编发单位与日期'],
  subtitle: ['IssueSubtitle', '副题'],
  body: ['IssueBody', '简报正文'],
  signature: ['Signatory', '落款'],
  notice: ['Notice', '更正与撤回'],
  unitLine: ['UnitLine', '单位行'],
  tableHead: ['TableHead', '表头'],
  tableText: ['TableText', '表格文字'],
  tableNumber: ['TableNumber', '表格数字'],
  picture: ['Picture', '图'],
  annex: ['AnnexLine', '附件文字'],
  colophon: ['Colophon', '版记'],
  provenance: ['Provenance', '数据说明'],
} as const satisfies Record<string, readonly [string, string]>
type StyleName = keyof typeof styleNames
const styleId = (name: StyleName): string => styleNames[name][0]

type Look = NonNullable<IStylesOptions['paragraphStyles']>[number]
type Kind = Pick<Look, 'run' | 'paragraph'>

const tableLook = (more: Kind['paragraph'] = {}): Kind => ({
  run: { size: sizes.table },
  paragraph: { spacing: exactly(420), ...more },
})

const looks: Record<StyleName, Kind> = {
  masthead: {
    run: { font: faces.title, size: sizes.name, color: red, bold: true },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly(1160), before: 0, after: 0 } },
  },
  issue: {
    run: { size: sizes.body },
    paragraph: { alignment: AlignmentType.CENTER, spacing: lines },
  },
  dateline: {
    run: { size: sizes.small },
    paragraph: { spacing: lines },
  },
  subtitle: {
    run: { font: faces.second, size: sizes.body },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lines, after: 290 } },
  },
  body: { run: { characterSpacing: closer }, paragraph: { spacing: lines, indent: twoCharacters } },
  signature: {
    run: {},
    paragraph: { alignment: AlignmentType.RIGHT, spacing: lines, indent: { right: 640 } },
  },
  notice: {
    run: { font: faces.heading, color: red },
    paragraph: { spacing: lines, indent: twoCharacters },
  },
  unitLine: {
    run: { size: sizes.table },
    paragraph: { alignment: AlignmentType.RIGHT, keepNext: true, spacing: exactly(400) },
  },
  tableHead: {
    ...tableLook({ alignment: AlignmentType.CENTER, keepNext: true }),
    run: { size: sizes.table, font: faces.heading },
  },
  tableText: tableLook(),
  tableNumber: tableLook({ alignment: AlignmentType.RIGHT }),
  picture: { run: {}, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240 } } },
  annex: { run: { size: sizes.annex }, paragraph: { spacing: exactly(340) } },
  colophon: {
    run: { size: sizes.small },
    paragraph: {
      spacing: exactly(colophonPitch),
      indent: { left: colophonInset, right: colophonInset },
    },
  },
  provenance: { run: { size: sizes.note, color: grey }, paragraph: { spacing: exactly(280) } },
}

const headingLook = (font: (typeof faces)[keyof typeof faces]): Kind => ({
  run: { font, size: sizes.body, color: '000000', bold: false, characterSpacing: closer },
  paragraph: { spacing: lines, indent: twoCharacters, keepNext: true },
})

/** All styles of the paper. Runs have no format of their own. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: faces.body, size: sizes.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
    title: {
      run: { font: faces.title, size: sizes.title, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(760), before: linePitch, after: 0 },
      },
    },
    heading1: headingLook(faces.heading),
    heading2: headingLook(faces.second),
    caption: {
      run: { font: faces.heading, size: sizes.small, color: '000000', bold: false, italics: false },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...exactly(480), before: 120, after: 0 },
      },
    },
    footnoteText: { run: { size: sizes.note }, paragraph: { spacing: exactly(280) } },
  },
  paragraphStyles: (Object.keys(styleNames) as StyleName[]).map(name => ({
    id: styleNames[name][0],
    name: styleNames[name][1],
    basedOn: 'Normal',
    quickFormat: true,
    ...looks[name],
  })),
}

// Word sets these characters in the narrow Latin font unless they are marked as Chinese.
const chineseMarks = /[“”‘’…—·]+/g

/** Text as runs, with quotation marks and dashes of Chinese text in the Chinese font. */
export function textRuns(text: string, look: { bold?: boolean; size?: number } = {}): TextRun[] {
  const [first = '', ...rest] = text.split('\t')
  if (rest.length > 0)
    return [
      ...(first === '' ? [] : textRuns(first, look)),
      ...rest.flatMap(piece => [new TextRun({ children: [new Tab()] }), ...textRuns(piece, look)]),
    ]
  if (!/\p{Script=Han}/u.test(text) && !/^[“”‘’…—·]+$/.test(text)) return [new TextRun({ text, ...look })]
  const runs: TextRun[] = []
  let at = 0
  for (const match of text.matchAll(chineseMarks)) {
    if (match.index > at) runs.push(new TextRun({ text: text.slice(at, match.index), ...look }))
    runs.push(new TextRun({ text: match[0], font: { hint: 'eastAsia' }, ...look }))
    at = match.index + match[0].length
  }
  if (at < text.length || runs.length === 0) runs.push(new TextRun({ text: text.slice(at), ...look }))
  return runs
}

type ParagraphLook = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children' | 'text' | 'style'>

/** A paragraph of a style. */
export const styled = (
  name: StyleName,
  content: string | readonly ParagraphChild[],
  more: ParagraphLook = {},
): Paragraph =>
  new Paragraph({
    ...more,
    style: styleId(name),
    children: typeof content === 'string' ? textRuns(content) : [...content],
  })

/** A tab that aligns what follows it to the right edge, less an inset. */
export const tabRight = (inset = 0) => ({
  tabStops: [{ type: TabStopType.RIGHT, position: textWidth - inset }],
})

/** A cell of a table; `tight` for tables of many columns. */
export function cell(
  content: string | readonly ParagraphChild[],
  {
    kind = 'tableText',
    tight = false,
    keepNext = false,
  }: { kind?: 'tableHead' | 'tableText' | 'tableNumber'; tight?: boolean; keepNext?: boolean } = {},
): TableCell {
  const children =
    typeof content === 'string' ? textRuns(content, tight ? { size: sizes.tight } : {}) : content
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80 },
    children: [styled(kind, children, keepNext ? { keepNext } : {})],
  })
}

const latinWidth = 0.56

/** The width of a text in full-width characters: Latin letters and digits count about half. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2E7F' ? 1 : latinWidth), 0)

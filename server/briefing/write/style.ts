import { AlignmentType, LineRuleType, Paragraph, TableCell, TextRun } from 'docx'

// GB/T 9704-2012: A4, margins 37/26/35/28 mm, 22 lines of 28 characters: 29 pt and 15.8 pt; sizes here are in half points, distances in twentieths.
export const faces = {
  title: { ascii: 'Times New Roman', eastAsia: '方正小标宋简体', hAnsi: 'Times New Roman' },
  body: { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' },
  heading: { ascii: 'Times New Roman', eastAsia: '黑体', hAnsi: 'Times New Roman' },
  second: { ascii: 'Times New Roman', eastAsia: '楷体', hAnsi: 'Times New Roman' },
} as const
export const sizes = { name: 72, title: 44, body: 32, small: 28, table: 24, tight: 20, note: 18 } as const
export const lines = { line: 580, lineRule: LineRuleType.EXACT } as const
export const indent = { firstLine: 640 } as const
export const red = 'C00000'
export const textWidth = 8844
export const mm = (value: number): number => Math.round(value * 56.693)

export function centred(text: string, look: { size: number, font: typeof faces[keyof typeof faces], color?: string, bold?: boolean }): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, ...look })] })
}

export function cell(text: string, { head = false, right = false, size = sizes.table }: { head?: boolean, right?: boolean, size?: number } = {}): TableCell {
  return new TableCell({ children: [new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [new TextRun({ text, size, font: head ? faces.heading : faces.body })] })] })
}

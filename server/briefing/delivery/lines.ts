import type { Names } from '#measures'

/** The text of a notice and the link to its page; `address` is the product's base address. */
interface Line {
  words: Names
  link: string
  address: string | null
}

/** A notice for a chat room, in Markdown. */
export const roomLine = ({ words, link, address }: Line): string =>
  `- ${words.zh}${address ? ` [查看](${address}${link})` : ''}`

/** A notice for a mail, in both languages, with further lines below. */
export const mailLines = ({ words, link, address }: Line, body: readonly string[] = []): string[] => [
  `· ${words.zh}`,
  `  ${words.en}`,
  ...(address ? [`  ${address}${link}`] : []),
  ...body.map(line => `    ${line}`),
  '',
]

import type { Names } from '#measures'

/** What a notice says, and the page that proves it; `address` is where the product is reached. */
interface Line {
  words: Names
  link: string
  address: string | null
}

/** A notice in a chat room, in Markdown. */
export const roomLine = ({ words, link, address }: Line): string =>
  `- ${words.zh}${address ? ` [查看](${address}${link})` : ''}`

/** A notice in a mail, in both languages, with more lines of its own below it. */
export const mailLines = ({ words, link, address }: Line, body: readonly string[] = []): string[] => [
  `· ${words.zh}`,
  `  ${words.en}`,
  ...(address ? [`  ${address}${link}`] : []),
  ...body.map(line => `    ${line}`),
  '',
]

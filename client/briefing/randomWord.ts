/** Twelve random letters and digits. Not from `crypto`: a page without TLS has no `randomUUID`. */
export const randomWord = (): string =>
  Array.from({ length: 12 }, () => Math.floor(Math.random() * 36).toString(36)).join('')

/** Twelve random letters and digits. `crypto.randomUUID` is not used, because pages without TLS lack it. */
export const randomWord = (): string =>
  Array.from({ length: 12 }, () => Math.floor(Math.random() * 36).toString(36)).join('')

/** The characters that cannot be stored, for error messages. */
export const unstorableText = 'U+0000 / U+D800–U+DFFF'

/** PostgreSQL cannot store NUL, and unpaired surrogates would be changed by the encoding. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/**
 * The path of a text or a key in a JSON value that the database cannot store, such as `filters.0.in.2`,
 * or null where there is none. The value itself has the path `''`. Works at any depth of nesting.
 */
export function unstorableAt(value: unknown): string | null {
  const left: { value: unknown; path: string }[] = [{ value, path: '' }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value: found, path } = next
    if (typeof found === 'string' && !isStorable(found)) return path
    if (typeof found !== 'object' || found === null) continue
    for (const [key, inner] of Object.entries(found)) {
      if (!isStorable(key)) return path
      left.push({ value: inner, path: path === '' ? key : `${path}.${key}` })
    }
  }
  return null
}

/**
 * Headings by field, best first, as plain data that users can extend. Case, width and separators are ignored.
 */
export type Headings = Readonly<Record<string, readonly string[]>>

/**
 * Field → headings, the best first, as plain data that a reader can extend. Case, width and separators
 * do not matter.
 */
export type Headings = Readonly<Record<string, readonly string[]>>

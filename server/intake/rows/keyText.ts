/** True for texts outside ASCII, which alone can have another compatibility form. */
// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const beyondAscii = /[^\u0000-\u007F]/

/** A text with full-width letters, digits and signs as their usual ones (Unicode NFKC). */
export const plainWidth = (text: string): string =>
  beyondAscii.test(text) ? text.normalize('NFKC').trim() : text

/** What two keys have in common that differ in width or case alone: they are one key. */
export const foldedKey = (key: string): string => plainWidth(key).toUpperCase()

/** A number as spreadsheets shorten it, 8.20261E+17: whoever wrote it has already thrown digits away. */
const shortenedNumber = /^\d(?:\.\d+E\+?|E\+)\d{1,3}$/i

/** True for a key whose digits a spreadsheet has dropped. */
export const isRuinedKey = (key: string): boolean => shortenedNumber.test(key)

/**
 * True for a long number that ends in zeros from its sixteenth digit on, as spreadsheets leave it when
 * they round.
 */
export const looksRounded = (key: string): boolean => /^\d{15}0+$/.test(key)

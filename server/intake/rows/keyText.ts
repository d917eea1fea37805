/** Matches text outside ASCII, which alone can have another compatibility form. */
// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const beyondAscii = /[^\u0000-\u007F]/

/** A text in Unicode NFKC: full-width letters, digits and signs become ordinary ones. */
export const plainWidth = (text: string): string =>
  beyondAscii.test(text) ? text.normalize('NFKC').trim() : text

/** The normalised form of keys, in which width and case are ignored. */
export const foldedKey = (key: string): string => plainWidth(key).toUpperCase()

/** Matches a number that a spreadsheet has shortened: 8.20261E+17. Its digits are lost. */
const shortenedNumber = /^\d(?:\.\d+E\+?|E\+)\d{1,3}$/i

/** Whether a spreadsheet has dropped digits of a key. */
export const isRuinedKey = (key: string): boolean => shortenedNumber.test(key)

/** Whether a long number ends in zeros from its sixteenth digit on, as after rounding by a spreadsheet. */
export const looksRounded = (key: string): boolean => /^\d{15}0+$/.test(key)

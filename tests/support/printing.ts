import type { Printing } from '#measures'

/** As a hall in China prints, in either language. */
export const chinese: Printing = { language: 'zh', currency: 'CNY' }
export const english: Printing = { language: 'en', currency: 'CNY' }

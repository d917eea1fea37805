import type { Language } from '#measures'
import type { Block } from '../../server/briefing/document.ts'

/** Makes the block that represents a panel in a briefing; its code is loaded at the first use. */
export type BlockMaker = (language: Language) => Block | Promise<Block>

import type { Tool } from './tool.ts'
import { askTool } from './askTool.ts'
import { definitionTool, measuresTool, membersTool } from './catalogueTools.ts'
import { rowsTool } from './rowsTool.ts'
import { understandTool } from './understandTool.ts'

/** The tools for assistants. Only `ask` returns numbers. */
export const tools: readonly Tool[] = [
  understandTool,
  measuresTool,
  definitionTool,
  membersTool,
  askTool,
  rowsTool,
]

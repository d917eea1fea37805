import type { Tool as DescribedTool } from '@modelcontextprotocol/server'
import type { Language } from '#measures'
import type { Tool } from './tool.ts'
import { z } from 'zod'
import { parameterWords } from './words.ts'

type Properties = Record<string, object>

/** The input schema as JSON Schema, with a description of each property. */
function inputSchemaOf({ takes }: Tool, language: Language): DescribedTool['inputSchema'] {
  const { properties = {}, ...schema } = z.toJSONSchema(takes, { io: 'input', target: 'draft-2020-12' })
  const described: Properties = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      { ...(property as object), description: parameterWords[name]?.[language] ?? '' },
    ]),
  )
  return { ...schema, type: 'object', properties: described } as DescribedTool['inputSchema']
}

/** A tool as described to assistants: read-only, and without access to anything outside. */
export const describeTool = (tool: Tool, language: Language): DescribedTool => ({
  name: tool.name,
  title: tool.title[language],
  description: tool.says[language],
  inputSchema: inputSchemaOf(tool, language),
  annotations: {
    title: tool.title[language],
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
})

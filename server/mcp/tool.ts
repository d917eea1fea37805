import type { Language, Names } from '#measures'
import type { Context } from '../context.ts'
import type { createCaller } from '../router.ts'
import { z } from 'zod'
import { NamedError } from '#measures'
import { parseInput } from '../measures/parseInput.ts'
import { audited, centreCode } from '../trpc.ts'

/** The context of a tool's call. */
export interface Session {
  /**
   * Every figure, member and record is read through a procedure, so permissions and scope are the same as on
   * screen.
   */
  caller: ReturnType<typeof createCaller>
  context: Context
  language: Language
}

/** The common input of all tools, with defaults filled in. */
export interface ToolCall extends Session {
  centre: string
}

/** A tool that assistants can call. It is read-only. */
export interface Tool {
  name: string
  title: Names
  says: Names
  takes: z.ZodType
  /** Errors: bad-question, and those of the procedures. */
  run: (input: unknown, session: Session) => Promise<Record<string, unknown>>
}

/**
 * The common input of all tools: the language of texts, and the centre, which defaults to the token's own.
 */
const common = { centre: centreCode.optional(), language: z.enum(['zh', 'en']).optional() }

/** The centre of the viewer's token. Errors: bad-question for viewers of all centres or of none. */
function ownCentre({ viewer }: Context): string {
  const { centres } = viewer.scope.rows
  const [only] = centres === 'all' ? [] : centres
  if (only === undefined) throw new NamedError('bad-question', { field: 'centre', value: '' })
  return only
}

/** Declares a tool; its input is validated against the published schema. */
export function defineTool<Shape extends z.core.$ZodLooseShape>(declared: {
  name: string
  title: Names
  says: Names
  takes: z.ZodObject<Shape, z.core.$strict>
  run: (input: z.output<z.ZodObject<Shape>>, call: ToolCall) => Promise<Record<string, unknown>>
}): Tool {
  const { takes, run, ...about } = declared
  const whole = takes.extend(common)
  return {
    ...about,
    takes: whole,
    run: async (input, session) => {
      const { centre, language, ...own } = parseInput(whole, input) as Record<string, unknown> & {
        centre?: string
        language?: Language
      }
      return run(own as z.output<z.ZodObject<Shape>>, {
        ...session,
        language: language ?? session.language,
        centre: centre ?? ownCentre(session.context),
      })
    },
  }
}

/** Audits what was returned to an assistant. */
export async function auditTold(
  { context, centre }: ToolCall,
  tool: string,
  details: Record<string, string | number>,
): Promise<void> {
  await audited(context, { action: 'assistant-asked', outcome: 'done', centre, subject: tool, details })
}

import type { Language, Names } from '#measures'
import type { Context } from '../context.ts'
import type { createCaller } from '../router.ts'
import { z } from 'zod'
import { NamedError } from '#measures'
import { parseInput } from '../measures/parseInput.ts'
import { audited, centreCode } from '../trpc.ts'

/** Under which circumstances a tool is called. */
export interface Session {
  /** Every figure, member and record goes through a procedure, so rights and scope are as on the screen. */
  caller: ReturnType<typeof createCaller>
  context: Context
  language: Language
}

/** What a call names besides its own input, with what it left out filled in. */
export interface ToolCall extends Session {
  centre: string
}

/** Something that an assistant can call. It reads and changes nothing. */
export interface Tool {
  name: string
  title: Names
  says: Names
  takes: z.ZodType
  /** Errors: bad-question, and those of the procedures. */
  run: (input: unknown, session: Session) => Promise<Record<string, unknown>>
}

/**
 * What every tool takes: the language of its words, and the centre, which is the token's own unless
 * named.
 */
const common = { centre: centreCode.optional(), language: z.enum(['zh', 'en']).optional() }

/** The only centre that a viewer sees. Errors: bad-question, where there is not one. */
function ownCentre({ viewer }: Context): string {
  const { centres } = viewer.scope.rows
  const [only] = centres === 'all' ? [] : centres
  if (only === undefined) throw new NamedError('bad-question', { field: 'centre', value: '' })
  return only
}

/** Declares a tool: its input is checked against the schema that the assistant is told. */
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

/** Writes down what an assistant was told. */
export async function auditTold(
  { context, centre }: ToolCall,
  tool: string,
  details: Record<string, string | number>,
): Promise<void> {
  await audited(context, { action: 'assistant-asked', outcome: 'done', centre, subject: tool, details })
}

import type { ErrorName, Language, Names } from '#measures'
import type { Session } from './tool.ts'
import { randomUUID } from 'node:crypto'
import { TRPCError } from '@trpc/server'
import { errorSentence, isNamedError, NamedError } from '#measures'
import { named } from '../trpc.ts'

/** Advice for an assistant after an error, in addition to its text. */
const advice: Partial<Record<ErrorName, Names>> = {
  'unknown-measure': {
    zh: '用 measures 查找指标代码。',
    en: 'Look the id up with the tool measures.',
  },
  'unknown-dimension': {
    zh: '用 definition 查看该指标可按哪些维度划分。',
    en: 'See by what the measure can be split with the tool definition.',
  },
  'dimension-not-of-measure': {
    zh: '用 definition 查看该指标可按哪些维度划分。',
    en: 'See by what the measure can be split with the tool definition.',
  },
  'unknown-member': {
    zh: '用 members 查找成员代码；不要自行编写代码。',
    en: 'Look the code up with the tool members; do not make one up.',
  },
  'hidden-dimension': {
    zh: '令牌不能查看个人，改按单位、窗口或事项划分。',
    en: 'A token sees no person: split by unit, window or item instead.',
  },
  'out-of-scope': {
    zh: '令牌只看得到一个中心：不要填 centre。',
    en: 'A token sees one centre: leave centre out.',
  },
  'not-permitted': {
    zh: '请管理员新发一个许可“提问”的令牌。',
    en: 'Ask the administrator for a token that may ask.',
  },
  'not-found': {
    zh: '可用的工具由 tools/list 列出。',
    en: 'The tools are those of tools/list.',
  },
}

/** Named errors keep their name; any other error is logged, and only its reference is returned. */
function nameOf(error: unknown, { session, tool }: { session: Session; tool: string }): NamedError {
  if (isNamedError(error)) return error
  if (error instanceof TRPCError) return named(error)
  const reference = randomUUID().slice(0, 8)
  session.context.logger.error({ reference, tool, err: error }, 'tool failed')
  return new NamedError('internal', { reference }, error)
}

/** An error as returned to an assistant: its name, details, text and advice; never a stack. */
export function failureOf(
  error: unknown,
  about: { session: Session; tool: string },
): { error: Record<string, unknown> } {
  const language: Language = about.session.language
  const { name, details } = nameOf(error, about)
  const todo = advice[name]?.[language]
  return {
    error: {
      name,
      details,
      says: errorSentence(name, details, language),
      ...(todo !== undefined && { todo }),
    },
  }
}

import type { z } from 'zod'
import type { Names, QuestionInput, RowsQuestionInput } from '#measures'
import type { createCaller } from '../router.ts'
import { measureNamed, questionSchema, rowsQuestionSchema, unpackAnswer, withValues } from '#measures'

type Caller = ReturnType<typeof createCaller>

/** A documented call for other systems: its address, its input, and its description. */
export interface ApiCall {
  method: 'GET' | 'POST'
  path: string
  /** The name of the call in the description, which generated clients use. */
  id: string
  says: Names
  takes: z.ZodType | null
  gives: string
  /** Every call uses a procedure, so permission, scope and audit are the same as on screen. */
  run: (caller: Caller, body: unknown) => Promise<unknown>
}

/** All calls for other systems except pushing rows, which has its own route. */
export const apiCalls: readonly ApiCall[] = [
  {
    method: 'POST',
    path: '/api/ask',
    id: 'ask',
    says: {
      zh: '提问：一组指标、中心、时段、分组与筛选，答案含数值、分子、分母与覆盖率',
      en:
        'Ask: measures over centres and a period, split and filtered; the answer ' +
        'carries values, numerators, denominators and coverage',
    },
    takes: questionSchema,
    gives: 'Answer',
    run: async (caller, body) =>
      withValues(unpackAnswer(await caller.measures.ask(body as QuestionInput)), measureNamed),
  },
  {
    method: 'POST',
    path: '/api/rows',
    id: 'rows',
    says: { zh: '数字背后的记录', en: 'The records behind a figure' },
    takes: rowsQuestionSchema,
    gives: 'Rows',
    run: async (caller, body) => caller.measures.rows(body as RowsQuestionInput),
  },
  {
    method: 'GET',
    path: '/api/measures',
    id: 'measures',
    says: { zh: '全部指标及其口径', en: 'All measures and how each is counted' },
    takes: null,
    gives: 'Measures',
    run: async caller => caller.measures.list(),
  },
  {
    method: 'GET',
    path: '/api/centres',
    id: 'centres',
    says: { zh: '可见的中心', en: 'The centres that the token may see' },
    takes: null,
    gives: 'Centres',
    run: async caller => caller.centres.list(),
  },
]

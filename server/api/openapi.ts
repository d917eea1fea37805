import type { ApiCall } from './calls.ts'
import { z } from 'zod'
import { pushBodySchema } from '../intake/jobs/push.ts'
import { apiCalls } from './calls.ts'
import { shapes } from './shapes.ts'

const json = (schema: unknown) => ({ 'application/json': { schema } })
const shape = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const taken = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })

const failures = {
  400: { description: 'the question is not one; `error` says which field', content: json(shape('Failure')) },
  401: { description: 'no valid token', content: json(shape('Failure')) },
  403: { description: 'not permitted, or outside the token’s centre', content: json(shape('Failure')) },
  429: { description: 'too many requests in this minute', content: json(shape('Failure')) },
  503: { description: 'the database is away; ask again', content: json(shape('Failure')) },
}

function operation({ id, says, takes, gives }: ApiCall): unknown {
  return {
    operationId: id,
    summary: says.en,
    description: says.zh,
    ...(takes && { requestBody: { required: true, content: json(taken(takes)) } }),
    responses: { 200: { description: 'done', content: json(shape(gives)) }, ...failures },
  }
}

const parameter = (name: string, where: 'path' | 'header', description: string) => ({
  name,
  in: where,
  required: true,
  description,
  schema: { type: 'string' },
})

const pushing = {
  operationId: 'push',
  summary: 'Push rows; one batch, once a key',
  description: '推送记录：每个键只载入一次',
  parameters: [
    parameter('centre', 'path', 'the token’s centre'),
    parameter('target', 'path', 'what the rows are: cases, trades, feedback …'),
    parameter(
      'Idempotency-Key',
      'header',
      'the same key with the same rows is answered with the first result',
    ),
  ],
  requestBody: { required: true, content: json(taken(pushBodySchema)) },
  responses: {
    200: { description: 'loaded', content: json(shape('Pushed')) },
    409: { description: 'the key was used for other rows', content: json(shape('Failure')) },
    422: { description: 'the rows cannot be loaded', content: json(shape('Failure')) },
    ...failures,
  },
}

/**
 * The description of every call for other systems (OpenAPI 3.1), made from the schemas that check the
 * calls.
 */
export function openApi(version: string): Record<string, unknown> {
  const calls = apiCalls.map(call => [call.path, { [call.method.toLowerCase()]: operation(call) }] as const)
  return {
    openapi: '3.1.0',
    info: {
      title: '亮窗 Bright Window',
      version,
      description:
        'Figures, the records behind them, and the pushing of rows. Tokens: `bw source add NAME --may ask`.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: { ...Object.fromEntries(calls), '/push/{centre}/{target}': { post: pushing } },
    components: { schemas: shapes, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  }
}

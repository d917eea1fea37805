import type { ChildProcess } from 'node:child_process'
import type { QuestionInput } from '../../server/measures/index.ts'
import type { AppRouter } from '../../server/router.ts'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createTRPCClient, httpBatchLink } from '@trpc/client'

/** The day on which the bench is: half a month after its last case. */
export const benchNow = '2026-01-15T00:00:00Z'

/** The product in a process of its own, as people use it. */
export interface Served {
  address: string
  process: ChildProcess
  /** Resident memory in megabytes. */
  memory: () => number
  stop: () => Promise<void>
}

/** The program that starts the product and its commands from their build. */
export const launcher = fileURLToPath(new URL('../../server/launch.js', import.meta.url))

/** Starts the product, or a program that starts it, on a data folder and waits until it listens. */
export async function serve(folder: string, program: string | null = null): Promise<Served> {
  const args =
    program === null
      ? [launcher, 'main']
      : ['--import', 'tsx', fileURLToPath(new URL(program, import.meta.url))]
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      VITEST: '',
      BW_DATA: folder,
      BW_NOW: benchNow,
      BW_LOG: 'error',
      BW_REQUESTS_PER_MINUTE: '10000000',
      BW_SIGN_INS_PER_MINUTE: '10000',
      PORT: '0',
      HOST: '127.0.0.1',
    },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const lock = path.join(folder, 'product.lock')
  for (let tries = 0; tries < 1200; tries++) {
    const [pid, address] = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : []
    if (Number(pid) === child.pid && address)
      return {
        address,
        process: child,
        memory: () =>
          Number(
            /VmRSS:\s+(\d+)/.exec(
              existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '',
            )?.[1] ?? 0,
          ) / 1024,
        stop: async () => stopChild(child),
      }
    if (child.exitCode !== null) break
    await pause(100)
  }
  throw new Error('the product did not start')
}

async function stopChild(child: ReturnType<typeof spawn>): Promise<void> {
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/**
 * Signs in as the demonstration's leader. Errors: a sign-in that was refused, so that it is not taken
 * for questions that were.
 */
async function signIn(address: string): Promise<string> {
  const reply = await fetch(`${address}/auth/sign-in/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"role":"leader"}',
  })
  if (!reply.ok) throw new Error(`sign-in: the product answered ${reply.status}`)
  return reply.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

/** Asks over HTTP as the screen does, signed in. */
export function clientOf(address: string) {
  const cookie = signIn(address)
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${address}/trpc`,
        methodOverride: 'POST',
        headers: async () => ({ cookie: await cookie }),
      }),
    ],
  })
}

/**
 * Sends questions in one request, as a page does, and waits for the last byte of the compressed
 * answers. Errors: anything but answers to all of them.
 */
export function pageOf(address: string): (questions: readonly QuestionInput[]) => Promise<void> {
  const cookie = signIn(address)
  // One connection a viewer. What a browser makes of the bytes is timed in a browser (screen.ts); a
  // client of Node would add its own time to the product's.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return async questions => {
    const headers = { 'cookie': await cookie, 'content-type': 'application/json', 'accept-encoding': 'gzip' }
    await new Promise<void>((resolve, reject) => {
      const sent = request(
        `${address}/trpc/${questions.map(() => 'measures.ask').join(',')}?batch=1`,
        { agent, method: 'POST', headers },
        reply => {
          reply.resume()
          reply
            .on('error', reject)
            .on('end', () =>
              reply.statusCode === 200
                ? resolve()
                : reject(new Error(`the product answered ${reply.statusCode}`)),
            )
        },
      )
      sent.on('error', reject)
      sent.end(JSON.stringify({ ...questions }))
    })
  }
}

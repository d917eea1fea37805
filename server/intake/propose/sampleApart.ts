import type { SampledFile, SampleRequest } from './sampleFile.ts'
import type { SampleReply } from './sampleThread.ts'
import { Buffer } from 'node:buffer'
import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { NamedError } from '#measures'
import { firstBytes, isGzip } from '../read/bytes.ts'
import { threadProgram } from '../read/thread.ts'
import { openArchive } from '../read/xlsx/archive.ts'
import { sampleFile } from './sampleFile.ts'

const program = threadProgram(new URL('sampleThread.ts', import.meta.url))
/** The unpacked size up to which reading in this thread is faster than starting another. */
const smallBytes = 4 << 20
/** The most threads that inspect files at once; others wait. */
const mostAtOnce = 2

let running = 0
const waiting: (() => void)[] = []

/** Waits for a free slot. `leave` must be called afterwards in any case. */
async function enter(): Promise<void> {
  if (running >= mostAtOnce) await new Promise<void>(resolve => waiting.push(resolve))
  running++
}

function leave(): void {
  running--
  waiting.shift()?.()
}

/** Whether reading a file is cheap by its size. False for gzip, whose unpacked size is not known. */
async function isSmall({ file, limits }: SampleRequest): Promise<boolean> {
  const start = await firstBytes(file, 4)
  if (isGzip(start)) return false
  if (!start.equals(Buffer.from('PK\u0003\u0004'))) return (await stat(file)).size <= smallBytes
  const archive = await openArchive(file, limits)
  archive.close()
  return archive.unpacked <= smallBytes
}

function sampleOf(reply: SampleReply): SampledFile {
  if ('sample' in reply) return reply.sample
  throw 'name' in reply ? new NamedError(reply.name, reply.details) : new Error(reply.message)
}

async function inThread(request: SampleRequest, signal: AbortSignal | undefined): Promise<SampledFile> {
  const { lookSeconds, lookMegabytes } = request.limits
  const worker = new Worker(program, {
    eval: true,
    workerData: request,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: lookMegabytes },
  })
  const tooMuch = new NamedError('file-too-large', {
    what: 'a look at it',
    most: `${lookMegabytes} MB, ${lookSeconds} s`,
  })
  let timer: NodeJS.Timeout | undefined
  const gone = new NamedError('load-cancelled', {})
  let cancel = (): void => undefined
  try {
    return await new Promise<SampledFile>((resolve, reject) => {
      timer = setTimeout(reject, lookSeconds * 1000, tooMuch)
      cancel = () => reject(gone)
      signal?.addEventListener('abort', cancel, { once: true })
      worker.once('message', (reply: SampleReply) => {
        try {
          resolve(sampleOf(reply))
        } catch (error) {
          reject(error)
        }
      })
      worker.once('error', (cause: Error & { code?: string }) =>
        reject(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : cause),
      )
      worker.once('exit', () => reject(new Error('the file could not be looked at')))
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}

/**
 * Samples a file, in a separate thread where the file may be expensive, so that it cannot block or stop the
 * server. The thread is stopped by the signal and by the limits of inspection. Errors: those of `sampleFile`,
 * load-cancelled.
 */
export async function sampleApart(request: SampleRequest, signal?: AbortSignal): Promise<SampledFile> {
  if (await isSmall(request)) return sampleFile(request)
  await enter()
  try {
    if (signal?.aborted) throw new NamedError('load-cancelled', {})
    return await inThread(request, signal)
  } finally {
    leave()
  }
}

import type { ErrorDetails, ErrorName } from '#measures'
import type { SampledFile, SampleRequest } from './sampleFile.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { isNamedError } from '#measures'
import { sampleFile } from './sampleFile.ts'

/** The result of the thread: the sample, or its error. */
export type SampleReply =
  { sample: SampledFile } | { name: ErrorName; details: ErrorDetails } | { message: string }

const failure = (error: unknown): SampleReply =>
  isNamedError(error)
    ? { name: error.name, details: error.details }
    : { message: error instanceof Error ? error.message : String(error) }

void sampleFile(workerData as SampleRequest)
  .then((sample): SampleReply => ({ sample }), failure)
  .then(reply => parentPort?.postMessage(reply))

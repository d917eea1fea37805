import type { WorkerInput, WorkerReply, WorkerRequest } from './messages.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { NewRows } from './newRows.ts'

// The load worker, which answers requests in order.
const rows = new NewRows(workerData as WorkerInput)

function answer(said: WorkerReply, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, transferred)
}

parentPort?.on('message', (question: WorkerRequest) => {
  switch (question.do) {
    case 'workOut': {
      const chunk = rows.workOut(question.records)
      answer({ chunk }, chunk ? [chunk.bytes.buffer] : [])
      break
    }
    case 'takeBack':
      rows.takeBack(question.records)
      break
    case 'counted':
      answer({ counted: rows.counted })
      // No request follows, and its memory is needed.
      parentPort?.close()
  }
})
answer({ ready: true })

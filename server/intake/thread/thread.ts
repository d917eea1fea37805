import type { ThreadAnswer, ThreadQuestion, ThreadWork } from './messages.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { MemoryKeeper } from '../memory.ts'
import { NewRows } from './newRows.ts'

// The second thread of a load: it answers one question after the other.
const rows = new NewRows(workerData as ThreadWork)
const memory = new MemoryKeeper()

function answer(said: ThreadAnswer, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, transferred)
}

parentPort?.on('message', (question: ThreadQuestion) => {
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
      // Nothing is asked after that; its memory is wanted for what follows.
      parentPort?.close()
  }
  memory.keep()
})
answer({ ready: true })

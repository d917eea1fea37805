import { parentPort, workerData } from 'node:worker_threads'
import { parseBook } from './parse.ts'

export type { ParsedBook, ParseRequest } from './parse.ts'

void parseBook(workerData as Parameters<typeof parseBook>[0]).then(book => parentPort?.postMessage(book))

import process from 'node:process'
import { parseBook } from './parse.ts'

export type { ParsedBook, ParseRequest } from './parse.ts'

// The parent has disconnected: nobody reads the answer.
process.once('disconnect', () => process.exit())
process.once('message', (request: Parameters<typeof parseBook>[0]) => {
  void parseBook(request).then(book => process.send?.(book))
})

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { NamedError } from '#measures'

/** The hash of a file's content, by which a repeated file is recognised. Errors: file-unreadable. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
  } catch (cause) {
    throw new NamedError(
      'file-unreadable',
      { file, reason: (cause as NodeJS.ErrnoException).code ?? (cause as Error).message },
      cause,
    )
  }
  return hash.digest('hex')
}

import type { Readable } from 'node:stream'
import type { Limits } from '../read/limits.ts'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NamedError } from '#measures'

/** An uploaded file that waits to be loaded. Its own name is displayed and never used as a path. */
interface Upload {
  id: string
  file: string
  name: string
  size: number
  hash: string
  byUser: string
  at: number
}

const kept = 24 * 3_600_000
const longestName = 200

/** A file name safe for display: without folders and control characters. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return (
    last
      // eslint-disable-next-line no-control-regex -- control characters are what is removed
      .replaceAll(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '')
      .trim()
      .slice(0, longestName) || 'file'
  )
}

/** Passes bytes through, counts and hashes them, and fails above a limit. */
function measured(limits: Limits, totals: { size: number; hash: ReturnType<typeof createHash> }): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      totals.size += chunk.length
      totals.hash.update(chunk)
      const megabytes = Math.round(limits.uploadBytes / 1048576)
      done(
        totals.size > limits.uploadBytes
          ? new NamedError('file-too-large', { what: `> ${megabytes} MB`, most: `${megabytes} MB` })
          : null,
        chunk,
      )
    },
  })
}

/**
 * Uploaded files, in one folder under generated names. They are removed after their batch, after a day, and
 * at each start.
 */
export class Uploads {
  private readonly known = new Map<string, Upload>()
  private readonly folder: string
  private readonly limits: Limits

  constructor(dataFolder: string, limits: Limits) {
    this.folder = path.join(dataFolder, 'uploads')
    this.limits = limits
  }

  /** Removes the files of an earlier process. */
  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Stores a stream of bytes. Errors: file-too-large; nothing is stored then. */
  async keep(bytes: Readable, about: { name: string; byUser: string; now: number }): Promise<Upload> {
    await this.removeOld(about.now)
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const id = randomUUID()
    const file = path.join(this.folder, id)
    const totals = { size: 0, hash: createHash('sha256') }
    try {
      await pipeline(bytes, measured(this.limits, totals), createWriteStream(file, { mode: 0o600 }))
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
    const upload: Upload = {
      id,
      file,
      name: shownName(about.name),
      size: totals.size,
      hash: totals.hash.digest('hex'),
      byUser: about.byUser,
      at: about.now,
    }
    this.known.set(id, upload)
    return upload
  }

  /** The upload of an id. Errors: upload-not-found, also for another person's. */
  find(id: string, byUser: string): Upload {
    const upload = this.known.get(id)
    if (!upload || upload.byUser !== byUser) throw new NamedError('upload-not-found', {})
    return upload
  }

  async remove(id: string): Promise<void> {
    const upload = this.known.get(id)
    this.known.delete(id)
    if (upload) await rm(upload.file, { force: true })
  }

  private async removeOld(now: number): Promise<void> {
    await Promise.all(
      [...this.known.values()]
        .filter(upload => now - upload.at > kept)
        .map(async upload => this.remove(upload.id)),
    )
  }

  /** The number of files on disk. */
  async count(): Promise<number> {
    return readdir(this.folder).then(
      names => names.length,
      () => 0,
    )
  }
}

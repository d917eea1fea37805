import type { ReadableError } from '../data/trpc.ts'
import { offline } from '../data/trpc.ts'

/** An uploaded file, which the server keeps until it is loaded. */
export interface Uploaded {
  id: string
  name: string
  size: number
}

/** Uploads a file and reports the share that has been sent. Rejects with a `ReadableError`. */
export async function sendFile(file: File, onShare: (share: number) => void): Promise<Uploaded> {
  return new Promise((resolve, reject: (error: ReadableError) => void) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open('POST', '/files')
    request.setRequestHeader('X-BrightWindow', 'upload')
    request.responseType = 'json'
    request.upload.onprogress = event => onShare(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(offline)
    request.onload = () => {
      const answer = request.response as (Uploaded & { error?: ReadableError }) | null
      if (request.status === 200 && answer) resolve(answer)
      else reject(answer?.error?.zh ? answer.error : offline)
    }
    request.send(form)
  })
}

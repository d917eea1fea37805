import type { ReadableError } from '../data/trpc.ts'
import { offline } from '../data/trpc.ts'

/** The accepted types; phones convert their own formats to JPEG for a field with this list. */
export const photoTypes = 'image/jpeg,image/png,image/webp'
/** The largest photo that the server accepts, checked before sending. */
export const mostPhotoMegabytes = 8

/** Uploads a photo. Returns the hash by which a row refers to it. Rejects with a `ReadableError`. */
export async function sendPhoto(centre: string, file: File): Promise<string> {
  const form = new FormData()
  form.append('file', file)
  let reply: Response
  try {
    reply = await fetch(`/files/photo/${encodeURIComponent(centre)}`, {
      method: 'POST',
      headers: { 'X-BrightWindow': 'upload' },
      body: form,
    })
  } catch {
    throw offline
  }
  const said = (await reply.json().catch(() => null)) as { photo?: string; error?: ReadableError } | null
  if (said?.photo === undefined) throw said?.error?.zh ? said.error : offline
  return said.photo
}

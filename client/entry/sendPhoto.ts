import type { ReadableError } from '../data/trpc.ts'
import { offline } from '../data/trpc.ts'

/** The types that the server takes; a phone turns its own formats into JPEG for a field that says so. */
export const photoTypes = 'image/jpeg,image/png,image/webp'
/** The server refuses a larger photo; it need not be sent to find that out. */
export const mostPhotoMegabytes = 8

/** Sends a photo. Returns the hash by which a row names it; throws an error fit to be read. */
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

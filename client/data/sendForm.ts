import type { ReadableError } from './trpc.ts'
import { offline } from './trpc.ts'

/** Sends a file as a form. Rejects with a `ReadableError`. */
export async function sendForm<Answer>(address: string, file: File): Promise<Answer> {
  const form = new FormData()
  form.append('file', file)
  const response = await fetch(address, {
    method: 'POST',
    body: form,
    headers: { 'X-BrightWindow': 'upload' },
  }).catch(() => null)
  const answer = (await response?.json().catch(() => null)) as (Answer & { error?: ReadableError }) | null
  if (response?.ok && answer) return answer
  throw answer?.error?.zh ? answer.error : offline
}

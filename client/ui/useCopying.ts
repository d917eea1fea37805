import type { Ref } from 'vue'
import { refAutoReset } from '@vueuse/core'

/** Copying of text, with a status for feedback. */
interface Copying {
  /** True for a while after a text was copied. */
  copied: Readonly<Ref<boolean>>
  /** Copies a text; false where the browser refuses. */
  copy: (text: string) => Promise<boolean>
}

/** Copies without the clipboard API, by a copy event; the focus does not move. */
function copyByEvent(text: string): boolean {
  let isGiven = false
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    isGiven = true
  }
  document.addEventListener('copy', give, { once: true, capture: true })
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', give, { capture: true })
  return isDone && isGiven
}

async function copyText(text: string): Promise<boolean> {
  // A server without TLS offers no clipboard API, and a browser may refuse it.
  const { clipboard } = navigator as { clipboard?: Clipboard }
  try {
    if (!clipboard) return copyByEvent(text)
    await clipboard.writeText(text)
    return true
  } catch {
    return copyByEvent(text)
  }
}

/** Copies text, also where the server has no TLS. `copied` stays true for `during` milliseconds. */
export function useCopying(during: number): Copying {
  const copied = refAutoReset(false, during)
  async function copy(text: string): Promise<boolean> {
    copied.value = await copyText(text)
    return copied.value
  }
  return { copied, copy }
}

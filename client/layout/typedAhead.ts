import { isAskKey } from '../ui/askKey.ts'

/** What was typed between the key that opens the question box and the box itself, with Enter at its end. */
interface TypedAhead {
  text: string
  entered: boolean
}

/** Nothing is kept longer: a box that does not come would swallow every key. */
const longest = 10_000
let kept: TypedAhead | null = null
let isOpen = false
let timer: ReturnType<typeof setTimeout> | undefined

function stop(): void {
  kept = null
  clearTimeout(timer)
}

/** Keeps the keys from now on until the box takes them. */
function start(): void {
  stop()
  kept = { text: '', entered: false }
  timer = setTimeout(stop, longest)
}

function keep(event: KeyboardEvent): void {
  if (!kept || event.ctrlKey || event.metaKey || event.altKey || kept.entered) return
  if (event.key === 'Enter') kept = { ...kept, entered: kept.text !== '' }
  else if (event.key === 'Backspace') kept = { ...kept, text: kept.text.slice(0, -1) }
  else if ([...event.key].length === 1) kept = { ...kept, text: kept.text + event.key }
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Gives what was typed to the box that is there now, and keeps nothing more. */
export function takeTypedAhead(): TypedAhead {
  const taken = kept ?? { text: '', entered: false }
  stop()
  isOpen = true
  return taken
}

/** The box is gone: its key is waited for again. */
export function endTypingAhead(): void {
  stop()
  isOpen = false
}

/** Keeps what is typed after the key that opens the box until the box has the cursor; `opens` says where. */
export function typeAhead(event: KeyboardEvent, opens: () => boolean): void {
  if (isAskKey(event)) {
    if (!isOpen && opens()) start()
  } else keep(event)
}

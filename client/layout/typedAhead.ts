import { isAskKey } from '../ui/askKey.ts'

/**
 * The text typed between the shortcut and the appearance of the question box, and whether Enter was pressed.
 */
interface TypedAhead {
  text: string
  entered: boolean
}

/** The maximum duration in milliseconds: if the box does not appear, keys must not be swallowed. */
const longest = 10_000
let kept: TypedAhead | null = null
let isOpen = false
let timer: ReturnType<typeof setTimeout> | undefined

function stop(): void {
  kept = null
  clearTimeout(timer)
}

/** Captures keys until the box takes them. */
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

/** Returns the captured text to the box, and ends capturing. */
export function takeTypedAhead(): TypedAhead {
  const taken = kept ?? { text: '', entered: false }
  stop()
  isOpen = true
  return taken
}

/** Called when the box is closed; waits for the shortcut again. */
export function endTypingAhead(): void {
  stop()
  isOpen = false
}

/**
 * Captures keys after the shortcut until the box has the focus; `opens` decides whether the shortcut applies
 * here.
 */
export function typeAhead(event: KeyboardEvent, opens: () => boolean): void {
  if (isAskKey(event)) {
    if (!isOpen && opens()) start()
  } else keep(event)
}

import { useEventListener } from '@vueuse/core'
import './iconWords.css'

/** Buttons that carry a mark only; what they do is said by their label. */
const marked = 'button[aria-label], [role="button"][aria-label], a[aria-label]'
/** A text with a letter or a figure says enough by itself; the i in a ring and a plus do not. */
const saysNothing = (element: Element): boolean => !/[\p{L}\p{N}]/u.test(element.textContent ?? '')

/** The words of a button that carries a mark only; null for everything else. */
export function wordsOf(target: EventTarget | null): { element: Element; words: string } | null {
  const element = target instanceof Element ? target.closest(marked) : null
  const words = element?.getAttribute('aria-label') ?? ''
  return element && words !== '' && !element.hasAttribute('title') && saysNothing(element)
    ? { element, words }
    : null
}

/**
 * Shows under a button with a mark what it does, while a pointer rests on it or the keyboard stands on it.
 * It is for the eye alone: the label says the same to a screen reader.
 */
export function sayIcons(): void {
  const tip = document.createElement('div')
  tip.className = 'icon-words'
  tip.setAttribute('aria-hidden', 'true')
  const hide = (): void => tip.remove()
  function show(target: EventTarget | null): void {
    const found = wordsOf(target)
    if (!found) return hide()
    tip.textContent = found.words
    document.body.append(tip)
    const [button, box] = [found.element.getBoundingClientRect(), tip.getBoundingClientRect()]
    const under = button.bottom + 6
    const isRoom = under + box.height < window.innerHeight
    tip.style.top = `${isRoom ? under : button.top - box.height - 6}px`
    tip.style.left = `${Math.max(8, Math.min(button.left, window.innerWidth - box.width - 8))}px`
  }
  useEventListener(document, 'pointerover', event => {
    if (event.pointerType === 'mouse') show(event.target)
  })
  useEventListener(document, 'focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) show(target)
  })
  useEventListener(document, ['focusout', 'pointerdown'], hide)
  useEventListener(document, 'keydown', event => event.key === 'Escape' && hide())
  useEventListener(window, 'scroll', hide, { capture: true, passive: true })
}

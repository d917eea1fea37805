import { useEventListener } from '@vueuse/core'
import './iconWords.css'

/** Buttons with an icon only, whose label says what they do. */
const marked = 'button[aria-label], [role="button"][aria-label], a[aria-label]'
/** True for elements without a letter or digit; an i in a circle or a plus does not count. */
const saysNothing = (element: Element): boolean => !/[\p{L}\p{N}]/u.test(element.textContent ?? '')

/** The label of the icon button that contains an element; null for other elements and for open buttons. */
export function wordsOf(target: EventTarget | null): { element: Element; words: string } | null {
  const element = target instanceof Element ? target.closest(marked) : null
  const words = element?.getAttribute('aria-label') ?? ''
  const isOpen = element?.getAttribute('aria-expanded') === 'true'
  return element && words !== '' && !isOpen && !element.hasAttribute('title') && saysNothing(element)
    ? { element, words }
    : null
}

/**
 * Shows the label of an icon button below it while it is hovered or focused. Visual only: screen readers read
 * the label itself.
 */
export function sayIcons(): void {
  const tip = document.createElement('div')
  tip.className = 'icon-words'
  tip.setAttribute('aria-hidden', 'true')
  const hide = (): void => tip.remove()
  function show(target: EventTarget | null): void {
    const shown = wordsOf(target)
    if (!shown) return hide()
    tip.textContent = shown.words
    document.body.append(tip)
    const [button, box] = [shown.element.getBoundingClientRect(), tip.getBoundingClientRect()]
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
  useEventListener(document, 'keydown', hide)
  useEventListener(window, 'scroll', hide, { capture: true, passive: true })
}

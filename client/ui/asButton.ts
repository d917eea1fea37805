/**
 * Attributes that make a word within a sentence a button. A `<button>` cannot wrap over two lines, which
 * narrow screens need.
 */
export const asButton = {
  role: 'button',
  tabindex: 0,
  onKeydown: (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.click()
  },
}

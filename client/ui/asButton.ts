/**
 * What makes a word within a sentence a button. A real one cannot be broken over two lines, which a narrow
 * screen needs.
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

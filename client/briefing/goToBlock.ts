/** The event that a block receives when the page scrolls to it. */
export const goneTo = 'gone-to'

const mark = [{ backgroundColor: '#ffe58a' }, { backgroundColor: '#ffe58a', offset: 0.6 }, {}]

/**
 * Scrolls to a block of the sheet and highlights it for a moment. It is not selected, because the next key
 * would replace it; in the editor the cursor moves to its end.
 */
export function goToBlock(blockId: string): void {
  const block = document.querySelector(`.sheet [data-block-id="${CSS.escape(blockId)}"]`)
  if (!block) return
  block.scrollIntoView({ block: 'center' })
  const isRead = block.dispatchEvent(new CustomEvent(goneTo, { bubbles: true, cancelable: true }))
  if (isRead) getSelection()?.collapse(block, block.childNodes.length)
  block.animate(mark, 2400)
}

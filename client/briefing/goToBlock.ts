/** Scrolls to a block of the paper and marks its text. */
export function goToBlock(blockId: string): void {
  const block = document.querySelector(`.sheet [data-block-id="${CSS.escape(blockId)}"]`)
  block?.scrollIntoView({ block: 'center' })
  const selection = getSelection()
  if (block && selection) selection.selectAllChildren(block)
}

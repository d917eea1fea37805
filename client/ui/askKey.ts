/** True for the shortcut that opens the question box on every page: Ctrl K, or ⌘ K. */
export const isAskKey = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey

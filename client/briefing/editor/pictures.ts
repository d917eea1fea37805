import { withoutStyles } from './pasted.ts'

/** Whether pasted or dropped data has no picture, a picture with text, or only a picture. */
type Pictures = 'none' | 'besideText' | 'alone'

/**
 * Finds pictures in copied data. Where there is HTML, only that is examined, because spreadsheets also copy a
 * picture of their cells.
 */
export function picturesIn(data: DataTransfer | null): Pictures {
  const html = data?.getData('text/html') ?? ''
  if (html !== '') {
    const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
    if (!body.querySelector('img, picture, svg') && !/<v:imagedata/i.test(html)) return 'none'
    return body.textContent?.trim() ? 'besideText' : 'alone'
  }
  const hasPicture = Array.from(data?.files ?? []).some(({ type }) => type.startsWith('image/'))
  if (!hasPicture) return 'none'
  return data?.getData('text/plain').trim() ? 'besideText' : 'alone'
}

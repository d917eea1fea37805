import { withoutStyles } from './pasted.ts'

/** What is pasted or dropped: no picture, a picture beside words, or a picture and nothing else. */
type Pictures = 'none' | 'besideText' | 'alone'

/**
 * What was copied holds of pictures. A spreadsheet puts a picture of its cells beside their HTML: where there
 * is HTML, it decides.
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

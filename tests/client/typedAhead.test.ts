import { afterEach, describe, expect, it } from 'vitest'
import { endTypingAhead, takeTypedAhead, typeAhead } from '../../client/layout/typedAhead.ts'

const opens = (): boolean => true
function press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more })
  typeAhead(event, opens)
  return event
}
const openBox = (): KeyboardEvent => press('k', { ctrlKey: true })

afterEach(endTypingAhead)

describe('what is typed before the question box is there', () => {
  it('is kept from the page and given to the box, with the Enter at its end', () => {
    openBox()
    const keys = [...'PHxx', 'Backspace', 'Backspace', '2', 'Enter'].map(key => press(key))
    expect(keys.every(({ defaultPrevented }) => defaultPrevented)).toBe(true)
    expect(takeTypedAhead()).toEqual({ text: 'PH2', entered: true })
  })

  it('is the business of the page where no box was opened, and of the box once it is there', () => {
    expect(press('a').defaultPrevented).toBe(false)
    openBox()
    takeTypedAhead()
    openBox()
    expect(press('a').defaultPrevented).toBe(false)
    endTypingAhead()
    openBox()
    expect(press('a').defaultPrevented).toBe(true)
  })

  it('is not kept where a page opens no box; Escape and other keys with a modifier pass', () => {
    typeAhead(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }), () => false)
    expect(press('a').defaultPrevented).toBe(false)
    openBox()
    expect(press('Escape').defaultPrevented).toBe(false)
    expect(press('c', { ctrlKey: true }).defaultPrevented).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { checkPassword } from '../../server/access/password.ts'

describe('passwords', () => {
  it.each([
    ['short', 'Ab1#'],
    ['one kind', 'abcdefghijkl'],
    ['the name', 'Clerk-wang-77'],
    ['common', 'Password123!'],
    ['a keyboard run', 'Qwertyuiop1!'],
    ['too long', 'x'.repeat(129)],
  ])('%s is refused', async (_, weak) => {
    await expect(checkPassword(weak, ['clerk-wang'])).rejects.toThrow('password-weak')
  })
  it.each(['Pinghe-Window-2013', '亮窗每天早上八点开门2026abC', 'correct horse battery staple lamp'])(
    '%s is taken',
    async good => expect(checkPassword(good, ['clerk'])).resolves.toBeUndefined(),
  )
})

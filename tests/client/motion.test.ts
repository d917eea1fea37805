import { expect, it } from 'vitest'
import { motion } from '../../client/charts/parts/motion.ts'
import { milliseconds, themeFrom } from '../../client/charts/theme.ts'

const themeWith = (duration: string) => themeFrom(token => (token === '--motion' ? duration : token))

it('a CSS duration is read with its unit, and anything else is no duration', () => {
  expect(['160ms', ' 160ms ', '0.16s', '.2s', '160', '0ms', '0'].map(milliseconds)).toEqual([
    160, 160, 160, 200, 160, 0, 0,
  ])
  expect(['', 'fast', '-5ms', '1m'].map(milliseconds)).toEqual([0, 0, 0, 0])
})

it('charts are animated for the duration of the token, and not at all with reduced motion', () => {
  expect(motion(themeWith('160ms'))).toEqual({
    animation: true,
    animationDuration: 160,
    animationDurationUpdate: 160,
  })
  expect(motion(themeWith('0ms')).animation).toBe(false)
})

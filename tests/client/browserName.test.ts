import { describe, expect, it } from 'vitest'
import { browserName } from '../../client/access/browserName.ts'

const [webkit, windows] = [
  'AppleWebKit/537.36 (KHTML, like Gecko)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
]

describe('the name of a browser', () => {
  it.each([
    [`${windows} ${webkit} Chrome/143.0.0.0 Safari/537.36`, 'Chrome 143 · Windows'],
    [`${windows} ${webkit} Chrome/143.0.0.0 Safari/537.36 Edg/143.0.1`, 'Edge 143 · Windows'],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webkit} Version/18.0 Mobile/15E Safari/604.1`,
      'Safari 18 · iOS',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140 · Linux'],
    ['curl/8.5.0', 'curl/8.5.0'],
    ['', ''],
  ])('of %s', (agent, name) => expect(browserName(agent)).toBe(name))
})

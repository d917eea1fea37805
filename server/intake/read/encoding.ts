import type { Buffer } from 'node:buffer'
import type { Finding } from '../propose/finding.ts'
import type { Encoding } from './form.ts'
import { isUtf8 } from 'node:buffer'
import { guess, sure } from '../propose/finding.ts'

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** UTF-16 without a byte-order mark: nearly every second byte of ordinary text is zero. */
function wideEncoding(bytes: Buffer): Encoding | null {
  const zeros = [0, 0]
  bytes.subarray(0, 4096).forEach((byte, index) => {
    zeros[index % 2] = (zeros[index % 2] ?? 0) + (byte === 0 ? 1 : 0)
  })
  const [even = 0, odd = 0] = zeros
  const many = Math.min(bytes.length, 4096) / 10
  return odd > many && even < many / 10 ? 'utf-16le' : even > many && odd < many / 10 ? 'utf-16be' : null
}

/** A sample may end within a character, so up to three bytes at its end are ignored. */
function isUtf8Start(bytes: Buffer): boolean {
  return [0, 1, 2, 3].some(cut => isUtf8(bytes.subarray(0, bytes.length - cut)))
}

/** Detects the encoding of a text by its first bytes, and how certain that is. */
export function encodingOf(bytes: Buffer): { encoding: Encoding; finding: Finding } {
  const mark = marks.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  const certain = mark?.[0] ?? wideEncoding(bytes)
  if (certain) return { encoding: certain, finding: sure('encoding', { chosen: certain }) }
  if (bytes.every(byte => byte < 0x80)) return { encoding: 'utf-8', finding: guess('encodingAscii', {}) }
  return isUtf8Start(bytes)
    ? { encoding: 'utf-8', finding: sure('encoding', { chosen: 'utf-8' }) }
    : { encoding: 'gb18030', finding: guess('encodingGuess', { chosen: 'gb18030' }) }
}

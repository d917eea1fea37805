import { encode } from 'uqr'

/** A QR code as an SVG path of unit squares, with the number of squares per side. */
export function qrCode(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { border: 2 })
  return {
    size,
    path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''),
  }
}

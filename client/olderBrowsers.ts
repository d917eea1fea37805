/** Methods of arrays that Chromium has since version 110, Firefox since 115 and Safari since 16. */
const methods = {
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number): unknown[] {
    return Array.from(this).sort(compare)
  },
  toReversed(this: unknown[]): unknown[] {
    return Array.from(this).reverse()
  },
  toSpliced(this: unknown[], ...change: [start: number, count: number, ...added: unknown[]]): unknown[] {
    const copy = Array.from(this)
    copy.splice(...change)
    return copy
  },
  with(this: unknown[], index: number, value: unknown): unknown[] {
    const copy = Array.from(this)
    const place = index < 0 ? copy.length + index : index
    if (place < 0 || place >= copy.length) throw new RangeError(`Index ${index} is out of range`)
    copy[place] = value
    return copy
  },
}

/** Gives arrays the methods that they lack. */
export function completeArrays(prototype: object = Array.prototype): void {
  for (const [name, value] of Object.entries(methods))
    if (!(name in prototype))
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true })
}

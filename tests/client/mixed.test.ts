import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { mixed } from '../../client/ui/mixed.ts'

const client = path.join(import.meta.dirname, '../../client')

describe('shades', () => {
  it('lie between a colour and its ground', () => {
    expect(mixed('#000000', '#ffffff', 0)).toBe('rgb(255, 255, 255)')
    expect(mixed(' #000 ', '#ffffff', 100)).toBe('rgb(0, 0, 0)')
    expect(mixed('#1c4a8a', '#fff', 50)).toBe('rgb(142, 165, 197)')
    expect(mixed('Highlight', '#ffffff', 50)).toBe('#ffffff')
  })

  it('ask for nothing that Chromium 109 lacks', () => {
    const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(file =>
      /\.(?:vue|css|ts)$/.test(file),
    )
    expect(files.length).toBeGreaterThan(200)
    // Colours that are computed by the browser came later; so did nesting, and `light-dark`.
    const later = /color-mix\(|light-dark\(|oklch\(from|rgb\(from|hsl\(from|@scope\b|@starting-style/
    const found = files.filter(file => later.test(readFileSync(path.join(client, file), 'utf8')))
    expect(found.filter(file => !file.endsWith('mixed.ts'))).toEqual([])
  })
})

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { importCircles, importsOf, repositoryRoot } from './support/importGraph.ts'

const clientFiles = readdirSync(path.join(repositoryRoot, 'client'), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(?:ts|vue)$/.test(name))
  .map(name => `client/${name}`)

it('no files of the client import each other in a circle, not even for types or dynamically', () => {
  expect(importCircles(clientFiles.flatMap(importsOf))).toEqual([])
})

it('a circle is found through a type import and through a dynamic one', () => {
  const circle = importCircles([
    { from: 'a', to: 'b', kind: 'value' },
    { from: 'b', to: 'c', kind: 'type' },
    { from: 'c', to: 'a', kind: 'dynamic' },
    { from: 'd', to: 'a', kind: 'value' },
  ])
  expect(circle).toEqual([['a', 'b', 'c']])
})

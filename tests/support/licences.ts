import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = path.resolve(import.meta.dirname, '../..')

/** A shipped package and the licence that it declares, or that its licence file names. */
export interface Licence {
  name: string
  version: string
  licence: string | null
}

interface Locked {
  version?: string
  license?: string
  dev?: boolean
  link?: boolean
  optional?: boolean
}

/** The licence in the licence file of a package whose package.json names none. */
function inFile(place: string): string | null {
  try {
    const folder = path.join(root, place)
    const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
    const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').slice(0, 400)
    return /\bMIT License\b/i.test(text) ? 'MIT' : /Apache License/i.test(text) ? 'Apache-2.0' : null
  } catch {
    return null
  }
}

/** Every package in the lock file that is shipped, by name. */
export function shippedLicences(): Licence[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(lock.packages)
    .filter(([place, { dev, link }]) => place !== '' && !dev && !link)
    .map(([place, { version = '', license }]) => ({
      name: place.replace(/^.*node_modules\//, ''),
      version,
      licence: license ?? inFile(place),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { name, version, licence } of shippedLicences())
    process.stdout.write(`${name}\t${version}\t${licence ?? '-'}\n`)

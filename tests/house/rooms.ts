import type { Room } from './room.ts'
import { roomsOfClient } from './roomsOfClient.ts'
import { roomsOfServer } from './roomsOfServer.ts'

/**
 * The rooms of the product. Lint (eslint.config.js), the tests and the table in CONTRIBUTING.md all
 * follow this list.
 * `#measures` is `server/measures`.
 */
export const rooms: readonly Room[] = [
  ...roomsOfServer,
  ...roomsOfClient,
  {
    folder: 'prisma/demo',
    holds: 'The demo county, and the archive that its centre has',
    imports: [
      'server/briefing',
      'server/measures',
      'server/intake/read',
      'server/intake/rows',
      'server/intake/batch',
      'server/intake/targets',
      'server/centres',
      'server/storage',
    ],
  },
  {
    folder: 'prisma',
    holds: 'Schema and migrations',
    imports: ['server/storage'],
  },
]

/** The room of a file, by its path from the root; null for files outside all rooms. */
export function roomOf(file: string): Room | null {
  const holding = rooms.filter(({ folder }) => file.startsWith(`${folder}/`))
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null
}

/** A path with its `.` and `..` steps taken, all paths being relative to the root. */
function resolved(from: string, specifier: string): string {
  const steps = from.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/**
 * Why a file may not import a specifier; null where it may. Generated code may be imported from
 * everywhere.
 */
export function importProblem(file: string, specifier: string): string | null {
  const room = roomOf(file)
  if (!room) return null
  const inside = specifier.startsWith('.') || specifier.startsWith('#')
  if (!inside) {
    const allowed =
      room.packages === undefined || room.packages.includes(specifier) || specifier.startsWith('node:')
    return allowed ? null : `${room.folder} may not import the package ${specifier}`
  }
  const target = specifier === '#measures' ? 'server/measures/index.ts' : resolved(file, specifier)
  if (target.startsWith('prisma/generated/')) return null
  const to = roomOf(target)
  if (!to || to === room || room.imports.includes(to.folder)) return null
  return `${room.folder} may not import ${to.folder}; tests/house/rooms.ts lists what it may`
}

/** The table of the rooms in Markdown, as CONTRIBUTING.md shows it. */
export function roomsTable(): string {
  const lines = rooms.map(
    ({ folder, holds, imports }) =>
      `| \`${folder}\` | ${holds} | ${imports.map(name => `\`${name}\``).join(', ') || '–'} |`,
  )
  return ['| room | what lives there | may import |', '| --- | --- | --- |', ...lines].join('\n')
}

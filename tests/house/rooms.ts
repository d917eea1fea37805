/**
 * A folder of the product, and what its files may import. Folders inside it that are rooms themselves
 * do not belong to it.
 */
export interface Room {
  folder: string
  holds: string
  /** The rooms whose files may be imported, besides its own. */
  imports: readonly string[]
  /** The packages that may be imported; any where absent. */
  packages?: readonly string[]
}

/**
 * The rooms of the product. Lint (eslint.config.js), the tests and the table in CONTRIBUTING.md all
 * follow this list.
 * `#measures` is `server/measures`.
 */
export const rooms: readonly Room[] = [
  {
    folder: 'server/common',
    holds: 'Named errors and their sentences, the clock, dates, zones, canonical JSON and hashes',
    imports: ['server/measures'],
    packages: ['@internationalized/date'],
  },
  {
    folder: 'server/model',
    holds:
      'One file a fact table: columns, time dimensions, numbers, dimensions, named ' +
      'conditions. Typed expressions',
    imports: ['server/common'],
    packages: ['sql-template-tag'],
  },
  {
    folder: 'server/measures',
    holds:
      'What numbers mean: definitions, parts, periods, working time, comparisons, ' +
      'print. Pure; the client imports it as `#measures`',
    imports: ['server/common', 'server/model'],
    packages: ['zod', '@internationalized/date'],
  },
  {
    folder: 'server/questions',
    holds: 'Questions in plain words: from a text to a question, a choice or a refusal. Pure',
    imports: ['server/measures', 'server/model', 'server/common'],
    packages: ['zod', 'fastest-levenshtein'],
  },
  {
    folder: 'server/rollups',
    holds:
      'Tables of sums by day and month: which there are, what they hold, how a ' +
      'question is matched, how they are filled and maintained',
    imports: [
      'server/model',
      'server/measures',
      'server/query',
      'server/intake/rows',
      'server/intake/write',
      'server/intake/batch',
      'server/intake/targets',
      'server/storage',
    ],
  },
  {
    folder: 'server/query',
    holds: 'Plan, compile and assemble (pure); `ask` and `rows`, the only readers of facts for figures',
    imports: ['server/model', 'server/measures', 'server/rollups', 'server/centres', 'server/storage'],
  },
  {
    folder: 'server/intake/read',
    holds: 'Bytes to rows of text, one file or folder a format',
    imports: ['server/measures', 'server/intake/propose', 'server/intake/rows'],
  },
  {
    folder: 'server/intake/propose',
    holds: 'What a file seems to be: a proposed mapping, with every guess listed',
    imports: [
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
    folder: 'server/intake/rows',
    holds: 'Mapping, parsing and checking of one record',
    imports: [
      'server/model',
      'server/measures',
      'server/intake/read',
      'server/intake/write',
      'server/intake/targets',
      'server/centres',
    ],
  },
  {
    folder: 'server/intake/write',
    holds: 'COPY, staging, quarantine: how the rows of a batch reach the database',
    imports: [
      'server/measures',
      'server/rollups',
      'server/intake/read',
      'server/intake/rows',
      'server/intake/batch',
      'server/intake/targets',
      'server/intake/worker',
    ],
  },
  {
    folder: 'server/intake/batch',
    holds: 'Loading, undo, recomputation and verification of a batch',
    imports: [
      'server/model',
      'server/measures',
      'server/rollups',
      'server/intake/read',
      'server/intake/rows',
      'server/intake/write',
      'server/intake/jobs',
      'server/intake/targets',
      'server/intake/worker',
      'server/centres',
      'server/storage',
      'server/access',
    ],
  },
  {
    folder: 'server/intake/jobs',
    holds: 'Uploads, running loads, repairs, pushes, saved mappings',
    imports: [
      'server/common',
      'server/measures',
      'server/query',
      'server/intake/read',
      'server/intake/rows',
      'server/intake/batch',
      'server/intake/targets',
      'server/centres',
      'server/storage',
      'server/access',
    ],
  },
  {
    folder: 'server/intake/quality',
    holds: 'Grades of loaded records by unit and month, and the data contract of each source',
    imports: [
      'server/measures',
      'server/intake/propose',
      'server/intake/rows',
      'server/intake/targets',
      'server/centres',
      'server/storage',
    ],
  },
  {
    folder: 'server/intake/targets',
    holds: 'What can be loaded: one entry a fact',
    imports: [
      'server/common',
      'server/model',
      'server/measures',
      'server/intake/read',
      'server/intake/rows',
      'server/intake/batch',
      'server/intake/jobs',
      'server/centres',
      'server/storage',
      'server/access',
      'prisma',
    ],
  },
  {
    folder: 'server/intake/worker',
    holds: 'The load worker: a thread that reads, completes and counts rows of large loads',
    imports: [
      'server/measures',
      'server/rollups',
      'server/intake/read',
      'server/intake/rows',
      'server/intake/write',
      'server/intake/batch',
      'server/intake/jobs',
      'server/intake/targets',
      'server/centres',
    ],
  },
  {
    folder: 'server/centres',
    holds: "A centre's zone, calendar and timetable; claims, goals, notes, saved views",
    imports: ['server/measures', 'server/storage', 'server/access'],
  },
  {
    folder: 'server/storage',
    holds: 'PostgreSQL: the embedded server, connections, transactions, backups, distribution',
    imports: ['server/common', 'server', 'prisma'],
  },
  {
    folder: 'server/access',
    holds: 'Accounts, sign-in, sessions, permissions, impersonation, the audit log',
    imports: ['server/common', 'server/model', 'server/measures', 'server/centres', 'server/storage'],
  },
  {
    folder: 'server/operations',
    holds: 'Health, metrics, scheduled work, retention, mail, settings',
    imports: ['server/common', 'server/centres', 'server/storage', 'server/access'],
  },
  {
    folder: 'server/entry',
    holds:
      'Rows entered by hand: their forms, checks, photos, review, and how they are ' +
      'loaded; what was reported when',
    imports: [
      'server/common',
      'server/model',
      'server/measures',
      'server/query',
      'server/intake/read',
      'server/intake/rows',
      'server/intake/batch',
      'server/intake/targets',
      'server/centres',
      'server/storage',
      'server/access',
    ],
  },
  {
    folder: 'server/briefing',
    holds: 'Documents whose numbers are references; templates, drafts, freezing, restatement, files, notices',
    imports: [
      'server/common',
      'server/model',
      'server/measures',
      'server/query',
      'server/intake/read',
      'server/intake/targets',
      'server/centres',
      'server/storage',
      'server/access',
      'server/operations',
      'server/entry',
      'server/trading',
      'prisma',
    ],
  },
  {
    folder: 'server/trading',
    holds: 'Signals over the ledger and over procedures; the ledger as an Open Contracting package',
    imports: [
      'server/model',
      'server/measures',
      'server/query',
      'server/centres',
      'server/storage',
      'prisma',
    ],
  },
  {
    folder: 'server/exports',
    holds: 'Records as files, and the booklet of windows',
    imports: [
      'server/common',
      'server/measures',
      'server/query',
      'server/centres',
      'server/storage',
      'server/access',
      'server/briefing',
    ],
  },
  {
    folder: 'server/routers',
    holds: 'tRPC procedures, one file a noun; each declares its permission',
    imports: [
      'server/common',
      'server/measures',
      'server/questions',
      'server/query',
      'server/intake/read',
      'server/intake/propose',
      'server/intake/rows',
      'server/intake/batch',
      'server/intake/jobs',
      'server/intake/quality',
      'server/intake/targets',
      'server/centres',
      'server/access',
      'server/operations',
      'server/exports',
      'server/entry',
      'server/briefing',
      'server/trading',
      'server',
    ],
  },
  {
    folder: 'server/api',
    holds: 'Documented JSON calls for other systems, their description and a typed client',
    imports: [
      'server/common',
      'server/measures',
      'server/query',
      'server/intake/jobs',
      'server/operations',
      'server',
    ],
  },
  {
    folder: 'server/mcp',
    holds:
      'Tools for outside assistants (Model Context Protocol): their words, their calls of procedures, ' +
      'the route, and the way by standard input and output',
    imports: [
      'server/common',
      'server/measures',
      'server/questions',
      'server/access',
      'server/operations',
      'server/api',
      'server',
    ],
    packages: ['@modelcontextprotocol/server', '@trpc/server', 'fastify', 'zod'],
  },
  {
    folder: 'server/cli',
    holds: 'The command line `bw`',
    imports: [
      'server/mcp',
      'server/common',
      'server/measures',
      'server/rollups',
      'server/query',
      'server/intake/read',
      'server/intake/propose',
      'server/intake/rows',
      'server/intake/batch',
      'server/intake/jobs',
      'server/intake/quality',
      'server/intake/targets',
      'server/centres',
      'server/storage',
      'server/access',
      'server/briefing',
      'server/trading',
      'server/exports',
      'server',
      'prisma/demo',
    ],
  },
  {
    folder: 'server/build',
    holds: 'Builds the programs and threads of the server; `server/launch.js` starts them from the build',
    imports: [],
  },
  {
    folder: 'server',
    holds: 'The program: configuration, start, HTTP, the router that joins the routers',
    imports: [
      'server/common',
      'server/measures',
      'server/rollups',
      'server/query',
      'server/intake/read',
      'server/intake/rows',
      'server/intake/jobs',
      'server/intake/targets',
      'server/centres',
      'server/storage',
      'server/access',
      'server/operations',
      'server/entry',
      'server/briefing',
      'server/exports',
      'server/routers',
      'server/api',
      'server/mcp',
      'prisma/demo',
    ],
  },
  {
    folder: 'client/words',
    holds: 'Texts of the screens, Chinese and English',
    imports: ['server/measures'],
  },
  {
    folder: 'client/charts',
    holds: 'Chart options from points, measure and theme',
    imports: ['server/measures', 'client/data'],
  },
  {
    folder: 'client/data',
    holds: 'Calls to the server and composables for server state',
    imports: ['server/measures', 'server', 'client/stores'],
  },
  {
    folder: 'client/stores',
    holds: 'State shared by pages: filters, preferences, the signed-in account',
    imports: ['server/measures', 'client/words', 'client/data', 'client'],
  },
  {
    folder: 'client/ui',
    holds: 'Shared panels, cards, tables and popovers',
    imports: [
      'server/measures',
      'server/query',
      'server/briefing',
      'client/charts',
      'client/data',
      'client/stores',
      'client/briefing',
      'client/overview',
    ],
  },
  {
    folder: 'client/layout',
    holds: 'The frame around every page',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui', 'client/access', 'client'],
  },
  {
    folder: 'client/access',
    holds: 'Pages for signing in, accounts, the audit log and the server',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui', 'client/layout', 'client'],
  },
  {
    folder: 'client/briefing',
    holds: 'Pages for briefings',
    imports: ['server/measures', 'server/briefing', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/centres',
    holds: 'The page of centres side by side, and what an empty centre shows',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/entry',
    holds: 'Pages on which records are entered by hand, reviewed, and periods locked',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui', 'client'],
  },
  {
    folder: 'client/feedback',
    holds: 'The page and panels of complaints, reviews, letters and banners',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/gallery',
    holds: 'Every chart and panel state with invented answers; in development only',
    imports: ['server/measures', 'client/data', 'client/ui', 'client/items', 'client/windows'],
  },
  {
    folder: 'client/intake',
    holds: 'Pages for imports and data',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/items',
    holds: 'The page of service items',
    imports: [
      'server/measures',
      'client/charts',
      'client/data',
      'client/stores',
      'client/ui',
      'client/windows',
    ],
  },
  {
    folder: 'client/joint',
    holds: 'The page of joint cases',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/measures',
    holds: 'The page of definitions',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/overview',
    holds: 'The first page',
    imports: [
      'server/measures',
      'client/charts',
      'client/data',
      'client/stores',
      'client/ui',
      'client/feedback',
      'client/trading',
      'client/windows',
    ],
  },
  {
    folder: 'client/questions',
    holds: 'The page of questions in plain words',
    imports: [
      'server/measures',
      'server/questions',
      'client/charts',
      'client/data',
      'client/stores',
      'client/ui',
      'client/briefing',
    ],
  },
  {
    folder: 'client/rules',
    holds: 'The pages of rules and of notices for applicants',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/services',
    holds: 'The page of featured services',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/team',
    holds: 'The page of the people of the hall',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/townships',
    holds: 'The page of the county and its townships',
    imports: ['server/measures', 'client/data', 'client/stores', 'client/ui'],
  },
  {
    folder: 'client/trading',
    holds: 'Pages of the trading centre',
    imports: [
      'server/measures',
      'server/query',
      'client/charts',
      'client/data',
      'client/stores',
      'client/ui',
      'client/briefing',
      'client/overview',
    ],
  },
  {
    folder: 'client/wall',
    holds: 'The wall display, and panels one at a time for a projector',
    imports: [
      'server/measures',
      'client/charts',
      'client/data',
      'client/stores',
      'client/ui',
      'client/overview',
    ],
  },
  {
    folder: 'client/windows',
    holds: 'Pages of windows, and their comparison',
    imports: [
      'server/measures',
      'client/charts',
      'client/data',
      'client/stores',
      'client/ui',
      'client/feedback',
      'client/overview',
    ],
  },
  {
    folder: 'client',
    holds: 'Start and routes',
    imports: [
      'server/measures',
      'client/words',
      'client/data',
      'client/stores',
      'client/layout',
      'client/access',
      'client/briefing',
      'client/centres',
      'client/entry',
      'client/feedback',
      'client/gallery',
      'client/intake',
      'client/items',
      'client/joint',
      'client/measures',
      'client/overview',
      'client/questions',
      'client/rules',
      'client/services',
      'client/team',
      'client/townships',
      'client/trading',
      'client/wall',
      'client/windows',
    ],
  },
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

import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'

const root = import.meta.dirname
const firstPage = path.join(root, 'client/overview/OverviewPage.vue')
/** The frame around every page. In the same file as what the first page shares, it compresses better. */
const frame = ['App.vue', 'routes.ts'].map(file => path.join(root, 'client', file))
const ofFirstPageAlone = /[\\/]overview[\\/][A-Z]\w+\.vue/
/** Parts of `#measures` that only later pages use, though its index names them beside all others. */
const laterModules = [
  'answerNotes',
  'askedRows',
  'caseMix',
  'csvCell',
  'decompose',
  'figureChoice',
  'headingNumbers',
  'headingUnit',
  'intervalText',
  'judgedInterval',
  'mostChanged',
  'needed',
  'paperTables',
  'paperWords',
  'prose',
  'redFlag',
  'reference',
  'referenceShows',
  'rhythm',
  'rowHeading',
  'rowText',
  'sourceWords',
  'standing',
  'ties',
  'timeName',
  'xmr',
]
const ofLaterPages = new RegExp(String.raw`[\\/]measures[\\/](?:${laterModules.join('|')})\.ts`)

/** The bundler's view of the modules. */
interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null
}

let first: Set<string> | null = null

/** What the first page imports at once, directly or through others; what it fetches later is not in it. */
function modulesOfFirstPage(modules: Modules): Set<string> {
  const pages = new Set([firstPage, ...frame])
  for (const id of pages)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) pages.add(imported)
  return pages
}

/**
 * Everything that the first page shares with others goes into one file beside that of the libraries. Left to
 * itself the bundler makes forty small ones of it, which compress far worse and are as many requests.
 */
function chunkOf(id: string, modules: Modules): string | null {
  first ??= modulesOfFirstPage(modules)
  if (!first.has(id) || ofFirstPageAlone.test(id) || ofLaterPages.test(id)) return null
  return id.includes('node_modules') ? 'libraries' : 'shared'
}

const compressed = /\.(?:js|css)$/

export default defineConfig(({ command }) => ({
  root: path.join(root, 'client'),
  publicDir: false,
  plugins: [
    // Every component of the product and of its libraries is written with setup. The editor's library
    // extends the components of its nodes by an option. That matters only where templates stand beside their
    // setup: in development.
    vue({ features: { optionsAPI: command === 'serve' } }),
    // Assets are compressed once, at the build, instead of at each request; `@fastify/static` serves
    // the smaller form.
    compression({ include: compressed, threshold: 1000 }),
    { name: 'chunks-anew', buildStart: () => void (first = null) },
  ],
  resolve: { alias: { '#measures': path.join(root, 'server/measures/index.ts') } },
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    // Messages are functions (client/words), so the compiler of messages is left out of the build.
    __INTLIFY_DROP_MESSAGE_COMPILER__: true,
  },
  build: {
    outDir: path.join(root, 'dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: chunkOf, debugName: 'first page' }],
        },
      },
    },
  },
}))

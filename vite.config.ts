import type { ESTree, Plugin } from 'vite'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { minify } from 'terser'
import { defineConfig } from 'vite'

const root = import.meta.dirname

/**
 * Files of the chart library that our options never reach, by what takes their place: its dark theme, words and spinner (we bring our own), axes of
 * time (ours are named days and months), options and events of its old versions, transformed data sets, stacks, samples, split areas, ticks aligned
 * between two axes, lines to labels, patterns, words for screen readers (each chart says its own), dragging, gestures, shapes from path texts, round
 * sectors, styles for pictures drawn on a server, a stable sort (every browser has one). A seventh of the library; whoever comes to need one takes it
 * off this list.
 */
const unreached: Record<string, string> = {
  'echarts/lib/theme/dark.js': 'export default {}',
  'echarts/lib/i18n/langEN.js': 'export default {}',
  'echarts/lib/i18n/langZH.js': 'export default {}',
  'echarts/lib/loading/default.js': 'export default function () {}',
  'echarts/lib/scale/Time.js': 'export default class {}; export function calcNiceForTimeScale() {}',
  'echarts/lib/preprocessor/backwardCompat.js': 'export default function () {}',
  'echarts/lib/legacy/dataSelectAction.js': 'export function createLegacyDataSelectAction() {}; export function handleLegacySelectEvents() {}',
  'echarts/lib/data/helper/transform.js': 'export function applyDataTransform() {}; export function registerExternalTransform() {}',
  'echarts/lib/coord/axisAlignTicks.js': 'export function scaleCalcAlign() {}',
  'echarts/lib/data/helper/dataStackHelper.js': 'export const enableDataStack = () => ({}); export const isDimensionStacked = () => false; export const getStackedDimension = (data, dimension) => dimension',
  'echarts/lib/visual/aria.js': 'export const ariaVisualStageHandler = { overallReset() {} }',
  'echarts/lib/processor/dataSample.js': 'export default seriesType => ({ seriesType, reset() {} })',
  'echarts/lib/component/axis/axisSplitHelper.js': 'export function rectCoordAxisBuildSplitArea() {}; export function rectCoordAxisHandleRemove() {}',
  'echarts/lib/label/labelGuideHelper.js': 'export function updateLabelLinePoints() {}; export function limitTurnAngle() {}; export function limitSurfaceAngle() {}; export function setLabelLineStyle() {}; export function getLabelLineStatesModels() { return {} }',
  'echarts/lib/util/decal.js': 'export function createOrUpdatePatternFromDecal() {}',
  'echarts/lib/processor/dataStack.js': 'export const dataStackStageHandler = { overallReset() {} }',
  'zrender/lib/core/timsort.js': 'export default (array, compare) => array.sort(compare)',
  'zrender/lib/tool/path.js': 'export function createFromString() {}; export function extendFromString() {}; export function mergePath() {}; export function clonePath() {}',
  'zrender/lib/graphic/helper/roundSector.js': 'export function buildPath() {}',
  'zrender/lib/mixin/Draggable.js': 'export default class {}',
  'zrender/lib/core/GestureMgr.js': 'export class GestureMgr { recognize() {} clear() { return this } }',
  'zrender/lib/svg/cssAnimation.js': 'export function createCSSAnimation() {}',
  'zrender/lib/svg/cssEmphasis.js': 'export function createCSSEmphasis() {}',
}

// Our colours are numbers; of those with English names the library itself uses a few.
const keptColours = new Set(['transparent', 'black', 'white', 'red', 'gray', 'grey', 'blue', 'green', 'yellow'])
const namedColours = /(kCSSColorTable = \{)([^}]*)(\})/
const aColour = /'(\w+)': \[[^\]]*\],?\s*/g

const leanCharts: Plugin = {
  name: 'lean-charts',
  apply: 'build',
  enforce: 'pre',
  load: id => Object.entries(unreached).find(([file]) => id.endsWith(`/node_modules/${file}`))?.[1],
  transform(code, id) {
    if (!id.endsWith('/node_modules/zrender/lib/tool/color.js'))
      return null
    if (!namedColours.test(code))
      this.error('the colours by name are no longer where they were')
    return { code: code.replace(namedColours, (_, start: string, table: string, end: string) => start + table.replace(aColour, (entry, name: string) => keptColours.has(name) ? entry : '') + end), map: null }
  },
}

/**
 * What screens do not need of a definition: what a measure says to people, which they ask the server for when somebody wants to read it, and what
 * a fact says to the database.
 */
const notForScreens: Record<string, Set<string>> = {
  '/server/measures/definitions/': new Set(['question', 'formula', 'source', 'caution']),
  '/server/facts/': new Set(['conditions', 'numbers']),
}

const comma = /^\s*,/
const packable = /\.(?:js|css)$/

function propertiesIn(tree: ESTree.Program): ESTree.ObjectProperty[] {
  const declared = tree.body.flatMap(node => node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration' ? node.declaration.declarations : [])
  const objects = declared.flatMap(({ init }) => init?.type === 'CallExpression' ? init.arguments : []).filter(one => one.type === 'ObjectExpression')
  return objects.flatMap(one => one.properties).filter(one => one.type === 'Property')
}

const leanDefinitions: Plugin = {
  name: 'lean-definitions',
  apply: 'build',
  transform(code, id) {
    const unneeded = Object.entries(notForScreens).find(([folder]) => id.includes(folder))?.[1]
    if (!unneeded)
      return null
    const said = propertiesIn(this.parse(code, { lang: 'ts' })).filter(one => one.key.type === 'Identifier' && unneeded.has(one.key.name))
    return { code: said.reduceRight((kept, { start, end }) => `${kept.slice(0, start)}${kept.slice(end).replace(comma, '')}`, code), map: null }
  },
}

/** Written once more by a slower and more thorough hand; only what is large is worth its seconds. */
const leanScripts: Plugin = {
  name: 'lean-scripts',
  apply: 'build',
  enforce: 'post',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && chunk.code.length > 20_000)
        chunk.code = (await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 2, keep_fargs: false } })).code ?? chunk.code
    }
  },
}

/**
 * Compressed once at the build, as well as can be, instead of at each request: for some seconds here every reader's script is a twentieth smaller.
 * The compressor is fetched here and nowhere else: it ends its process at any failure that nobody caught, which a server must not.
 */
const compressedAssets: Plugin = {
  name: 'compressed-assets',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const { gzipAsync } = await import('@gfx/zopfli')
    for (const name of Object.keys(bundle).filter(one => packable.test(one))) {
      const file = path.join(dir, name)
      await writeFile(`${file}.gz`, await gzipAsync(await readFile(file), { numiterations: 15 }))
    }
  },
}

export default defineConfig({
  root: path.join(root, 'client'),
  publicDir: false,
  // Every component of the product and of its libraries is written with setup.
  plugins: [leanCharts, leanDefinitions, leanScripts, compressedAssets, vue({ features: { optionsAPI: false } })],
  resolve: { alias: { '#measures': path.join(root, 'server/measures/index.ts') } },
  define: { __VUE_I18N_FULL_INSTALL__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false, __INTLIFY_DROP_MESSAGE_COMPILER__: true },
  build: { outDir: path.join(root, 'dist/client'), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
})

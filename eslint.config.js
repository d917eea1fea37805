import path from 'node:path'
import antfu from '@antfu/eslint-config'
import prettier from 'eslint-config-prettier'
import { tsImport } from 'tsx/esm/api'

const { importProblem } = await tsImport('./tests/house/rooms.ts', import.meta.url)

// The lint rules' own helpers use Object.groupBy, which Node has from 21 on; the product supports 20.19.
Object.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null)
  for (const item of items) (groups[keyOf(item)] ??= []).push(item)
  return groups
}

/** What the files of a folder may not import; the walls of the house (CONTRIBUTING.md). */
function wall(name, files, groups, message) {
  return {
    name: `walls/${name}`,
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: groups.map(group => ({ ...group, message })) }] },
  }
}

/** The walls between the rooms of tests/house/rooms.ts, for static and dynamic imports and for types. */
const walls = {
  rules: {
    rooms: {
      create(context) {
        const file = path.relative(import.meta.dirname, context.filename).replaceAll('\\', '/')
        const check = ({ source }) => {
          const message = typeof source?.value === 'string' ? importProblem(file, source.value) : null
          if (message !== null) context.report({ node: source, message })
        }
        return {
          ImportDeclaration: check,
          ImportExpression: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
        }
      },
    },
  },
}

const outside = [
  '**/server/query/**',
  '**/server/intake/**',
  '**/server/routers/**',
  '**/server/storage/**',
  '**/server/centres/**',
  '**/server/access/**',
  '**/prisma/**',
  '**/query/**',
  '**/intake/**',
  '**/routers/**',
  '**/storage/**',
  '**/centres/**',
  '**/access/**',
]

export default antfu(
  {
    typescript: { tsconfigPath: 'tsconfig.json', ignoresTypeAware: ['**/*.md/**', '*.js'] },
    vue: true,
    // Prettier formats (.prettierrc.json); `npm run lint` checks both.
    stylistic: false,
    ignores: ['prisma/generated', 'prisma/migrations', 'dist', 'data', 'docs/measures.md', '**/*.md'],
  },
  {
    name: 'house/size-and-shape',
    files: ['client/**', 'server/**', 'prisma/**'],
    rules: {
      'max-params': ['error', 3],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
    },
  },
  {
    name: 'house/words-and-data',
    files: ['client/words/**', 'prisma/demo/units.ts', 'server/common/errorWords.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    name: 'house/typescript',
    files: ['client/**/*.ts', 'server/**/*.ts', 'prisma/**/*.ts', 'tests/**/*.ts'],
    rules: {
      'ts/no-floating-promises': 'error',
      'ts/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'ts/strict-boolean-expressions': 'off',
      'ts/explicit-function-return-type': 'off',
      'unicorn/consistent-function-scoping': 'off',
      // The engine compiles a literal once; a name far from its use costs the reader more than it saves.
      'e18e/prefer-static-regex': 'off',
      // Its fix puts one value into every place where a function would have made many.
      'e18e/prefer-array-fill': 'off',
    },
  },
  {
    name: 'house/no-any',
    files: ['client/**/*.{ts,vue}', 'server/**/*.ts', 'prisma/**/*.ts', 'tests/**/*.ts'],
    rules: { 'ts/no-explicit-any': 'error' },
  },
  {
    name: 'house/no-assertion',
    files: ['client/**/*.{ts,vue}', 'server/**/*.ts', 'prisma/**/*.ts'],
    rules: { 'ts/no-non-null-assertion': 'error' },
  },
  // ESLint cannot see into .vue files; vue-tsc checks what they export.
  {
    name: 'house/vue-imports',
    files: ['client/**/*.ts'],
    rules: { 'ts/no-unsafe-argument': 'off', 'ts/no-unsafe-assignment': 'off', 'ts/no-unsafe-return': 'off' },
  },
  {
    name: 'house/scripts',
    files: ['prisma/newMigration.ts', 'docs/examples/**', 'server/cli/writeDocs.ts', 'tests/**'],
    rules: { 'antfu/no-top-level-await': 'off' },
  },
  {
    name: 'house/vue',
    files: ['client/**/*.vue'],
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': 'off',
      'vue/max-attributes-per-line': 'off',
      'e18e/prefer-static-regex': 'off',
      'vue/singleline-html-element-content-newline': 'off',
    },
  },
  {
    name: 'walls/rooms',
    files: ['client/**/*.{ts,vue}', 'server/**/*.ts', 'prisma/**/*.ts'],
    plugins: { house: walls },
    rules: { 'house/rooms': 'error' },
  },
  wall(
    'model',
    ['server/model/**'],
    [{ regex: '^(?!\\./|\\.\\./(?:common/|\\w+\\.ts$)|sql-template-tag$)' }],
    'the model imports common and itself',
  ),
  wall(
    'measures',
    ['server/measures/**'],
    [
      {
        group: [
          ...outside,
          'node:*',
          'pg',
          'vue',
          'fastify',
          '@trpc/*',
          '@prisma/*',
          '**/config.ts',
          '**/clock.ts',
          '**/trpc.ts',
          '**/http.ts',
        ],
      },
    ],
    'measures import facts, zod and calendar arithmetic alone',
  ),
  wall(
    'query',
    ['server/query/{plan,compile,assemble,grid,read,words}.ts'],
    [
      {
        group: [
          'node:*',
          'pg',
          '**/intake/**',
          '**/routers/**',
          '**/storage/**',
          '**/centres/**',
          '@prisma/*',
        ],
      },
    ],
    'planning, compiling and assembling are pure; ask reads',
  ),
  wall(
    'query-readers',
    ['server/query/{ask,answers,rows,members,listMembers,scopeFilters}.ts'],
    [{ group: ['**/intake/**', '**/routers/**', '**/briefing/**'] }],
    'query reads facts for figures and nothing else',
  ),
  wall(
    'routers',
    ['server/routers/**'],
    [{ group: ['**/storage/**', 'pg', '@prisma/*', './*'] }],
    'routers are thin: they call ask, briefing and intake, and never each other',
  ),
  wall(
    'client-charts',
    ['client/charts/*.ts', 'client/charts/parts/**'],
    [{ group: ['vue', 'pinia', 'vue-i18n', 'vue-router', '**/stores/**', '**/data/**', '**/ui/**'] }],
    'charts are pure functions of points, measure and theme',
  ),
  wall(
    'client-panels',
    ['client/**/*Panel.vue'],
    [{ group: ['**/*Page.vue', 'echarts', 'echarts/*', 'vue-echarts'] }],
    'panels get their data from pages and draw through charts',
  ),
  {
    name: 'walls/client-server',
    files: ['client/**/*.{ts,vue}'],
    rules: {
      'ts/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/server/**'],
              allowTypeImports: true,
              message: 'the client takes values from #measures, and from the rest of the server types alone',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'tests',
    files: ['tests/**'],
    rules: {
      'max-params': 'off',
      'max-lines-per-function': 'off',
      'ts/no-non-null-assertion': 'off',
      'test/prefer-lowercase-title': 'off',
      'test/consistent-test-it': 'off',
    },
  },
  {
    name: 'house/formatting',
    // Prettier has the last word on layout.
    rules: { ...prettier.rules, 'unicorn/number-literal-case': 'off' },
  },
)

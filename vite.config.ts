import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'

const root = import.meta.dirname

export default defineConfig({
  root: path.join(root, 'client'),
  publicDir: false,
  plugins: [
    // Every component of the product and of its libraries is written with setup.
    vue({ features: { optionsAPI: false } }),
    // Assets are compressed once, at the build, instead of at each request; `@fastify/static` serves
    // the smaller form.
    compression({ include: /\.(?:js|css)$/, threshold: 1000 }),
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
  },
})

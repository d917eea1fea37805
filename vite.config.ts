import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const root = import.meta.dirname

export default defineConfig({
  root: path.join(root, 'client'),
  publicDir: false,
  // Every component of the product and of its libraries is written with setup.
  plugins: [vue({ features: { optionsAPI: false } })],
  resolve: { alias: { '#measures': path.join(root, 'server/measures/index.ts') } },
  define: { __VUE_I18N_FULL_INSTALL__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false, __INTLIFY_DROP_MESSAGE_COMPILER__: true },
  build: { outDir: path.join(root, 'dist/client'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
})

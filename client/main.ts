import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { watchChunkErrors } from './data/chunkErrors.ts'
import { createPageRouter } from './routes.ts'
import { usePreferences } from './stores/preferences.ts'
import { i18n, loadWords } from './words/index.ts'
import './styles/tokens.css'
import './styles/base.css'

const router = createPageRouter()
watchChunkErrors(router)
const app = createApp(App).use(createPinia()).use(i18n).use(router)
const mount = (): void => void app.mount('#app')
// Words that cannot be fetched leave the Chinese ones, which are part of this file.
void loadWords(usePreferences().language).then(mount, mount)

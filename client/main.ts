import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './routes.ts'
import { usePreferences } from './stores/preferences.ts'
import { i18n, loadWords } from './words/index.ts'
import './styles/tokens.css'
import './styles/base.css'

const app = createApp(App).use(createPinia()).use(i18n).use(router)
const mount = (): void => void app.mount('#app')
// Words that cannot be fetched leave the Chinese ones, which are here.
void loadWords(usePreferences().language).then(mount, mount)

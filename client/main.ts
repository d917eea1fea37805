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
/** What the browser lacks, and the words. Nothing that it may lack is called before. */
async function prepare(): Promise<void> {
  if (!('toSorted' in Array.prototype)) (await import('./olderBrowsers.ts')).completeArrays()
  await loadWords(usePreferences().language)
}
// Words that cannot be fetched leave the Chinese ones, which are part of this file.
void prepare().then(mount, mount)
// The title of the tab may come a little later than the page.
void import('./layout/tabTitle.ts').then(({ nameTab }) => nameTab(router))
// Most readers need neither the styles of forced colours nor those of paper.
void import('./styles/forcedColours.css')
void import('./styles/print.css')
// So may the words under buttons that carry a mark only.
void import('./layout/iconWords.ts').then(({ sayIcons }) => sayIcons())

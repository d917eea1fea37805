import type { RouteComponent, RouteRecordRaw, RouterHistory } from 'vue-router'
import type { PageName } from './pages.ts'
import { createRouter, createWebHistory } from 'vue-router'
import { pageAddresses } from './pages.ts'
import { withPageWords } from './words/index.ts'

type LoadPage = () => Promise<RouteComponent>

/** Loaders of every file that holds a page, by path. Two of them have no address of their own in a build. */
const pageFiles = import.meta.glob<RouteComponent>(
  ['./*/*Page.vue', '!./access/SignInPage.vue', '!./gallery/GalleryPage.vue'],
  { import: 'default' },
)

/** The loader of a page by its file name. Throws for a page without a file, at the start of the program. */
function loaderOf(name: PageName): LoadPage {
  const fileName = `/${name.charAt(0).toUpperCase()}${name.slice(1)}Page.vue`
  const file = Object.keys(pageFiles).find(path => path.endsWith(fileName))
  const load = file === undefined ? undefined : pageFiles[file]
  if (load === undefined) throw new Error(`The page "${name}" has no file client/*${fileName}`)
  // The words of the overview are part of the first screen.
  return name === 'overview' ? load : withPageWords(load)
}

/** Every chart and every state of a panel with invented answers, for developers; no build contains it. */
const gallery: RouteRecordRaw[] = import.meta.env.DEV
  ? [
      {
        path: '/gallery',
        name: 'gallery',
        component: withPageWords(async () => import('./gallery/GalleryPage.vue')),
      },
    ]
  : []

/** The element of a hash, once the page has drawn it; false where it does not come. */
async function elementOf(hash: string): Promise<{ el: Element; top: number } | false> {
  for (let look = 0; look < 40; look++) {
    // By id, not by selector: a hash may also be a secret that is no valid selector.
    const el = document.getElementById(hash.slice(1))
    if (el) return { el, top: 64 }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return false
}

/** One address a page; a page is loaded when it is first opened. */
export function createPageRouter(history: RouterHistory = createWebHistory()) {
  return createRouter({
    history,
    scrollBehavior: async (to, from, saved) =>
      saved ?? (to.hash ? elementOf(to.hash) : to.path === from.path ? false : { top: 0 }),
    routes: [
      ...gallery,
      ...pageAddresses.map(({ name, path }) => ({ name, path, component: loaderOf(name) })),
    ],
  })
}

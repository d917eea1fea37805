import type { RouteComponent, RouteRecordRaw, RouterHistory } from 'vue-router'
import type { PageName } from './pages.ts'
import { createRouter, createWebHistory } from 'vue-router'
import { withPageWords } from './words/index.ts'

interface PageRoute {
  path: string
  load: () => Promise<RouteComponent>
}

/** The address and component of every page; a page that is missing here does not compile. */
const pageRoutes: Record<PageName, PageRoute> = {
  overview: { path: '/', load: async () => import('./overview/OverviewPage.vue') },
  windows: { path: '/windows', load: withPageWords(async () => import('./windows/WindowsPage.vue')) },
  window: { path: '/windows/:code(.+)', load: withPageWords(async () => import('./windows/WindowPage.vue')) },
  items: { path: '/items', load: withPageWords(async () => import('./items/ItemsPage.vue')) },
  joint: { path: '/joint', load: withPageWords(async () => import('./joint/JointPage.vue')) },
  trading: { path: '/trading', load: withPageWords(async () => import('./trading/TradingPage.vue')) },
  trade: { path: '/trading/:code(.+)', load: withPageWords(async () => import('./trading/TradePage.vue')) },
  briefings: { path: '/briefings', load: withPageWords(async () => import('./briefing/BriefingsPage.vue')) },
  briefing: {
    path: '/briefings/:id(\\d+)',
    load: withPageWords(async () => import('./briefing/BriefingPage.vue')),
  },
  paper: { path: '/briefings/paper', load: withPageWords(async () => import('./briefing/PaperPage.vue')) },
  figures: { path: '/figures', load: withPageWords(async () => import('./briefing/FiguresPage.vue')) },
  measures: { path: '/measures', load: withPageWords(async () => import('./measures/MeasuresPage.vue')) },
  data: { path: '/data', load: withPageWords(async () => import('./intake/DataPage.vue')) },
  import: { path: '/data/import', load: withPageWords(async () => import('./intake/ImportPage.vue')) },
  quarantine: {
    path: '/data/quarantine/:batch(\\d+)',
    load: withPageWords(async () => import('./intake/QuarantinePage.vue')),
  },
  invitation: { path: '/invitation', load: withPageWords(async () => import('./access/InvitationPage.vue')) },
  account: { path: '/account', load: withPageWords(async () => import('./access/AccountPage.vue')) },
  people: { path: '/people', load: withPageWords(async () => import('./access/PeoplePage.vue')) },
  audit: { path: '/audit', load: withPageWords(async () => import('./access/AuditPage.vue')) },
  server: { path: '/server', load: withPageWords(async () => import('./access/ServerPage.vue')) },
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

/** One address a page; a page is loaded when it is first opened. Unknown addresses lead to the overview. */
export function createPageRouter(history: RouterHistory = createWebHistory()) {
  return createRouter({
    history,
    routes: [
      ...Object.entries(pageRoutes).map(([name, { path, load }]) => ({ name, path, component: load })),
      ...gallery,
      { path: '/:rest(.*)*', redirect: '/' },
    ],
  })
}

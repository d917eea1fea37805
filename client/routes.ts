import { createRouter, createWebHistory } from 'vue-router'
import { withDeskWords } from './words/index.ts'

/** One page an address; each page is loaded when it is first opened. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'overview', component: async () => import('./pages/OverviewPage.vue') },
    { path: '/windows', name: 'windows', component: withDeskWords(async () => import('./pages/WindowsPage.vue')) },
    { path: '/windows/:code(.+)', name: 'window', component: withDeskWords(async () => import('./pages/WindowPage.vue')) },
    { path: '/items', name: 'items', component: withDeskWords(async () => import('./pages/ItemsPage.vue')) },
    { path: '/joint', name: 'joint', component: withDeskWords(async () => import('./pages/JointPage.vue')) },
    { path: '/trading', name: 'trading', component: withDeskWords(async () => import('./pages/TradingPage.vue')) },
    { path: '/trading/:code(.+)', name: 'trade', component: withDeskWords(async () => import('./pages/TradePage.vue')) },
    { path: '/briefings', name: 'briefings', component: withDeskWords(async () => import('./pages/BriefingsPage.vue')) },
    { path: '/briefings/:id(\\d+)', name: 'briefing', component: withDeskWords(async () => import('./pages/BriefingPage.vue')) },
    { path: '/figures', name: 'figures', component: withDeskWords(async () => import('./pages/FiguresPage.vue')) },
    { path: '/measures', name: 'measures', component: withDeskWords(async () => import('./pages/MeasuresPage.vue')) },
    { path: '/data', name: 'data', component: withDeskWords(async () => import('./pages/DataPage.vue')) },
    { path: '/data/import', name: 'import', component: withDeskWords(async () => import('./pages/ImportPage.vue')) },
    { path: '/data/quarantine/:batch(\\d+)', name: 'quarantine', component: withDeskWords(async () => import('./pages/QuarantinePage.vue')) },
    { path: '/invitation', name: 'invitation', component: withDeskWords(async () => import('./pages/InvitationPage.vue')) },
    { path: '/account', name: 'account', component: withDeskWords(async () => import('./pages/AccountPage.vue')) },
    { path: '/people', name: 'people', component: withDeskWords(async () => import('./pages/PeoplePage.vue')) },
    { path: '/audit', name: 'audit', component: withDeskWords(async () => import('./pages/AuditPage.vue')) },
    { path: '/server', name: 'server', component: withDeskWords(async () => import('./pages/ServerPage.vue')) },
    // Every chart and every state with invented answers; it is in no build.
    ...import.meta.env.DEV ? [{ path: '/gallery', name: 'gallery', component: withDeskWords(async () => import('./gallery/GalleryPage.vue')) }] : [],
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

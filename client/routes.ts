import { createRouter, createWebHistory } from 'vue-router'

/** One page an address; each page is loaded when it is first opened. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'overview', component: async () => import('./pages/OverviewPage.vue') },
    { path: '/measures', name: 'measures', component: async () => import('./pages/MeasuresPage.vue') },
    { path: '/data', name: 'data', component: async () => import('./pages/DataPage.vue') },
    { path: '/data/import', name: 'import', component: async () => import('./pages/ImportPage.vue') },
    { path: '/data/quarantine/:batch(\\d+)', name: 'quarantine', component: async () => import('./pages/QuarantinePage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

import { createRouter, createWebHistory } from 'vue-router'

/** One page an address; each page is loaded when it is first opened. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'overview', component: () => import('./pages/OverviewPage.vue') },
    { path: '/measures', name: 'measures', component: () => import('./pages/MeasuresPage.vue') },
    { path: '/data', name: 'data', component: () => import('./pages/DataPage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

import { defineAsyncComponent } from 'vue'

/** The chart library comes with the first chart, not with the first page. */
export const LazyChart = defineAsyncComponent(async () => import('../charts/EChart.vue'))

/** A chart with dots, whiskers and reference lines: what they need comes with the first of them. */
export const LazyMarksChart = defineAsyncComponent(async () => import('../charts/echartsMarks.ts'))

import { defineAsyncComponent } from 'vue'

/** The chart library comes with the first chart, not with the first page. */
export const LazyChart = defineAsyncComponent(async () => import('../charts/EChart.vue'))

// The panels further down on the overview as one chunk, which is loaded after the first screen has been
// drawn.
export { default as FeedbackPanel } from '../feedback/FeedbackPanel.vue'
export { default as SavingsPanel } from '../trading/SavingsPanel.vue'
export { default as RankingPanel } from '../ui/RankingPanel.vue'
export { default as ChannelPanel } from '../windows/ChannelPanel.vue'
export { default as DuePanel } from '../windows/DuePanel.vue'
export { default as HeatPanel } from '../windows/HeatPanel.vue'
export { default as HallPanel } from './HallPanel.vue'
export { default as ReportingPanel } from './ReportingPanel.vue'

// What stands further down on the overview, in one file: it is fetched when what is seen first has been drawn.
export { default as FeedbackPanel } from '../panels/FeedbackPanel.vue'
export { default as ChannelPanel } from '../panels/hall/ChannelPanel.vue'
export { default as DuePanel } from '../panels/hall/DuePanel.vue'
export { default as HeatPanel } from '../panels/hall/HeatPanel.vue'
export { default as HallPanel } from '../panels/HallPanel.vue'
export { default as SavingsPanel } from '../panels/SavingsPanel.vue'

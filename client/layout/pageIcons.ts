import type { NamedPage } from '../pages.ts'

/** The icon of each page as SVG paths in a 16 by 16 grid. Loaded after the first screen. */
export const pageIcons: Record<NamedPage, string> = {
  overview: 'M2 2h12v12H2zM2 7h12M7 7v7',
  windows: 'M2 3h12v10H2zM8 3v10M2 8h12',
  items: 'M6 4h8M6 8h8M6 12h8M2 4h1.5M2 8h1.5M2 12h1.5',
  joint: 'M6 8a3 3 0 1 1-.01 0M10 8a3 3 0 1 1-.01 0',
  trading: 'M3 13V8M8 13V3M13 13v-7M1.5 14.5h13',
  feedback: 'M2 3h12v8H8l-3 3v-3H2z',
  team: 'M8 8a2.7 2.7 0 1 1 .01 0M2.5 14c0-6 11-6 11 0',
  services: 'M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.4L8 11.5l-3.9 2.2.9-4.4-3.2-3 4.3-.5z',
  townships: 'M8 14.5c-9-9-1-13 0-13s9 4 0 13M8 8a2 2 0 1 1 .01 0',
  rules: 'M3 2h7l3 3v9H3zM10 2v3h3M5.5 8.5h5M5.5 11h5',
  ask: 'M5.5 6c0-4 5.5-4 5.5-.5C11 8 8 7.5 8 10M8 12.5v1',
  centres: 'M2 14V6l4-3v11M6 14V8h8v6M1 14h14M9 10.5h2M9 12.5h2',
  entry: 'M2.5 13.5l1-3.5 7.5-7.5 2.5 2.5-7.5 7.5z',
  review: 'M2 2h12v12H2zM5 8l2.2 2.3L11.2 5.5',
  reports: 'M2 3h12v11H2zM2 6.5h12M5 1.5v3M11 1.5v3M5 10h3',
  briefings: 'M2 3h9v11H2zM11 6h3v6.5a1.5 1.5 0 0 1-3 0M4.5 6h4M4.5 9h4M4.5 11.5h2',
  measures: 'M2 11L11 2l3 3-9 9zM5 8l1.5 1.5M7.5 5.5L9 7',
  data: 'M2 4c0-3 12-3 12 0v8c0 3-12 3-12 0zM2 4c0 3 12 3 12 0M2 8c0 3 12 3 12 0',
  people:
    'M6 7.5a2.5 2.5 0 1 1 .01 0M1.5 14c0-5.5 9-5.5 9 0M11 3a2.3 2.3 0 0 1 0 4.5M12 9.5c2 .5 2.8 2.3 2.8 4.5',
  audit: 'M7 11.5a4.5 4.5 0 1 1 .01 0M10.3 10.3L14.5 14.5M5 7h4',
  server: 'M2 2.5h12v4.5H2zM2 9h12v4.5H2zM4.5 4.8h2M4.5 11.2h2',
}

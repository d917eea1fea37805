import type { ChartTheme } from '../theme.ts'

/** Text that is safe to place in the tooltip's HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A tooltip in the colours of the page. `lines` are escaped here. */
export function tooltip(
  theme: ChartTheme,
  trigger: 'axis' | 'item',
  lines: (index: number) => readonly string[],
) {
  return {
    trigger,
    confine: true,
    backgroundColor: theme.panel,
    borderColor: theme.line,
    textStyle: { color: theme.ink1, fontFamily: theme.font, fontSize: 13 },
    formatter: (params: unknown) => {
      const first = (Array.isArray(params) ? params[0] : params) as { dataIndex?: number } | undefined
      return lines(first?.dataIndex ?? 0)
        .map(escapeHtml)
        .join('<br>')
    },
  }
}

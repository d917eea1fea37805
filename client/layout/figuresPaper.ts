import { useEventListener } from '@vueuse/core'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { parsePeriod, rangeWords, textOfDay } from '#measures'
import { isPage } from '../pages.ts'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'
import { pageSubject } from '../stores/pageSubject.ts'
import { usePreferences } from '../stores/preferences.ts'
import { offeredFigures } from '../ui/offeredFigures.ts'
import { usePaperCharts } from '../ui/usePaperCharts.ts'
import { pageTitle } from './pageTitles.ts'
import './figuresPaper.css'

/** The lines at the head of a printed page: centre, page, period, compared period, and last day with data. */
function useHeadLines(): () => string[] {
  const { t } = useI18n()
  const route = useRoute()
  const centre = useCentre()
  const filters = useFilters()
  const preferences = usePreferences()
  const fact = (key: string, text: string): string[] =>
    text ? [`${t(`export.facts.${key}`)}${preferences.language === 'zh' ? '：' : ': '}${text}`] : []

  return () => {
    const { language } = preferences
    const said = (days: { from: string; to: string }): string => rangeWords(days, language, '')
    const answers = offeredFigures().flatMap(offer =>
      'sheet' in offer ? (offer.sheet.answer ?? []) : offer.figures.flatMap(({ answer }) => answer ?? []),
    )
    const answer = answers.find(({ question }) => question.period === filters.period) ?? answers[0]
    const today = centre.shown?.today ?? 0
    const { from, to } = parsePeriod(filters.period, today)
    const page = { from: textOfDay(from), to: textOfDay(Math.min(to, today)) }
    const { earlier = null, dataUntil = null } = answer ?? {}
    const chosen = Array.from(document.querySelectorAll('.chips button'), chip =>
      chip.textContent.replace('×', '').trim(),
    )
    return [
      centre.shown?.[language] ?? '',
      pageSubject.value ?? (isPage(route.name) ? pageTitle(route.name)[language] : ''),
      ...fact('limits', chosen.join(language === 'zh' ? '、' : ', ')),
      ...fact('period', said(answer?.current ?? page)),
      ...fact('compared', earlier && earlier.from <= earlier.to ? said(earlier) : ''),
      ...fact('until', dataUntil ? said({ from: dataUntil, to: dataUntil }) : ''),
    ]
  }
}

/** The head as an element; the first line is the title. */
function headOf([title = '', ...lines]: string[]): HTMLElement {
  const head = document.createElement('div')
  head.className = 'paper-head'
  const strong = document.createElement('strong')
  strong.textContent = title
  const spans = lines.map(line => Object.assign(document.createElement('span'), { textContent: line }))
  head.append(strong, ...spans)
  return head
}

/** Prepares the page for printing, in either theme, and restores it afterwards. */
export function useFiguresPaper(): void {
  const linesOf = useHeadLines()
  const drawCharts = usePaperCharts()
  let restore: (() => void) | null = null

  useEventListener(window, 'beforeprint', () => {
    const main = document.querySelector('.frame main')
    if (!main || restore) return
    const head = headOf(linesOf())
    main.prepend(head)
    document.documentElement.dataset.paper = ''
    const chartsBack = drawCharts()
    restore = () => {
      chartsBack()
      head.remove()
      delete document.documentElement.dataset.paper
    }
  })
  useEventListener(window, 'afterprint', () => {
    restore?.()
    restore = null
  })
}

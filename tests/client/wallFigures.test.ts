import { describe, expect, it } from 'vitest'
import { figuresBeside, panelsOf, publicFeedbackRows } from '../../client/wall/wall.ts'

const hall = { isPublic: false, seesWholeHall: true }
const atTheDoor = { isPublic: true, seesWholeHall: true }

describe('the figures beside a panel of the wall', () => {
  it('leave out what the panel shows, and another takes the place', () => {
    const figures = figuresBeside(['casesAccepted'], atTheDoor)
    expect(figures).not.toContain('casesAccepted')
    expect(figures).toHaveLength(6)
    expect(new Set(figures).size).toBe(6)
    expect(figuresBeside(['savings'], hall)).toContain('savings')
  })

  it('repeat no panel of those that turn, and leave no hole', () => {
    const panels = panelsOf(undefined, true)
    const figures = figuresBeside(panels, atTheDoor)
    expect(figures).toHaveLength(6)
    expect(figures.filter(id => panels.includes(id))).toEqual([])
    const all = panelsOf('casesAccepted,onTimeRate,sameDayRate,averageHandlingTime,feedback', true)
    expect(figuresBeside(all, atTheDoor)).toHaveLength(4)
  })

  it('repeat nothing that the panel of voices says', () => {
    const figures = figuresBeside(['feedback'], atTheDoor)
    expect(figures.filter(id => publicFeedbackRows.includes(id))).toEqual([])
  })

  it('are the usual ones beside a panel without figures of its own', () => {
    expect(figuresBeside(['attention'], hall)[0]).toBe('savings')
    expect(figuresBeside(['windows'], { isPublic: false, seesWholeHall: false })).toContain('casesCompleted')
  })
})

import type { Viewer } from '../../server/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')

/** Somebody limited to a part of the hall, with names of their own and of everybody else. */
interface Limited {
  viewer: Viewer
  centre: string
  own: { unit: string; window: string }
  others: { unit: string; window: string }[]
}
const limited: Record<string, Limited> = {}

beforeAll(async () => {
  const { prisma } = database()
  const windows = await prisma.window.findMany({ orderBy: { code: 'asc' } })
  const units = await prisma.unit.findMany({ orderBy: { code: 'asc' } })
  const [centre] = await prisma.centre.findMany({ orderBy: { id: 'asc' } })
  const places = units.flatMap(unit => {
    const [window] = windows.filter(({ unitId }) => unitId === unit.id)
    return window
      ? [{ unit: unit.name, unitCode: unit.code, window: window.name, windowCode: window.code }]
      : []
  })
  const [own, ...rest] = places
  if (!own || !centre) throw new Error('the launch has no unit')
  const others = rest.filter(({ unit }) => !unit.includes(own.unit) && !own.unit.includes(unit))
  const place = (code: string): string[] => [`${centre.code}/${code}`]
  const viewers = {
    'window chief': viewerIn('windowChief', { units: place(own.unitCode) }),
    'unit leader': viewerIn('leader', { units: place(own.unitCode) }),
    'chief of one window': viewerIn('windowChief', { windows: place(own.windowCode) }),
  }
  for (const [who, viewer] of Object.entries(viewers))
    limited[who] = { viewer, centre: centre.code, own, others }
})

async function understood({ viewer, centre }: Limited, text: string) {
  const caller = createCaller(await testContext(database(), viewer))
  return caller.questions.understand({ centre, text })
}

describe.each(['window chief', 'unit leader', 'chief of one window'])('a question of a %s', who => {
  it('knows their own unit and window', async () => {
    const viewer = limited[who]!
    for (const name of [viewer.own.unit, viewer.own.window]) {
      const understanding = await understood(viewer, `${name}2012年收件量`)
      expect(understanding.kind, name).toBe('understood')
    }
  })

  it('neither understands nor names nor offers anybody else', async () => {
    const viewer = limited[who]!
    expect(viewer.others.length).toBeGreaterThan(20)
    for (const { unit, window } of viewer.others)
      for (const name of [unit, window]) {
        const understanding = await understood(viewer, `${name}2012年收件量`)
        expect(understanding.kind, name).not.toBe('understood')
        // What the answer says may repeat what was typed, and names nobody besides.
        const text = JSON.stringify(understanding).replaceAll(name, '')
        const named = viewer.others.filter(other => !name.includes(other.unit) && text.includes(other.unit))
        expect(named, name).toEqual([])
      }
  })

  it('with a slip in a name offers none of the others', async () => {
    const viewer = limited[who]!
    const slips = viewer.others.filter(({ unit }) => unit.length > 3)
    for (const { unit } of slips) {
      const understanding = await understood(viewer, `${unit.slice(0, -1)}句2012年收件量`)
      expect(understanding.kind, unit).toBe('refused')
      expect(JSON.stringify(understanding), unit).not.toContain(unit)
    }
  })

  it('may be changed to members of their own alone', async () => {
    const viewer = limited[who]!
    const understanding = await understood(viewer, `${viewer.own.window}2012年收件量`)
    if (understanding.kind !== 'understood') throw new Error('not understood')
    const offered = understanding.limits.flatMap(({ members }) => members.map(({ zh }) => zh))
    expect(offered.length).toBeGreaterThan(0)
    for (const { unit, window } of viewer.others)
      expect([unit, window].some(name => offered.includes(name))).toBe(false)
  })

  it('that names another in its address is refused and names nobody', async () => {
    const viewer = limited[who]!
    const caller = createCaller(await testContext(database(), viewer.viewer))
    const [other] = viewer.others
    const unit = await database().prisma.unit.findFirstOrThrow({ where: { name: other!.unit } })
    const asked = {
      measures: ['casesReceived' as const],
      period: '2012',
      filters: [{ dimension: 'unit', in: [unit.code] }],
    }
    const said = await caller.questions.say({ centre: viewer.centre, asked })
    expect(said).toMatchObject({ kind: 'refused', reason: 'hidden' })
    expect(JSON.stringify(said)).not.toContain(other!.unit)
  })
})

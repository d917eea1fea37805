import type { Client } from '@modelcontextprotocol/client'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dimensionsOf, measureIds, measureNamed } from '#measures'
import { brightWindow } from '../../server/api/client.ts'
import { askedSchema } from '../../server/questions/asked.ts'
import { dimensions } from '../../server/questions/vocabulary.ts'
import { useDatabase } from '../support/database.ts'
import { assistant, call, fiveQuestions, listen, loadHalls, numbersOf, person, tokenFor } from './hall.ts'

const database = useDatabase('empty')
let app: FastifyInstance
let address = ''
let token = ''
let client: Client
let newer: Client

beforeAll(async () => {
  await loadHalls(database())
  ;({ app, address } = await listen(database()))
  token = await tokenFor(database(), 'assistant')
  client = await assistant(address, token)
  newer = await assistant(address, token, { revision: '2026-07-28' })
})
afterAll(async () => {
  await client.close()
  await newer.close()
  await app.close()
})

describe('the tools', () => {
  it('read and change nothing, and every input is explained in both languages', async () => {
    const english = await assistant(address, token, { headers: { 'accept-language': 'en' } })
    const [zh, en] = [(await client.listTools()).tools, (await english.listTools()).tools]
    expect(zh.map(({ name }) => name)).toEqual([
      'understand',
      'measures',
      'definition',
      'members',
      'ask',
      'rows',
    ])
    for (const tool of [...zh, ...en]) {
      expect(tool.annotations).toMatchObject({
        readOnlyHint: true,
        destructiveHint: false,
        openWorldHint: false,
      })
      const properties = Object.entries(tool.inputSchema.properties ?? {})
      expect(properties.length).toBeGreaterThan(1)
      for (const [name, property] of properties)
        expect((property as { description?: string }).description, `${tool.name}.${name}`).toBeTruthy()
    }
    expect(zh[4]?.description).toMatch(/\p{Script=Han}/u)
    for (const { description = '' } of en) expect(description).not.toMatch(/\p{Script=Han}/u)
    expect(client.getInstructions()).toContain('只读')
    expect(english.getInstructions()).toContain('Read-only')
    await english.close()
  })

  it('are the same for both revisions of the protocol', async () => {
    expect(client.getNegotiatedProtocolVersion()).toBe('2025-11-25')
    expect(newer.getNegotiatedProtocolVersion()).toBe('2026-07-28')
    expect((await newer.listTools()).tools).toEqual((await client.listTools()).tools)
  })
})

describe('five questions', () => {
  it.each(fiveQuestions)('get the numbers of the screen: $name', async ({ asked }) => {
    const screen = await brightWindow({ address, token }).ask({ ...asked, centres: ['hall'] })
    for (const one of [client, newer]) {
      const { isError, found } = await call(one, 'ask', asked)
      expect(isError).toBe(false)
      expect(numbersOf(found)).toEqual(
        Object.fromEntries(
          asked.measures.map(id => {
            const figure = screen.current.values[id]
            return [id, [figure?.value, figure?.n, figure?.text]]
          }),
        ),
      )
      expect(found).toMatchObject({ dataUntil: screen.dataUntil, from: screen.current.from })
      expect(found.sentence).toContain(`数据截至 ${screen.dataUntil}`)
    }
  })

  it('is asked in words, understood without a number, and handed on as it is', async () => {
    const read = await call(client, 'understand', { text: '2012年9月各单位收件多少，从多到少' })
    expect(read.found).toMatchObject({
      kind: 'understood',
      asked: { measures: ['casesReceived'], groupBy: ['unit'] },
    })
    expect(JSON.stringify(read.found)).not.toMatch(/"(?:value|n|numerator|text)":/)
    const asked = askedSchema.parse(read.found.asked)
    const { found } = await call(client, 'ask', asked)
    expect(numbersOf(found).casesReceived).toEqual([2, 2, '2 件'])
    expect(found.lines).toEqual([
      expect.objectContaining({ name: '工商局', members: ['U1'] }),
      expect.objectContaining({ name: '交管大队', members: ['U2'] }),
    ])
    expect((await call(client, 'understand', { text: '月球上有几个窗口' })).found.kind).toBe('refused')
  })

  it('is answered in English where that is asked for', async () => {
    const asked = { measures: ['casesReceived'], period: '2012-09', language: 'en' }
    const { found } = await call(client, 'ask', asked)
    expect(found.sentence).toMatch(/^September 2012, .*: .* 2 cases\. Data until 2012-/)
  })

  it('names the days compared with, and the times that are not known or not over', async () => {
    const asked = { measures: ['casesReceived'], period: '2012-10', comparison: 'previous' }
    const { found } = await call(client, 'ask', asked)
    expect(found.sentence).toContain('对比期：2012年9月1日至2012年9月30日')
    expect(found.notes).toEqual([])
    const course = { measures: ['casesReceived'], period: '2011..2012', granularity: 'year' }
    const year = await call(client, 'ask', course)
    expect(year.found.notes).toContainEqual(expect.stringMatching(/^2011年(?:无数据|的数据不全)$/))
  })

  it('keeps, orders and cuts lines as the page does', async () => {
    const asked = {
      measures: ['casesReceived'],
      period: '2012-09..2012-10',
      groupBy: ['unit'],
      order: 'highest',
      threshold: { is: 'above', value: 1 },
    }
    const { found } = await call(client, 'ask', asked)
    expect(found.lines).toEqual([expect.objectContaining({ name: '工商局' })])
    const top = await call(client, 'ask', { ...asked, order: 'lowest', threshold: null, top: 1 })
    expect(top.found.lines).toEqual([expect.objectContaining({ name: '交管大队' })])
  })
})

describe('measures, members and records', () => {
  it('are found by a word, with definition and source', async () => {
    const { found } = await call(client, 'measures', { search: 'on-time', language: 'en' })
    expect(found.measures).toContainEqual(expect.objectContaining({ id: 'onTimeRate', unit: 'percent' }))
    expect(found.centre).toMatchObject({ code: 'hall' })
    const definition = await call(client, 'definition', { measure: 'onTimeRate' })
    expect(definition.found).toMatchObject({
      id: 'onTimeRate',
      source: expect.stringContaining('口径') as string,
    })
    expect(definition.found.splits).toContainEqual({ id: 'window', name: '窗口' })
  })

  it('never offer a split that names a person', async () => {
    const sensitive = new Set(Array.from(dimensions).flatMap(([name, one]) => (one.sensitive ? [name] : [])))
    const measures = measureIds.filter(id => dimensionsOf(measureNamed(id)).some(name => sensitive.has(name)))
    expect(measures.length).toBeGreaterThan(0)
    for (const measure of measures) {
      const { isError, found } = await call(client, 'definition', { measure })
      expect(isError).toBe(false)
      const splits = (found.splits as { id: string }[]).map(({ id }) => id)
      expect(splits.filter(id => sensitive.has(id))).toEqual([])
      expect(splits).toContain('centre')
    }
  })

  it('are listed page by page, by code and name', async () => {
    const first = await call(client, 'members', { dimension: 'window', limit: 2 })
    expect(first.found).toMatchObject({ total: 3, nextOffset: 2 })
    const rest = await call(client, 'members', { dimension: 'window', limit: 2, offset: 2 })
    expect(rest.found).toMatchObject({ members: [{ code: 'W3', name: '驾照窗口' }], nextOffset: null })
    const one = await call(client, 'members', { dimension: 'window', search: '挂牌' })
    expect(one.found.members).toEqual([{ code: 'W2', name: '挂牌窗口' }])
  })

  it('stand behind a figure, as many as it counts, without a person', async () => {
    const { found } = await call(client, 'rows', { measure: 'casesReceived', period: '2012-09', limit: 1 })
    expect(found).toMatchObject({ total: 2, nextOffset: 1 })
    const banners = await call(client, 'rows', { measure: 'banners', period: '2012' })
    expect(banners.found.total).toBe(1)
    expect(JSON.stringify([found, banners.found])).not.toContain(person)
    // Working time is printed in days, as on the page, and not in the thousandths that are stored.
    const all = await call(client, 'rows', { measure: 'casesReceived', period: '2012-09' })
    const columns = all.found.columns as { key: string }[]
    const place = columns.findIndex(({ key }) => key === 'workedMilliDays')
    expect((all.found.rows as string[][]).map(row => row[place])).toEqual(['0.0', '41.0'])
  })
})

import { Forbidden } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countersOf } from '#cms/database/counters.ts'
import { createPageContext } from '#site/data/page-context.ts'
import { totals, viewsOf } from '#site/data/visit-totals.ts'
import { forgetVisitors, recordVisits } from '#site/data/visits.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const MORNING = new Date('2026-03-17T08:00:00+07:00')

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())
beforeEach(async () => {
  for (const collection of ['visit-counts', 'visit-traces'] as const) {
    await portal.payload.delete({ collection, where: {} })
  }
})

interface View {
  path?: string
  address?: string
  agent?: string
  minute?: number
}
const at = (minute: number) => new Date(MORNING.getTime() + minute * 60_000)
const view = ({ path = '/', address = '203.0.113.1', agent = CHROME, minute = 0 }: View = {}) =>
  recordVisits(portal.payload, [{ path, clientAddress: address, userAgent: agent }], at(minute))
const numbers = (key: string) => countersOf(portal.payload).read(key)

describe('a visit', () => {
  test('is the first view by a visitor in 30 minutes', async () => {
    expect(await view()).toEqual({ total: 1, today: 1, online: 1 })
    expect(await view({ path: '/tin-tuc', minute: 10 })).toMatchObject({ total: 1 })
    expect(await view({ minute: 35 })).toMatchObject({ total: 1 })
    expect(await view({ minute: 65 })).toMatchObject({ total: 2 })
  })

  test('is told by address and agent together', async () => {
    await view()
    await view({ agent: CHROME.replace('140', '141') })
    expect(await view({ address: '203.0.113.2' })).toEqual({ total: 3, today: 3, online: 3 })
  })

  test('of a robot is counted apart', async () => {
    expect(await view({ agent: GOOGLEBOT })).toEqual({ total: 0, today: 0, online: 0 })
    await view({ agent: '' })
    expect(await numbers('total')).toEqual({ visits: 0, views: 0, bots: 2 })
  })

  test('adds its day and the total, and the balance of the old site', async () => {
    await portal.payload.updateGlobal({
      slug: 'site-settings',
      data: {
        centre: 'Trung tâm',
        parentUnit: 'Sở Công Thương',
        province: 'Sông Châu',
        visits: { openingBalance: 937_196, openingDate: '2026-01-01' },
      },
    })
    await view()
    expect(await view({ minute: 24 * 60 })).toEqual({ total: 937_198, today: 1, online: 1 })
    expect((await numbers('day:2026-03-17')).visits).toBe(1)
    await portal.payload.updateGlobal({
      slug: 'site-settings',
      data: { visits: { openingBalance: 0 } },
    })
  })
})

describe('online', () => {
  test('are the visitors of the last five minutes', async () => {
    await view()
    await view({ address: '203.0.113.2', minute: 3 })
    expect((await view({ address: '203.0.113.3', minute: 6 })).online).toBe(2)
  })
})

describe('the views of a document', () => {
  test('are counted once per visitor in 30 minutes, however often it is asked for', async () => {
    const topic = await portal.payload.create({
      collection: 'topics',
      data: { title: 'Khuyến công', slug: 'khuyen-cong' },
    })
    const path = '/chu-de/khuyen-cong'
    await Promise.all(Array.from({ length: 10 }, () => view({ path })))
    await view({ path, address: '203.0.113.2' })
    await view({ path: '/chu-de/khong-co' })
    const { page } = createPageContext(portal.payload, undefined, MORNING)
    expect(await viewsOf(page, 'topics', topic.id)).toBe(2)
    expect(await totals(page)).toMatchObject({ total: 2 })
    expect((await numbers('total')).views).toBe(3)
    await portal.payload.delete({ collection: 'topics', id: topic.id })
  })
})

describe('many at once', () => {
  test('are all counted, none twice', async () => {
    const visitors = Array.from({ length: 60 }, (_, i) => `198.51.100.${i}`)
    const views = visitors.flatMap((address) => [view({ address }), view({ address, minute: 1 })])
    await Promise.all(views)
    expect(await numbers('total')).toEqual({ visits: 60, views: 60, bots: 0 })
    expect((await numbers('day:2026-03-17')).visits).toBe(60)
  })
})

describe('what is kept', () => {
  const rows = async () => {
    const { docs } = await portal.payload.find({ collection: 'visit-traces', pagination: false })
    return docs
  }

  test('names neither address nor agent', async () => {
    await view()
    expect(JSON.stringify(await rows())).not.toMatch(/203\.0\.113|Mozilla/)
  })

  test('is forgotten: a visitor after 30 minutes, the salt after 48 hours', async () => {
    await view()
    await forgetVisitors(portal.payload, at(29))
    expect(await rows()).toHaveLength(3)
    await forgetVisitors(portal.payload, at(31))
    expect((await rows()).map(({ kind }) => kind)).toEqual(['salt'])
    await forgetVisitors(portal.payload, at(48 * 60 + 1))
    expect(await rows()).toHaveLength(0)
    expect((await numbers('total')).visits).toBe(1)
  })

  test('has another salt every day', async () => {
    await view()
    await view({ minute: 24 * 60 })
    const salts = (await rows()).filter(({ kind }) => kind === 'salt')
    expect(salts.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['salt:day:2026-03-17', 'salt:day:2026-03-18']),
    )
    expect(new Set(salts.map(({ salt }) => salt)).size).toBe(2)
  })

  test('is not for the public', async () => {
    await view()
    for (const collection of ['visit-counts', 'visit-traces'] as const) {
      await expect(portal.payload.find({ collection, overrideAccess: false })).rejects.toThrow(
        Forbidden,
      )
    }
  })
})

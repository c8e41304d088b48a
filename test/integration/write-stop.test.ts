import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { countersOf, inOneWrite } from '#cms/database/counters.ts'
import { databaseOfPortal } from '#cms/database/opened.ts'
import { hasJobsTurn } from '#cms/database/jobs-turn.ts'
import { withoutWrites, WritesStoppedError } from '#cms/database/write-stop.ts'
import { buildNews, buildTopic, buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest } from '#test/support/rest.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())
afterEach(() => control().allowWrites())

const control = () => databaseOfPortal(portal.payload).control
const AN_HOUR = 3_600_000
const stopped = { reason: 'copying', until: null } as const

describe('while writes are stopped', () => {
  test('nothing is created, changed or deleted, and all can be read', async () => {
    const { payload } = portal
    const { id, title } = await buildTopic(payload)
    await control().stopWrites(stopped)
    await expect(buildTopic(payload)).rejects.toThrow(WritesStoppedError)
    const update = payload.update({ collection: 'topics', id, data: { title: 'Khác' } })
    await expect(update).rejects.toThrow('chưa lưu được')
    await expect(payload.delete({ collection: 'topics', id })).rejects.toThrow(WritesStoppedError)
    const global = payload.updateGlobal({ slug: 'navigation', data: { header: [] } })
    await expect(global).rejects.toThrow(WritesStoppedError)
    expect(await payload.findByID({ collection: 'topics', id })).toMatchObject({ title })
  })

  test('counters refuse to count', async () => {
    await control().stopWrites(stopped)
    const count = inOneWrite(portal.payload, (counters) => counters.add('total', { visits: 1 }))
    await expect(count).rejects.toThrow(WritesStoppedError)
    expect(await countersOf(portal.payload).read('total')).toMatchObject({ visits: 0 })
  })

  test('a save through REST answers 503 with what to do, and nothing of it is stored', async () => {
    const user = await buildUser(portal.payload)
    const token = await logIn(portal, user.email)
    const { id } = await buildNews(portal.payload, { title: 'Bài đang sửa' })
    await control().stopWrites(stopped)
    const json = { title: 'Bài đã sửa' }
    const answer = await rest(portal, `/news/${id}`, { method: 'PATCH', token, json })
    expect(answer.status).toBe(503)
    const { errors } = (await answer.json()) as { errors: { message: string; data: object }[] }
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('lưu lại sau ít phút'),
      data: { code: 'writes_stopped', reason: 'copying' },
    })
    const stored = await portal.payload.findByID({ collection: 'news', id })
    expect(stored.title).toBe('Bài đang sửa')
  })

  test('no process takes its turn at the queue of jobs', async () => {
    expect(await hasJobsTurn(portal.payload)).toBe(true)
    await control().stopWrites(stopped)
    expect(await hasJobsTurn(portal.payload)).toBe(false)
  })
})

describe('a stop', () => {
  test('whose maker has died ends by itself', async () => {
    await control().stopWrites({ reason: 'copying', until: Date.now() - 1 })
    await expect(buildTopic(portal.payload)).resolves.toHaveProperty('id')
  })

  test('holds for as long as its work, and is gone when the work has failed', async () => {
    const work = withoutWrites(control(), 'copying', async () => {
      await expect(buildTopic(portal.payload)).rejects.toThrow(WritesStoppedError)
      throw new Error('The disk is full.')
    })
    await expect(work).rejects.toThrow('The disk is full.')
    await expect(buildTopic(portal.payload)).resolves.toHaveProperty('id')
  })

  test('may last after the work, until it is taken back', async () => {
    const moved = {
      reason: 'moved',
      target: 'mongodb://db.example.vn/portal',
      until: null,
    } as const
    await withoutWrites(control(), 'copying', async () => {}, moved)
    expect(await control().writeStop()).toEqual(moved)
    await expect(buildTopic(portal.payload)).rejects.toThrow('chuyển sang cơ sở dữ liệu mới')
    await control().allowWrites()
    await expect(buildTopic(portal.payload)).resolves.toHaveProperty('id')
  })

  test('that ended before its work makes the work fail, since something may have been written', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const work = withoutWrites(control(), 'backing-up', async () => {
        vi.setSystemTime(Date.now() + AN_HOUR)
      })
      await expect(work).rejects.toThrow('ended before')
    } finally {
      vi.useRealTimers()
    }
  })
})

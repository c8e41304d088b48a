import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failedSchedules, waitingWork } from '#cms/admin/waiting-work.ts'
import { buildComment, buildNews, buildUser } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

async function schedule(id: string): Promise<void> {
  await portal.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc: { relationTo: 'news', value: id } },
    waitUntil: new Date(Date.now() - 1000),
  })
  await portal.payload.jobs.run({ silent: true })
}

describe('a scheduled publication', () => {
  it('publishes, and leaves nothing to show', async () => {
    const { payload } = portal
    const draft = await buildNews(payload, { _status: 'draft' })
    await schedule(draft.id)
    expect(await payload.findByID({ collection: 'news', id: draft.id })).toMatchObject({
      _status: 'published',
      publishedAt: expect.any(String),
    })
    expect(await failedSchedules(payload, new Date())).toEqual([])
  })

  it('that fails is shown with its reason until a person has made up for it', async () => {
    const { payload } = portal
    const draft = await payload.create({
      collection: 'news',
      draft: true,
      data: { title: 'Thiếu chuyên mục' },
    })
    await schedule(draft.id)
    expect(await failedSchedules(payload, new Date())).toMatchObject([
      {
        title: 'Thiếu chuyên mục',
        wanted: 'published',
        reason: expect.stringContaining('Chuyên mục'),
      },
    ])
    const { category } = await buildNews(payload)
    const data = { category, _status: 'published' as const }
    await payload.update({ collection: 'news', id: draft.id, data })
    expect(await failedSchedules(payload, new Date())).toEqual([])
  })

  it('of a document in the trash says so', async () => {
    const { payload } = portal
    const draft = await buildNews(payload, { _status: 'draft' })
    const data = { deletedAt: new Date().toISOString() }
    await payload.update({ collection: 'news', id: draft.id, data })
    await schedule(draft.id)
    expect(await failedSchedules(payload, new Date())).toMatchObject([
      { title: draft.title, reason: 'Nội dung đang ở trong thùng rác.' },
    ])
  })
})

describe('what waits', () => {
  it('is counted for those alone who may deal with it', async () => {
    const { payload } = portal
    await buildComment(payload)
    const seenBy = async (role: 'moderator' | 'editor') => {
      const user = await buildUser(payload, { role })
      return waitingWork(payload, { ...user, collection: 'users' as const })
    }
    expect(await seenBy('moderator')).toMatchObject([{ label: 'phản hồi chờ duyệt', count: 1 }])
    expect(await seenBy('editor')).toEqual([])
  })
})

import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSampleContent } from '#cms/sample/add.ts'
import { findContent } from '#cms/sample/existing-content.ts'
import { removeSampleContent } from '#cms/sample/remove.ts'
import { sampleId } from '#cms/sample/sample-item.ts'
import { buildComment, buildNews, buildPicture } from '#test/support/builders.ts'
import { openPortal, type TestPortal } from '#test/support/database.ts'

const NOW = new Date('2026-11-22T03:00:00Z')
const TRACES = ['redirects', 'usages', 'visit-counts'] as const

let portal: TestPortal
let made: number
const steps: string[] = []
beforeAll(async () => {
  portal = await openPortal()
  made = await addSampleContent(portal.payload, {
    now: NOW,
    onProgress: (done, total) => steps.push(`${done}/${total}`),
  })
}, 300_000)
afterAll(() => portal.close())

const count = async (collection: CollectionSlug) =>
  (await portal.payload.count({ collection, trash: true })).totalDocs

describe('the sample content', () => {
  it('tells how far it is and makes every item once', async () => {
    expect(steps.at(-1)).toBe(`${made}/${made}`)
    expect(made).toBeGreaterThan(150)
    expect(await addSampleContent(portal.payload, { now: NOW })).toBe(0)
  })

  it('is read by the public, but for what waits for approval', async () => {
    const { payload } = portal
    const asPublic = { overrideAccess: false, pagination: false } as const
    const news = await payload.find({ collection: 'news', ...asPublic })
    const questions = await payload.find({ collection: 'questions', ...asPublic })
    expect(news.docs).toHaveLength(await count('news'))
    expect(news.docs.every(({ publishedAt }) => publishedAt && new Date(publishedAt) < NOW)).toBe(
      true,
    )
    expect(questions.docs).toHaveLength((await count('questions')) - 2)
  })

  it('puts its pictures and files where the public may fetch them', async () => {
    const { docs } = await portal.payload.find({ collection: 'files', pagination: false, depth: 0 })
    for (const { id, filename, isPublic } of docs) {
      expect([filename, isPublic]).toEqual([filename, true])
      await access(join(portal.config.publicFilesDir, id, filename ?? ''))
    }
    const papers = docs.filter(({ kind }) => kind === 'pdf')
    expect(papers.filter(({ text }) => !text?.includes('Độc lập - Tự do - Hạnh phúc'))).toEqual([])
  })

  it('says that it is a sample', async () => {
    const settings = await portal.payload.findGlobal({ slug: 'site-settings' })
    expect(settings.notice).toContain('Nội dung mẫu')
  })
})

describe('removing the sample', () => {
  it('keeps what was edited and what own content uses, and says so', async () => {
    const { payload } = portal
    const edited = sampleId('news', 'lich-tiep')
    await payload.update({ collection: 'news', id: edited, data: { title: 'Lịch tiếp mới' } })
    const drafted = sampleId('pages', 'gioi-thieu')
    const draft = { collection: 'pages', id: drafted, draft: true } as const
    await payload.update({ ...draft, data: { title: 'Về Trung tâm', _status: 'draft' } })
    const own = await buildNews(payload, {
      category: sampleId('categories', 'dao-tao'),
      cover: sampleId('media', 'lop-tap-huan'),
    })
    const reply = await buildComment(payload, { news: sampleId('news', 'do-nuoc') })
    await payload.updateGlobal({ slug: 'navigation', data: { header: [] } })

    const { kept, keptGlobals } = await removeSampleContent(payload)

    const keptIds = (reason: string) =>
      kept.filter((document) => document.reason === reason).map(({ id }) => id)
    expect(keptIds('edited').toSorted()).toEqual([edited, drafted].toSorted())
    expect(keptIds('used')).toEqual(
      expect.arrayContaining([
        sampleId('categories', 'dao-tao'),
        sampleId('categories', 'khuyen-cong'),
        sampleId('categories', 'thong-bao'),
        sampleId('media', 'lop-tap-huan'),
        sampleId('news', 'do-nuoc'),
      ]),
    )
    expect(keptGlobals).toEqual(['navigation'])
    const stored = await payload.findByID({ collection: 'news', id: own.id, depth: 0 })
    expect(stored).toMatchObject({
      category: sampleId('categories', 'dao-tao'),
      cover: sampleId('media', 'lop-tap-huan'),
    })
    await payload.delete({ collection: 'comments', id: reply.id })
    await payload.delete({ collection: 'news', id: own.id })
    const address = { from: { equals: `/tin-tuc/${own.slug}` } }
    await payload.delete({ collection: 'redirects', where: address })
  })

  it('leaves nothing behind but what is not its own', async () => {
    const { payload } = portal
    const picture = await buildPicture(payload)
    await payload.updateGlobal({ slug: 'navigation', data: { header: [], footer: [] } })
    await removeSampleContent(payload, { all: true })

    expect(await findContent(payload)).toEqual([{ label: 'Ảnh', count: 1 }])
    await payload.delete({ collection: 'media', id: picture.id })
    for (const collection of TRACES)
      expect([collection, await count(collection)]).toEqual([collection, 0])
    expect(await readdir(portal.config.publicFilesDir)).toEqual([])
    const settings = await payload.findGlobal({ slug: 'site-settings' })
    expect(settings).toMatchObject({ province: '(tên tỉnh)', notice: null })
    expect(await removeSampleContent(payload)).toMatchObject({ removed: 0, kept: [] })
  })
})

import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reconcilePublicFiles } from '#cms/uploads/reconcile.ts'
import {
  buildFile,
  buildNews,
  buildPage,
  buildPicture,
  pdf,
  richText,
} from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const folder = (id: string) => join(portal.config.publicFilesDir, id)
const publicNames = async (id: string) =>
  existsSync(folder(id)) ? (await readdir(folder(id))).toSorted() : []
const isPublic = async (collection: 'media' | 'files', id: string) =>
  (await portal.payload.findByID({ collection, id })).isPublic
const setStatus = (id: string, _status: 'draft' | 'published') =>
  portal.payload.update({ collection: 'news', id, data: { _status } })

/** Rich text with one picture in it. */
function textWithPicture(id: string) {
  const text = richText('Ảnh trong bài:')
  const picture = { type: 'upload', version: 3, relationTo: 'media', value: id, fields: {} }
  return { root: { ...text.root, children: [...text.root.children, picture] } } as never
}

describe('files of a document', () => {
  it('are private in a draft, public once it is published, and private again when withdrawn', async () => {
    const { payload } = portal
    const [cover, inText, file] = await Promise.all([
      buildPicture(payload),
      buildPicture(payload),
      buildFile(payload),
    ])
    const fields = { cover: cover.id, body: textWithPicture(inText.id), attachments: [file.id] }
    const news = await buildNews(payload, { ...fields, _status: 'draft' })
    expect(await publicNames(cover.id)).toEqual([])
    expect(await isPublic('files', file.id)).toBe(false)

    await setStatus(news.id, 'published')
    expect(await isPublic('media', inText.id)).toBe(true)
    expect(await publicNames(file.id)).toEqual([file.filename])
    const { small, card } = cover.sizes ?? {}
    expect(await publicNames(cover.id)).toEqual(
      expect.arrayContaining([cover.filename, small?.filename, card?.filename]),
    )
    expect(await publicNames(inText.id)).toContain(inText.filename)

    await setStatus(news.id, 'draft')
    for (const { id } of [cover, inText, file]) expect(await publicNames(id)).toEqual([])
    expect(await isPublic('media', cover.id)).toBe(false)
  })

  it('stay public while one public document still uses them', async () => {
    const { payload } = portal
    const picture = await buildPicture(payload)
    const [first, second] = [
      await buildNews(payload, { cover: picture.id }),
      await buildNews(payload, { cover: picture.id }),
    ]
    await payload.update({
      collection: 'news',
      id: first.id,
      data: { deletedAt: new Date().toISOString() },
    })
    expect(await publicNames(picture.id)).not.toEqual([])
    await payload.delete({ collection: 'news', id: second.id })
    expect(await publicNames(picture.id)).toEqual([])
    expect(await isPublic('media', picture.id)).toBe(false)
  })

  it('of a draft above a published document stay private until that draft is published', async () => {
    const { payload } = portal
    const [old, fresh] = [await buildPicture(payload), await buildPicture(payload)]
    const news = await buildNews(payload, { cover: old.id })
    await payload.update({
      collection: 'news',
      id: news.id,
      data: { cover: fresh.id },
      draft: true,
    })
    expect(await publicNames(old.id)).not.toEqual([])
    expect(await publicNames(fresh.id)).toEqual([])
    await payload.update({
      collection: 'news',
      id: news.id,
      data: { cover: fresh.id, _status: 'published' },
    })
    expect(await publicNames(old.id)).toEqual([])
    expect(await publicNames(fresh.id)).not.toEqual([])
  })

  it.runIf(hasTransactions)('are not published by a save that fails', async () => {
    const { payload } = portal
    const picture = await buildPicture(payload)
    const { config } = payload.collections.news
    config.hooks.afterChange.push(() => {
      throw new Error('The save fails at its very end.')
    })
    try {
      await expect(buildNews(payload, { cover: picture.id })).rejects.toThrow('very end')
    } finally {
      config.hooks.afterChange.pop()
    }
    expect(await publicNames(picture.id)).toEqual([])
    expect(await isPublic('media', picture.id)).toBe(false)
  })

  it('follow when the picture or file is replaced', async () => {
    const { payload } = portal
    const file = await buildFile(payload)
    await buildPage(payload, { attachments: [file.id] })
    const data = await pdf('Second edition')
    const replaced = await payload.update({
      collection: 'files',
      id: file.id,
      data: {},
      file: { name: 'Bản mới.pdf', mimetype: 'application/pdf', data, size: data.length },
    })
    expect(replaced.filename).toBe('ban-moi.pdf')
    expect(await publicNames(file.id)).toEqual(['ban-moi.pdf'])
  })
})

describe('the emblem', () => {
  it('is public as soon as the settings name it', async () => {
    const { payload } = portal
    const emblem = await buildPicture(payload)
    const names = { centre: 'Trung tâm', parentUnit: 'Sở Công Thương', province: 'Sông Châu' }
    await payload.updateGlobal({ slug: 'site-settings', data: { ...names, emblem: emblem.id } })
    expect(await publicNames(emblem.id)).not.toEqual([])
    await payload.updateGlobal({ slug: 'site-settings', data: { ...names, emblem: null } })
    expect(await publicNames(emblem.id)).toEqual([])
  })
})

describe('reconciling', () => {
  it('brings back what a crash left out and removes what it left over', async () => {
    const { payload } = portal
    const picture = await buildPicture(payload)
    await buildNews(payload, { cover: picture.id })
    const before = await publicNames(picture.id)
    await rm(folder(picture.id), { recursive: true })
    const draft = await buildFile(payload)
    await mkdir(folder(draft.id), { recursive: true })
    await writeFile(join(folder(draft.id), 'draft.pdf'), 'secret')

    expect(await reconcilePublicFiles(payload)).toBe(2)
    expect(await publicNames(picture.id)).toEqual(before)
    expect(await publicNames(draft.id)).toEqual([])
    expect(await reconcilePublicFiles(payload)).toBe(0)
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Media } from '#shared/payload-types.ts'
import { buildCategory, buildNews, pdf } from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const numbered = (name: string, ending = '') =>
  [1, 2, 3, 4, 5].map((number) => (number === 1 ? name : `${name}-${number}`) + ending)

/** In whatever order; none twice. */
function expectNames(names: readonly unknown[], expected: readonly string[]): void {
  expect(names).toHaveLength(expected.length)
  expect(new Set(names)).toEqual(new Set(expected))
}

describe('documents that are made at the same moment with the same title', () => {
  it('get slugs of their own, and all are stored', async () => {
    const { payload } = portal
    const { id: category } = await buildCategory(payload)
    const made = await Promise.all(
      Array.from({ length: 5 }, () => buildNews(payload, { title: 'Cùng một tên', category })),
    )
    expectNames(
      made.map(({ slug }) => slug),
      numbered('cung-mot-ten'),
    )
    const { docs } = await payload.find({ collection: 'news' })
    expectNames(
      docs.map(({ slug }) => slug),
      numbered('cung-mot-ten'),
    )
  })

  it('in a tree get paths of their own', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, () => buildCategory(portal.payload, { title: 'Nghề mộc' })),
    )
    expectNames(
      made.map(({ path }) => path),
      numbered('nghe-moc'),
    )
  })

  it('leave a name free that one of them gave up', async () => {
    const { payload } = portal
    const { id } = await buildNews(payload, { title: 'Sẽ xóa' })
    await payload.delete({ collection: 'news', id })
    expect(await buildNews(payload, { title: 'Sẽ xóa' })).toMatchObject({ slug: 'se-xoa' })
  })

  it.runIf(hasTransactions)('leave a name free whose save failed', async () => {
    const { payload } = portal
    const save = buildNews(payload, { title: 'Lỗi rồi', expiresAt: 'hôm qua' })
    await expect(save).rejects.toMatchObject({ status: 400 })
    expect(await buildNews(payload, { title: 'Lỗi rồi' })).toMatchObject({ slug: 'loi-roi' })
  })
})

describe('files that come at the same moment under the same name', () => {
  function upload(collection: 'media' | 'files', name: string, mimetype: string, data: Buffer) {
    const file = { name, mimetype, data, size: data.length }
    const fields = collection === 'media' ? { alt: 'Ảnh chụp' } : {}
    return portal.payload.create({ collection, data: fields as never, file })
  }
  const bytesOf = (collection: 'media' | 'files', name: unknown) =>
    readFile(join(portal.config.uploadsDir, collection, String(name)))

  it('are all stored, each picture with its own bytes', async () => {
    const widths = [810, 820, 830, 840, 850]
    const pictures = await Promise.all(
      widths.map(async (width) => {
        const create = { width, height: 600, channels: 3, background: 'teal' } as const
        const data = await sharp({ create }).jpeg().toBuffer()
        return upload('media', 'anh.jpg', 'image/jpeg', data)
      }),
    )
    expectNames(
      pictures.map(({ filename }) => filename),
      numbered('anh', '.jpg'),
    )
    for (const [index, picture] of pictures.entries()) {
      const { filename, sizes } = picture as Media
      const { width } = await sharp(await bytesOf('media', filename)).metadata()
      expect([filename, width]).toEqual([filename, widths[index]])
      const small = await sharp(await bytesOf('media', sizes?.small?.filename)).metadata()
      expect(small).toMatchObject({ width: sizes?.small?.width, height: sizes?.small?.height })
    }
  })

  it('are all stored, each paper with its own bytes', async () => {
    const texts = ['một', 'hai', 'ba', 'bốn', 'năm'].map((word, index) => word.repeat(index + 9))
    const papers = await Promise.all(
      texts.map(async (text) => upload('files', 'tep.pdf', 'application/pdf', await pdf(text))),
    )
    expectNames(
      papers.map(({ filename }) => filename),
      numbered('tep', '.pdf'),
    )
    for (const { filename, filesize } of papers) {
      expect([filename, (await bytesOf('files', filename)).length]).toEqual([filename, filesize])
    }
  })
})

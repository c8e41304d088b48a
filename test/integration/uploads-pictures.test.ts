import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildNews, buildPicture } from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const storage = () => join(portal.config.uploadsDir, 'media')
const stored = async () =>
  existsSync(storage()) ? (await readdir(storage())).filter((name) => name !== '.kept') : []

function upload(name: string, data: Buffer, alt = 'Lò nung gốm ở làng nghề') {
  return portal.payload.create({
    collection: 'media',
    data: { alt },
    file: { name, mimetype: 'image/jpeg', data, size: data.length },
  })
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2f6b5c' } })

/** A PNG that claims a size in its header; a few bytes long. */
function pngHeader(width: number, height: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a picture', () => {
  it('is stored upright, in WebP sizes, without what the camera noted', async () => {
    const photo = await plain(1800, 1200)
      .withExif({
        IFD0: { Orientation: '6', Copyright: 'secret owner' },
        IFD3: { GPSLatitude: '10/1 30/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const media = await upload('Ảnh chụp ở xưởng.JPG', photo)
    expect(media).toMatchObject({
      filename: 'anh-chup-o-xuong.jpg',
      mimeType: 'image/jpeg',
      width: 1200,
      height: 1800,
    })
    expect(media.sizes?.card).toMatchObject({ width: 720, height: 480, mimeType: 'image/webp' })
    expect(media.sizes?.medium).toMatchObject({ width: 960, height: 1440 })
    for (const name of await stored()) {
      const { exif, orientation } = await sharp(join(storage(), name)).metadata()
      expect({ name, exif, orientation }).toEqual({ name })
    }
  })

  it('loses what hides behind it', async () => {
    const photo = await plain(40, 30).jpeg().toBuffer()
    const hidden = Buffer.from('<script>alert(1)</script>')
    const { filename } = await upload('hai-mat.jpg', Buffer.concat([photo, hidden]))
    const bytes = await readFile(join(storage(), filename ?? ''))
    expect(bytes.includes('<script>')).toBe(false)
  })

  it('is named by its content, without folders', async () => {
    const png = await plain(40, 30).png().toBuffer()
    expect(await upload('../../Tên dài/ẢNH GỐM.jpeg', png)).toMatchObject({
      filename: 'anh-gom.png',
      mimeType: 'image/png',
    })
    const long = await upload(`${'rất dài '.repeat(60)}.jpg`, png)
    expect(long.filename?.length).toBeLessThanOrEqual(100)
  })

  it('never shares the names of its sizes with another one', async () => {
    const data = await plain(900, 600).jpeg().toBuffer()
    const png = await plain(900, 600).png().toBuffer()
    const pictures = [
      await upload('cung-ten.jpg', data),
      await upload('cung-ten.jpg', png),
      await upload('cung-ten-480x320.jpg', data),
    ]
    const names = pictures.flatMap(({ filename, sizes }) => [
      filename,
      sizes?.small?.filename,
      sizes?.card?.filename,
    ])
    expect(new Set(names).size).toBe(names.length)
  })

  it.each([
    ['an SVG', 'file_type_refused', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'HTML called JPEG',
      'file_type_refused',
      () => Buffer.from('<!doctype html><script></script>'),
    ],
    ['HTML behind a JPEG mark', 'file_broken', () => Buffer.from('ÿØÿà<html>', 'latin1')],
    ['a GIF', 'file_type_refused', () => plain(10, 10).gif().toBuffer()],
    [
      'half a picture',
      'file_broken',
      async () => (await noise().jpeg().toBuffer()).subarray(0, 9000),
    ],
    ['30,000 pixels', 'picture_too_large', () => pngHeader(30_000, 30_000)],
    ['a picture of one line', 'picture_too_large', () => pngHeader(60_000, 1)],
    ['an empty file', 'file_empty', () => Buffer.alloc(0)],
    ['more than the limit', 'file_too_large', () => Buffer.alloc(portal.config.limits.image + 1)],
  ])('is refused where it is %s, and leaves nothing behind', async (_, code, make) => {
    const before = await stored()
    const refused = upload('anh.jpg', await make())
    await expect(refused).rejects.toMatchObject({ data: { code }, isPublic: true })
    expect(await stored()).toEqual(before)
  })

  it('needs a description', async () => {
    const picture = await plain(40, 30).jpeg().toBuffer()
    await expect(upload('anh.jpg', picture, ' ')).rejects.toMatchObject({
      data: { code: 'alt_missing' },
    })
  })
})

describe('replacing a picture', () => {
  it('that is public changes what the public fetches', async () => {
    const { payload, config } = portal
    const picture = await buildPicture(payload)
    await buildNews(payload, { cover: picture.id })
    const data = await plain(600, 400).webp().toBuffer()
    await payload.update({
      collection: 'media',
      id: picture.id,
      data: {},
      file: { name: 'moi.webp', mimetype: 'image/webp', data, size: data.length },
    })
    const names = await readdir(join(config.publicFilesDir, picture.id))
    expect(names).toContain('moi.webp')
    expect(names).not.toContain(picture.filename)
  })

  it.runIf(hasTransactions)('that fails keeps the old files and leaves no new ones', async () => {
    const { payload } = portal
    const picture = await buildPicture(payload)
    const before = (await stored()).toSorted()
    const data = await plain(600, 400).jpeg().toBuffer()
    const replace = payload.update({
      collection: 'media',
      id: picture.id,
      data: { alt: 'x'.repeat(300) },
      file: { name: 'khong-duoc.jpg', mimetype: 'image/jpeg', data, size: data.length },
    })
    await expect(replace).rejects.toMatchObject({ status: 400 })
    expect((await stored()).toSorted()).toEqual(before)
    expect(await readdir(join(storage(), '.kept'))).toEqual([])
  })
})

function noise() {
  const pixels = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, n) => (n * 7919) % 251))
  return sharp(pixels, { raw: { width: 200, height: 200, channels: 3 } })
}

import { existsSync } from 'node:fs'
import fs, { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { requireFreeSpace } from '#cms/uploads/free-space.ts'
import { buildPicture, buildUser, pdf } from '#test/support/builders.ts'
import { hasTransactions, openPortal, type TestPortal } from '#test/support/database.ts'
import { logIn, rest, uploadForm } from '#test/support/rest.ts'

let portal: TestPortal
let token: string
beforeAll(async () => {
  portal = await openPortal()
  const { email } = await buildUser(portal.payload, { role: 'editor' })
  token = await logIn(portal, email)
})
afterAll(() => portal.close())

const storage = () => join(portal.config.uploadsDir, 'media')
const picture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
const send = (name: string, data: Buffer, fields = { alt: 'Lò gốm' }) =>
  rest(portal, '/media', { method: 'POST', token, form: uploadForm(name, data, fields) })

describe('an upload over REST', () => {
  it('is stored, and its bytes go to staff with headers that keep them harmless', async () => {
    const answer = await send('Lò gốm.jpg', await picture())
    expect(answer.status).toBe(201)
    const { doc } = await answer.json()
    expect(doc.filename).toBe('lo-gom.jpg')
    const bytes = await rest(portal, `/media/file/${doc.filename}`, { token })
    expect(bytes.status).toBe(200)
    expect(bytes.headers.get('x-content-type-options')).toBe('nosniff')
    const absent = await rest(portal, '/media/file/khong-co.jpg', { token })
    expect(absent.status).toBe(404)
  })

  it('over the limit gets the limit in the answer', async () => {
    const answer = await send('to.jpg', Buffer.alloc(portal.config.limits.image + 1))
    expect(answer.status).toBe(413)
    const { errors } = await answer.json()
    expect(errors[0]).toMatchObject({ data: { code: 'file_too_large' } })
    expect(errors[0].message).toMatch(/vượt giới hạn 20 MB/)
  })

  it('does not hold up other writers while it is examined', async () => {
    const { payload } = portal
    const data = await pdf('Slow')
    const form = uploadForm('cham.pdf', data)
    const sent = rest(portal, '/files', { method: 'POST', token, form })
    const topic = payload.create({ collection: 'topics', data: { title: 'Trong lúc chờ' } })
    const [answer, { slug }] = await Promise.all([sent, topic])
    expect([answer.status, slug]).toEqual([201, 'trong-luc-cho'])
  })

  it('by a stranger is refused before it is looked at', async () => {
    const form = uploadForm('x.jpg', Buffer.from('not a picture'), { alt: 'x' })
    const answer = await rest(portal, '/media', { method: 'POST', form })
    expect(answer.status).toBe(403)
  })

  it('to a full disk says so, and leaves no row', async () => {
    const { totalDocs } = await portal.payload.count({ collection: 'media' })
    const answer = await onFullDisk('day-dia', async () => send('Đầy đĩa.jpg', await picture()))
    expect(answer.status).toBe(507)
    const { errors } = await answer.json()
    expect(errors[0]).toMatchObject({ data: { code: 'disk_full' } })
    expect(errors[0].message).toContain('chưa lưu được gì')
    expect(await portal.payload.count({ collection: 'media' })).toEqual({ totalDocs })
  })

  it.runIf(hasTransactions)('to a full disk leaves no half files', async () => {
    await onFullDisk('nua-chung', async () => send('Nửa chừng.jpg', await picture()))
    expect((await readdir(storage())).filter((name) => name.startsWith('nua-chung'))).toEqual([])
  })
})

/** The disk is full once the first size of this picture has been written. */
async function onFullDisk(name: string, work: () => Promise<Response>): Promise<Response> {
  const { writeFile } = fs
  vi.spyOn(fs, 'writeFile').mockImplementation(async (path, data, options) => {
    await writeFile(path, data, options)
    if (!String(path).endsWith(`${name}-480x320.webp`)) return
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  })
  try {
    return await work()
  } finally {
    vi.restoreAllMocks()
  }
}

describe('the room on the disk', () => {
  it('is looked at before anything is written', async () => {
    const petabytes = 10 ** 18
    await expect(requireFreeSpace(storage(), petabytes)).rejects.toMatchObject({
      status: 507,
      data: { code: 'disk_full' },
    })
    await expect(requireFreeSpace(storage(), 1)).resolves.toBeUndefined()
  })
})

describe.runIf(hasTransactions)('a deletion that fails late', () => {
  it('brings the files back', async () => {
    const media = await buildPicture(portal.payload)
    const { config } = portal.payload.collections.media
    config.hooks.afterDelete.push(() => {
      throw new Error('The deletion fails at its very end.')
    })
    try {
      const deletion = portal.payload.delete({ collection: 'media', id: media.id })
      await expect(deletion).rejects.toThrow('very end')
    } finally {
      config.hooks.afterDelete.pop()
    }
    expect(existsSync(join(storage(), media.filename ?? ''))).toBe(true)
    await portal.payload.delete({ collection: 'media', id: media.id })
    expect(existsSync(join(storage(), media.filename ?? ''))).toBe(false)
  })
})
